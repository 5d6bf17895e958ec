import type { Answer } from '../../src/contract/contract';
import { Acknowledged, type Effects, noEffects } from './effects';
import { type Watch, without } from './watch';
import type { AnyCall } from './words';
import type { Cell, Cells, World } from './world';

/** What one action has come to, for the oracle to judge. */
export type Outcome = {
  readonly call: AnyCall;
  readonly answer: Answer;
  /** Google failed in between: half may be done, but of this action alone. */
  readonly isFaulted: boolean;
  /** What has to stand there where the action takes another one back. */
  readonly restores?: World;
  /** What stood there when the user clicked. */
  readonly before: World;
};

/** What the answer acknowledges. Of a refused action that is nothing; of one that Google cut short, any part of it. */
export function effectsOf({ call, answer, isFaulted }: Outcome, watch: Watch): Effects {
  if (!answer.ok && !isFaulted) return noEffects();
  const sheetOf = (tab: string) => [...watch.kinds].find(([, kind]) => kind === tab)?.[0] ?? -1;
  const acknowledged = new Acknowledged(watch.people, watch.kinds, (tab) => watch.headers(sheetOf(tab)));
  const effects = acknowledged.of(call, answer.ok ? answer.value : undefined);
  if (answer.ok) return effects;
  for (const { tab, id, column } of effects.wanted) effects.may.add(`${tab}|${id}|${column}`);
  for (const row of [...effects.made, ...effects.gone]) effects.perhaps.add(row);
  return { ...effects, wanted: [], made: new Set(), gone: new Set() };
}

/** What an action tells of the values that do not stand in their cells any more: by its answer and in History. */
export class Evidence {
  private readonly answer: string;
  private readonly lines: readonly Readonly<Record<string, string>>[];

  constructor(watch: Watch, { answer }: Outcome) {
    this.answer = JSON.stringify(answer);
    const history = [...watch.now].find(([sheet]) => watch.kindOf(sheet) === 'History');
    const old = history && watch.people.get(history[0])?.loose;
    const lines = history ? without(history[1].loose, old ?? []) : [];
    this.lines = lines.map((line) => Object.fromEntries(JSON.parse(line) as [string, string][]));
  }

  /** Whether somebody who looks for the value of this cell finds it. */
  tells(id: string, column: string, cell: Cell | undefined): boolean {
    const shown = cell?.shown ?? '';
    const exact = JSON.stringify(cell?.value ?? '');
    if (cell && (this.answer.includes(JSON.stringify(shown)) || this.answer.includes(exact))) return true;
    return this.of(id).some((line) => {
      const { Field = '', Before = '', After = '', Data = '' } = line;
      if (Field === column && (Before === shown || JSON.stringify(Before) === exact || After === shown)) return true;
      return cell !== undefined && Data.includes(exact);
    });
  }

  /** Whether History says that this action put something right in this record. */
  isRepair(id: string, column?: string): boolean {
    return this.of(id).some((line) => line['How'] === 'repair' && (column === undefined || line['Field'] === column));
  }

  private of(id: string): readonly Readonly<Record<string, string>>[] {
    return this.lines.filter((line) => line['Record ID'] === id);
  }
}

/** A cell in a sentence. */
export function show(cell: Cell | undefined): string {
  if (!cell) return 'nothing';
  const text = cell.shown.length > 40 ? `${cell.shown.slice(0, 40)}…` : cell.shown;
  return cell.formula === null && typeof cell.value === 'string' ? `“${text}”` : text;
}

/** A record in a sentence. */
export function nameOf(cells: Cells, id: string): string {
  const name = cells.get('Company') ?? cells.get('Title') ?? cells.get('Subject');
  return `${id.slice(0, 12)}${name ? ` (${name.shown})` : ''}`;
}
