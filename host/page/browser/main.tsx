import { effect } from '@preact/signals';
import { render } from 'preact';
import { fileFrom } from '../../engine/snapshot';
import type { Act } from '../../grid-acts';
import type { Opened, ToPage } from '../protocol';
import { App } from './app';
import { Connection } from './connection';
import { GridView } from './grid/grid-view';
import { watchTabPresses } from './grid/tab-presses';
import { offlineHost, type StartedPage } from './offline-host';
import { loadShim } from './panels/panel-frame';
import * as state from './state';
import { theme } from './theme';

async function start(): Promise<StartedPage> {
  // The line is open before the file is read: whatever happens meanwhile arrives on it.
  const connection = await Connection.open();
  const [opened] = await Promise.all([
    fetch('/file').then((response) => response.json() as Promise<Opened>),
    loadShim(),
  ]);
  const file = fileFrom(opened.snapshot);
  state.fileName.value = file.properties.name;
  state.addOnTitle.value = opened.title;
  state.user.value = opened.user;
  document.title = `${file.properties.name} – offline host`;

  let version = opened.version;
  let view!: GridView;

  const act = async (acts: readonly Act[]): Promise<void> => {
    const refused = await connection.act(version, acts);
    if (refused) state.showNotice(refused);
  };
  const takeBack = async (kind: 'undo' | 'redo'): Promise<void> => {
    const refused = await connection.takeBack(kind);
    if (refused) state.showNotice(refused);
  };
  const runFromMenu = async (functionName: string): Promise<void> => {
    const late = setTimeout(() => {
      state.running.value = functionName;
    }, 400);
    const outcome = await connection.run('menu', functionName, []);
    clearTimeout(late);
    state.running.value = null;
    if (!outcome.ok) state.showNotice(`${functionName} failed: ${outcome.message}`);
  };

  const hear = (message: ToPage): void => {
    switch (message.kind) {
      case 'edits':
        // Edits made before the file was read are in it already.
        if (message.version <= version) return;
        for (const format of message.formats.items.slice(file.formats.all().length - message.formats.from))
          file.formats.idOf(format);
        version = message.version;
        view.follow(message.edits);
        return;
      case 'select':
        view.selecting.select(message.selection);
        return;
      case 'menus':
        state.addOnMenus.value = message.menus;
        return;
      case 'panel':
        state.showPanel(message.panel);
        return;
      case 'toast':
        state.showToast(message.message, message.title, message.seconds);
        return;
      case 'ask':
        state.questions.value = [...state.questions.value, { id: message.question, asked: message.asked }];
        return;
      case 'withdraw':
        state.withdrawQuestion(message.question);
        return;
      case 'cost':
        state.noteCost(message.cost);
        return;
      case 'reloaded-add-on':
        state.showNotice('The add-on was built anew. What runs from now on is the new one.');
        return;
      case 'reload':
        location.reload();
    }
  };

  const startGrid = (container: HTMLElement): GridView => {
    view = new GridView(container, file, theme.peek() === 'dark', {
      act,
      takeBack: (kind) => void takeBack(kind),
      select: (selection) => connection.send({ kind: 'select', selection }),
      refuse: state.showNotice,
    });
    watchTabPresses(
      container,
      () => connection.hold(),
      () => connection.release(),
    );
    effect(() => view.setDark(theme.value === 'dark'));
    file.onEdit((edit) => {
      if (edit.kind !== 'file') return;
      state.fileName.value = file.properties.name;
      document.title = `${file.properties.name} – offline host`;
    });
    connection.onLost = waitForServer;
    void view.drawn().then(async () => {
      view.selecting.select(opened.selection);
      view.focus();
      connection.listen(hear);
      await connection.begin();
      isReady({ connection, view });
    });
    return view;
  };

  let isReady!: (page: StartedPage) => void;
  const ready = new Promise<StartedPage>((resolve) => {
    isReady = resolve;
  });
  render(
    <App
      connection={connection}
      startGrid={startGrid}
      act={(acts) => void act(acts)}
      takeBack={(kind) => void takeBack(kind)}
      runFromMenu={(functionName) => void runFromMenu(functionName)}
    />,
    document.body,
  );
  return ready;
}

/** The server was stopped or started anew: the page comes back with it. */
function waitForServer(): void {
  state.notice.value = 'The offline host was stopped. This page comes back when it is started again.';
  const look = setInterval(() => {
    void fetch('/', { method: 'HEAD' }).then(
      () => {
        clearInterval(look);
        location.reload();
      },
      () => {},
    );
  }, 1_000);
}

const started = start();
window.offlineHost = offlineHost(started);
started.catch((error: Error) => {
  document.body.textContent = `The page could not start: ${error.message}`;
});
