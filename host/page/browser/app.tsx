import { useEffect, useRef } from 'preact/hooks';
import { About, FreshFile } from './chrome/host-dialogs';
import { Notice, Running, Toasts } from './chrome/toasts';
import { TopBar } from './chrome/top-bar';
import type { Connection } from './connection';
import type { GridView } from './grid/grid-view';
import { barMenus, type MenuWishes } from './menus';
import { Dialog } from './panels/dialog';
import { Questions } from './panels/questions';
import { Sidebar } from './panels/sidebar';
import { withdrawQuestion } from './state';

export type AppProps = Omit<MenuWishes, 'view' | 'renameFile'> & {
  readonly connection: Connection;
  /** Starts the grid in its place, once that is there. */
  readonly startGrid: (container: HTMLElement) => GridView;
};

/** The page around the grid. */
export function App({ connection, startGrid, ...wishes }: AppProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<GridView | null>(null);
  const editName = useRef<() => void>(() => {});
  useEffect(() => {
    view.current = startGrid(place.current!);
  }, [startGrid]);

  const focusGrid = () => view.current?.focus();
  const panels = {
    run: (functionName: string, args: readonly unknown[]) => connection.run('run', functionName, args),
    focusEditor: focusGrid,
  };
  // The menus are made when they open, long after the grid.
  const menus = barMenus({
    ...wishes,
    renameFile: () => editName.current(),
    get view() {
      return view.current!;
    },
  });

  return (
    <>
      <TopBar
        menus={menus}
        rename={(name) => wishes.act([{ kind: 'file', properties: { name } }])}
        focusGrid={focusGrid}
        onNameField={(edit) => {
          editName.current = edit;
        }}
      />
      <main class="workplace">
        <div class="grid" ref={place} />
        <Sidebar {...panels} />
      </main>
      <Dialog {...panels} />
      <Questions
        answer={(question, answer) => {
          withdrawQuestion(question);
          connection.send({ kind: 'answer', question, answer });
        }}
      />
      <FreshFile begin={() => connection.send({ kind: 'fresh' })} />
      <About />
      <Notice />
      <Toasts />
      <Running />
    </>
  );
}
