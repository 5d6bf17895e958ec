import type { Host } from '../../host/host';
import type { Answer } from '../../src/contract/contract';
import { REPORT } from './ask-rest';
import type { Trace } from './trace';
import { columnsIn, type World } from './world';

/** Chooses the report in the menu, which answers with a dialog where it cannot be made. */
export function chooseReport(user: Host): Answer {
  const { questions } = user.screen;
  const asked = questions.length;
  user.call(REPORT);
  const question = questions[asked];
  if (!question) return { ok: true, value: {} };
  const message = question.prompt;
  const code = /saving right now|did not answer|at this very moment/.test(message)
    ? 'BUSY'
    : message.startsWith('Something went wrong')
      ? 'BUG'
      : 'SHEET_BROKEN';
  return { ok: false, error: { code, message, field: null, differences: [] } };
}

/** What a formula that counts deals refers to, in its order. */
const COUNTED = ['Opportunity ID', 'Opportunity ID', 'Pipeline', 'Stage', 'Currency', 'Currency'];

/** Formulas of the report that look into the wrong columns or tab. */
export function wrongReport(world: World): readonly string[] {
  const known = JSON.parse(world.users.ann.stores.properties.document.get('sheety') ?? '{}') as {
    tabs?: { pipelineReport?: number };
  };
  const sheet = world.file.sheet(known.tabs?.pipelineReport ?? -1);
  if (!sheet) return [];
  const names = new Map([...columnsIn(world, 'Opportunities')].map(([name, column]) => [column, name]));
  const tab = world.file.sheet(world.ids.Opportunities)!.name.replace(/'/g, "''");
  const { grid } = sheet;
  const wrong: string[] = [];
  for (let row = 0; row <= grid.lastRow(); row++) {
    const formula = grid.formula(row, 3) ?? '';
    if (!formula.includes('EXACT')) continue;
    const refs = [...formula.matchAll(/(?:'((?:[^']|'')+)'|(\w+))!\$([A-Z]+)\$/g)];
    const isRight = COUNTED.every((name, n) => {
      const [, quoted, plain, letters = ''] = refs[n] ?? [];
      return (quoted ?? plain) === tab && names.get(numberOf(letters)) === name;
    });
    if (!isRight) wrong.push(`the report counts by ${formula}`);
  }
  return wrong;
}

const numberOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** What a report wrote besides its own tab. */
export const writtenBeside = ({ wrote }: Trace, world: World): readonly string[] =>
  [...Object.values(world.ids), world.history, world.settings]
    .filter((sheet) => wrote.has(sheet))
    .map((sheet) => `the report wrote into “${world.file.sheet(sheet)?.name}”`);
