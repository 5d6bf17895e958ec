import { isId } from '../domain/ids';
import { say } from '../texts/say';
import type { CellValue } from './codec';
import { valueIn } from './edit-notes';
import type { History } from './history';
import { lineOf, shown } from './history-lines';
import { type Hit, idIn } from './hit-rows';
import type { Memory } from './memory';
import type { RecordRows } from './record-rows';
import type { Kept } from './tab-columns';

/** Of what is not known any more History says at least what was written over it. */
export function noteRepair<R extends Kept>(
  rows: RecordRows<R>,
  history: History,
  { line, column, name, was, formula }: Hit<R>,
): void {
  const id = idIn(rows, line);
  if (!isId(rows.of.kind, id) || name === null) return;
  const ours = valueIn(rows, name, line.cells[column - 1] ?? '');
  const about = { ...lineOf(rows, id, name), how: 'repair' } as const;
  if (was === undefined) history.note({ ...about, after: shown(rows, name, ours), data: { after: ours } });
  else {
    const after = formula || shown(rows, name, valueIn(rows, name, was));
    history.note({ ...about, before: shown(rows, name, ours), after, data: { before: ours } });
  }
}

type LastLogged = { readonly before: string; readonly after: string } | undefined;

/** The last line of History about a cell; each record is looked for once. */
export function loggedOf<R extends Kept>(rows: RecordRows<R>, memory: Memory): (hit: Hit<R>) => LastLogged {
  const changes = new Map<string, ReturnType<Memory['lastChanges']>>();
  return ({ line, name }) => {
    const id = idIn(rows, line);
    if (name === null || !isId(rows.of.kind, id)) return undefined;
    if (!changes.has(id)) changes.set(id, memory.lastChanges(id));
    return changes.get(id)!.get(rows.headerOf(name));
  };
}

/** Where people have to look, a sentence or two for each row, or ''. */
export function whereToLook<R extends Kept>(
  rows: RecordRows<R>,
  told: readonly Hit<R>[],
  logged: (hit: Hit<R>) => LastLogged,
): string {
  const numbers = [...new Set(told.map(({ line }) => line.number))];
  const sentences = numbers.map((number) => {
    const hits = told.filter(({ line }) => line.number === number);
    const headers = hits.map((hit) => headerIn(rows, hit)).join(', ');
    const texts = hits
      .map((hit) => say('quoted', { text: textIn(rows, hit, hit.line.cells[hit.column - 1] ?? '') }))
      .join(', ');
    const says = hits.flatMap((hit) => {
      const last = logged(hit);
      return last
        ? [` ${say('check.history', { header: headerIn(rows, hit), before: last.before, after: last.after })}`]
        : [];
    });
    return ` ${say('check.hits', { count: hits.length, headers, row: number, texts })}${says.join('')}`;
  });
  return sentences.join('');
}

/** Google tells nobody when somebody undoes a change (Ctrl+Z): the value before the last one may have stood there. */
export function doubtOf<R extends Kept>(rows: RecordRows<R>, hit: Hit<R>, last: LastLogged): string {
  if (!last || hit.name === null || hit.formula !== '') return '';
  const put = textIn(rows, hit, hit.was!);
  const other = [last.before, last.after].find((text) => text !== put);
  if (other === undefined || other === '') return '';
  return ` ${say('check.doubt', { header: headerIn(rows, hit), row: hit.line.number, put, other })}`;
}

const textIn = <R extends Kept>(rows: RecordRows<R>, { name }: Hit<R>, cell: CellValue): string =>
  name === null ? String(cell) : shown(rows, name, valueIn(rows, name, cell));

const headerIn = <R extends Kept>(rows: RecordRows<R>, { name, column }: Hit<R>): string =>
  name === null ? say('column', { number: column }) : rows.headerOf(name);
