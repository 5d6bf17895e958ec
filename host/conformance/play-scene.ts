import { blankSheet, plainSheet } from '../engine/sheet';
import { type Host, newHost, ScriptError } from '../host';
import { addOnOf, NOW, type Packed } from './ask';
import { FILE_ZONE, LOCALE, type Scene, type Step } from './questions/question';

/** People are slow: selections that follow closer than two seconds are not told to scripts. */
const BETWEEN_STEPS_MS = 10_000;

/** Plays a scene in a fresh host. Answers with what the add-on noted and the steps showed, in order. */
export function playScene(packed: Packed, { id, scopes, settings, steps }: Scene): unknown {
  // Scenes have a script of their own: every other scene is another script to the host, which has to parse it anew.
  const script = packed['Scenes.gs']!.replace("var SCENE = '';", `var SCENE = '${id}';`);
  const owner = newHost({
    addOn: addOnOf(packed, script, scopes),
    locale: settings?.locale ?? LOCALE,
    timeZone: settings?.timeZone ?? FILE_ZONE,
    now: NOW,
    enabled: !steps.some((step) => step.do === 'install' || (step.do === 'open' && step.newcomer)),
  });
  const answer: unknown[] = [];
  const takeNotes = () => answer.push(...(JSON.parse(owner.call('takeNotes') as string) as unknown[]));
  let person: Host = owner;
  try {
    for (const step of steps) {
      owner.passTime(BETWEEN_STEPS_MS);
      const shown = take(step, person);
      if ('person' in shown) person = shown.person;
      if (!('seen' in shown)) continue;
      takeNotes();
      answer.push(shown.seen);
    }
    takeNotes();
    return answer;
  } catch (error) {
    return { broke: (error as Error).message };
  } finally {
    owner.close();
  }
}

type Shown = { readonly seen: unknown } | { readonly person: Host } | Record<string, never>;

function take(step: Step, host: Host): Shown {
  const { person } = host;
  const tab = host.file.sheet(host.selection.sheet)!.name;
  switch (step.do) {
    case 'open':
      host.open();
      break;
    case 'install':
      host.install();
      break;
    case 'type':
      person.type(step.at, step.text);
      break;
    case 'paste':
      person.paste(step.at, step.rows);
      break;
    case 'clear':
      person.clear(step.at);
      break;
    case 'select':
      person.select(step.at);
      break;
    case 'insert row':
      person.insertRows(tab, step.at);
      break;
    case 'delete row':
      person.deleteRows(tab, step.at);
      break;
    case 'insert column':
      person.insertColumns(tab, step.at);
      break;
    case 'delete column':
      person.deleteColumns(tab, step.at);
      break;
    case 'insert tab': {
      const snapshot = blankSheet(host.file.newId(), plainSheet(step.name), 1000, 26);
      host.act([{ kind: 'insert-sheet', index: host.file.sheets.length, snapshot }]);
      break;
    }
    case 'choose':
      return shownOf(() => host.choose(step.item));
    case 'run':
      return shownOf(() => host.call(step.name));
    case 'use in a cell':
      return shownOf(
        () => host.custom(step.name, ...step.args),
        (value) => ({ seen: value ?? '' }),
      );
    case 'wait':
      host.passTime(step.hours * 3_600_000);
      break;
    case 'look at the menu':
      return { seen: [...host.menu().keys()] };
    case 'look at':
      return { seen: person.sees(step.at)[0]![0] };
    case 'be a viewer':
      return { person: someoneElse(host, 'vic@example.com', 'viewer') };
    case 'be another editor':
      return { person: someoneElse(host, 'ben@example.com', 'editor') };
  }
  return {};
}

/** What shows of a function that someone runs: of most nothing, unless they fail. */
function shownOf(act: () => unknown, shown: (value: unknown) => Shown = () => ({})): Shown {
  try {
    return shown(act());
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error;
    // Google's exceptions are plain errors in the realm, but for their name.
    const kind = /^(\w+Error): /.exec(error.scriptStack)?.[1];
    return { seen: { throws: error.message, ...(kind && { kind }) } };
  }
}

function someoneElse(host: Host, email: string, role: 'viewer' | 'editor'): Host {
  const other = host.as(email, role);
  other.account.install();
  return other;
}
