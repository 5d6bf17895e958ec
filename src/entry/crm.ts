import type { How } from '../domain/crm';
import { CrmError } from '../domain/errors';
import { newActionId } from '../domain/ids';
import { Book, type TabKey } from '../sheets/book';
import { DocumentCache } from '../sheets/cache/document-cache';
import { markEdited } from '../sheets/edit-marks';
import type { Act } from '../sheets/history';
import { quietly } from '../sheets/quietly';
import { SheetCrm } from '../sheets/sheet-crm';
import { say } from '../texts/say';

/** Longer than any action of ours holds the lock, shorter than people wait. */
const LOCK_MS = 15_000;

/** For the calls of one request that only look: what the first of them has read is not asked for again. */
let looking: SheetCrm | null = null;

const AT_ONCE_MS = 20;

function openCrm(how: How, isLooking: boolean, book?: Book): SheetCrm {
  return new SheetCrm(SpreadsheetApp.getActiveSpreadsheet(), new UserAct(how), isLooking, book);
}

/** Google is asked who the user is when somebody wants to know. */
class UserAct implements Act {
  readonly id = newActionId(Math.random);
  readonly now = Date.now();
  readonly how: How;
  private address: string | null = null;

  constructor(how: How) {
    this.how = how;
  }

  get who(): string {
    this.address ??= userAddress();
    return this.address;
  }
}

/** '' where Google does not tell who it is, as for users of another domain. */
function userAddress(): string {
  try {
    return Session.getActiveUser().getEmail();
  } catch {
    return '';
  }
}

/** One user action that only looks. */
export function reading<T>(act: (crm: SheetCrm) => T): T {
  looking ??= openCrm('sidebar', true);
  return act(looking);
}

/** At the end of a request, or where a write follows in it: what was read is cached, and not looked at again. */
export function endLooking(): void {
  looking?.keepLooks();
  looking = null;
}

/**
 * What somebody did in the grid, unless it is no concern of ours. Looks without the lock; what `whenFree` gets writes, unless
 * somebody else does now.
 */
export function hearing(
  range: GoogleAppsScript.Spreadsheet.Range,
  act: (crm: SheetCrm, tab: TabKey, whenFree: (write: () => void) => boolean) => void,
): void {
  const book = new Book(SpreadsheetApp.getActiveSpreadsheet());
  const tab = book.editedTab(range.getSheet(), range.getLastRow());
  if (!tab) return;
  // Which columns of many rows were edited is not looked at; activities are cached with the lead of their deal.
  const isWide = tab === 'opportunities' && range.getNumRows() > 1;
  markEdited(new DocumentCache(book.spreadsheet.getId()), ...(isWide ? ([tab, 'activities'] as const) : [tab]));
  const crm = openCrm('grid', false, book);
  act(crm, tab, (write) => {
    const lock = lockAtOnce();
    if (!lock) return false;
    try {
      finishing(crm, write);
    } finally {
      quietly(() => lock.releaseLock());
    }
    return true;
  });
}

/** None where the user has not allowed everything, or Google fails: then nothing is written. */
function lockAtOnce(): GoogleAppsScript.Lock.Lock | null {
  try {
    const lock = LockService.getDocumentLock();
    return lock.tryLock(AT_ONCE_MS) ? lock : null;
  } catch {
    return null;
  }
}

/**
 * One user action that keeps something for the user alone. Nothing of the file is written, so that viewers can do it too and
 * its lock stays free; the user's own lock parts their windows.
 */
export function keeping<T>(act: (crm: SheetCrm) => T): T {
  endLooking();
  const lock = LockService.getUserLock();
  if (!lock.tryLock(LOCK_MS)) throw new CrmError('BUSY', say('busy.you'));
  try {
    return act(openCrm('sidebar', true));
  } finally {
    quietly(() => lock.releaseLock());
  }
}

/** One user action that writes: under the file's lock, committed before the lock goes. Throws `BUSY`. */
export function writing<T>(how: How, act: (crm: SheetCrm) => T): T {
  endLooking();
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(LOCK_MS)) throw new CrmError('BUSY', say('busy.others'));
  try {
    return finishing(openCrm(how, false), act);
  } finally {
    // All is committed, and the lock goes with the execution at the latest.
    quietly(() => lock.releaseLock());
  }
}

function finishing<T>(crm: SheetCrm, act: (crm: SheetCrm) => T): T {
  let value: T;
  try {
    value = act(crm);
  } catch (error) {
    // A rule was broken before anything was written; of any other failure nobody knows where it struck.
    if (crm.hasWritten || !(error instanceof CrmError)) crm.doubt();
    finishAfter(crm);
    throw error;
  }
  crm.finish();
  return value;
}

/** After a failure: what was written before it belongs into History. A second failure must not hide the first. */
function finishAfter(crm: SheetCrm): void {
  try {
    crm.finish();
  } catch (error) {
    console.error((error as Error).message);
  }
}
