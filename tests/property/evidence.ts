import { utcOfSerial } from '../../host/engine/serial';
import { instantOfWall } from '../../host/engine/zone';
import { FORGOTTEN } from './acts';
import {
  type Cells,
  type Content,
  ID,
  REF,
  rowsWithId,
  type State,
  stepIn,
  type Tab,
  textOf,
  withSteps,
  ZONE,
} from './sheet-state';
import { cellKey, type Deed, isInWindow, phaseOf, type Trace } from './trace';

type Phase = ReturnType<typeof phaseOf>;

/** What is known of one action: what people did meanwhile, what was told, and what it may have written. */
export class Evidence {
  readonly trace: Trace;
  /** The sheet as it would be without the add-on's writes. */
  readonly base: State;
  /** The same as it was when the add-on looked. */
  readonly looked: State;
  /** Somebody did something in the write window. */
  readonly isDisturbed: boolean;
  readonly ok: boolean;
  /** A refusal writes nothing, a failure of Google's perhaps a part of what was asked. */
  readonly mayWrite: boolean;
  private readonly reports: string;

  constructor(trace: Trace) {
    this.trace = trace;
    const { deeds, before, answer, isFaulted } = trace;
    this.isDisturbed = deeds.some((deed) => isInWindow(trace, deed));
    this.base = withSteps(
      before,
      deeds.map(({ step }) => step),
    );
    this.looked = withSteps(
      before,
      deeds.map((deed) => stepIn(deed.step, (tab) => phaseOf(trace, deed, tab) === 'before')),
    );
    this.reports = `${JSON.stringify(answer)}\n${trace.logged}`;
    this.ok = answer?.ok ?? false;
    const code = answer?.ok === false ? answer.error.code : null;
    // An erasure goes step by step: what people do to the lead meanwhile stops it, and the same call again completes it.
    const isErasing = trace.asked.licence.erases !== undefined && deeds.length > 0;
    this.mayWrite = this.ok || isFaulted || this.isDisturbed || code === 'BUSY' || isErasing;
  }

  /** Whether a person changed the cell, or its row came or went by a person's hand. */
  isByHand(phases: readonly Phase[], tab: Tab, row: string, column: string): boolean {
    return this.trace.deeds.some(
      (deed) => touches(deed.step, tab, row, column) && phases.includes(phaseOf(this.trace, deed, tab)),
    );
  }

  /** What stood there already as it was asked for needed no write: a person may have come after the look. */
  isSinceLook(tab: Tab, row: string, column: string): boolean {
    const { wrote, from } = this.trace.windows.get(tab)!;
    if (wrote || from === null) return false;
    return this.trace.deeds.some(({ at, step }) => at > from && touches(step, tab, row, column));
  }

  /** Whether they typed it, and not took back: in a write window Ctrl+Z meets our own write. */
  isTyped(tab: Tab, row: string, column: string): boolean {
    return this.trace.deeds.some(
      (deed) => !deed.isUndo && types(deed.step, tab, row, column) && phaseOf(this.trace, deed, tab) === 'in window',
    );
  }

  /** Whether a person put just this into the column, in whatever row: one that is only half written has no name yet. */
  isTheirs(tab: Tab, column: string, content: Content): boolean {
    return this.trace.deeds.some(({ step }) =>
      step.cells.some((cell) => cell.tab === tab && cell.column === column && cell.to === content && content !== ''),
    );
  }

  /** Whether the row was the only one of its record when the add-on searched for it, or looked: it may have been copied since. */
  isOf(tab: Tab, row: string, id: string): boolean {
    const looked = rowsWithId(this.looked, tab, id);
    const isOnly = (rows: readonly string[]) => rows.length === 1 && rows[0] === row;
    return (
      isOnly(looked.length > 0 ? looked : rowsWithId(this.base, tab, id)) || isOnly(rowsWithId(this.searched, tab, id))
    );
  }

  /** The sheet without the add-on's writes as it was when the add-on first searched for a record. */
  private get searched(): State {
    const { before, deeds, searched } = this.trace;
    if (searched === null) return this.looked;
    return withSteps(
      before,
      deeds.filter(({ at }) => at <= searched).map(({ step }) => step),
    );
  }

  /** Whether the answer or History says it. */
  isReported(content: Content): boolean {
    if (content === '') return true;
    const text = textOf(content);
    return this.reports.includes(text) || this.reports.includes(JSON.stringify(text).slice(1, -1));
  }

  /**
   * Whether the add-on could not know what stood in a row: it has no id, or one that another has too, or a person's Ctrl+Z
   * brought it back meanwhile, from where nobody had read it, or Google forgot in the write window what the cache knew
   * of it. See docs/decisions/0013-new-rows.md.
   */
  isUnread(tab: Tab, row: string): boolean {
    const id = textOf(this.base.tabs[tab].get(row)?.[ID[tab]]);
    const inWindow = this.trace.deeds.filter((deed) => phaseOf(this.trace, deed, tab) === 'in window');
    // It brings back rows, and takes those that are there to where they were, which no other look than at all of the tab shows.
    const cameBack = this.trace.deeds.some(({ isUndo, tabs }) => isUndo && tabs.has(tab));
    const isForgotten = inWindow.some(({ said }) => said === FORGOTTEN);
    return id === '' || cameBack || isForgotten || rowsWithId(this.base, tab, id).length > 1;
  }

  /** Whether nothing is there but what stood there before an earlier Ctrl+Z: what a sort hits is put back as the cache has it. */
  isUnheard(tab: Tab, row: string, column: string, was: Content, is: Content): boolean {
    const silent = this.trace.unheard.get(cellKey(tab, row, column));
    return this.isDisturbed && silent?.to === was && silent.from === is;
  }

  /** Whether the answer names the row in which something is to be checked, and all of it, the column, or what stands there now. */
  isToldWhere(tab: Tab, row: string, column: string, is: Content): boolean {
    const { answer, after } = this.trace;
    if (!this.isDisturbed || answer?.ok !== false || answer.error.code !== 'CONFLICT') return false;
    const { message } = answer.error;
    const number = String(after.numbers[tab].get(row));
    const numbersIn = (text = '') => text.split(', ');
    const isWhole = [...message.matchAll(/Check all of row (\d+):/g)].some((match) => match[1] === number);
    const isNamed = [...message.matchAll(/Check ([^.:]+) in row ([\d, ]+):/g)].some(
      ([, headers = '', numbers]) =>
        numbersIn(numbers).includes(number) &&
        (headers.split(', ').includes(column) || (is !== '' && message.includes(`“${textOf(is)}”`))),
    );
    return isWhole || isNamed;
  }

  /** Whether a person moved something under the pen, and all that the row held is told. */
  isTold(cells: Cells): boolean {
    const isTold = ([column, is]: [string, Content]) =>
      isKeptUp(column) ||
      isMoment(column) ||
      this.isReported(is) ||
      ((column === 'Due' || column === REF) && this.reports.includes(dayIn(is)));
    return this.isDisturbed && Object.entries(cells).every(isTold);
  }
}

/** Dates and texts that the CRM keeps up by itself: nobody types them. */
export const isKeptUp = (column: string): boolean =>
  ['Created at', 'Updated at', 'Stage since', 'Closed at', 'Recorded'].includes(column);

/** A day as History has it of a whole row: the moment at which it begins. */
const dayIn = (content: Content): Content =>
  /^\d+$/.test(content) ? JSON.stringify({ date: instantOfWall(utcOfSerial(Number(content)), ZONE) }) : content;

/** Moments that nobody types either: History has them as milliseconds. */
const isMoment = (column: string): boolean => ['When', 'Done at'].includes(column);

/**
 * Of a row that came nobody typed into a cell that is blank, nor that it held before it went by another name; of one that went
 * nobody typed anything.
 */
const types = ({ cells, came, went }: Deed['step'], tab: Tab, row: string, column: string): boolean =>
  cells.some((cell) => cell.tab === tab && cell.row === row && cell.column === column) ||
  came.some((here) => {
    if (here.tab !== tab || here.row !== row || !here.cells[column]) return false;
    const id = here.cells[ID[tab]];
    const isSame = (gone: (typeof went)[number]) => gone.tab === tab && id && gone.cells[ID[tab]] === id;
    return went.find(isSame)?.cells[column] !== here.cells[column];
  });

const touches = (step: Deed['step'], tab: Tab, row: string, column: string): boolean =>
  step.cells.some((cell) => cell.tab === tab && cell.row === row && cell.column === column) ||
  step.came.some((here) => here.tab === tab && here.row === row) ||
  step.went.some((gone) => gone.tab === tab && gone.row === row);
