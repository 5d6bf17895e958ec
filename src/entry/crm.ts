import type { How } from '../domain/crm';
import { CrmError } from '../domain/errors';
import { newActionId } from '../domain/ids';
import { SheetCrm } from '../sheets/sheet-crm';

/** Longer than any action of ours holds the lock, shorter than people wait. */
const LOCK_MS = 15_000;

/** For the calls of one request that only look: what the first of them has read is not asked for again. */
let looking: SheetCrm | null = null;

function openCrm(how: How, isLooking: boolean): SheetCrm {
  let who: string | null = null;
  const act = {
    id: newActionId(Math.random),
    get who() {
      who ??= userAddress();
      return who;
    },
    how,
    now: Date.now(),
  };
  return new SheetCrm(SpreadsheetApp.getActiveSpreadsheet(), act, isLooking);
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

/** One user action that writes: under the file's lock, committed before the lock goes. Throws `BUSY`. */
export function writing<T>(how: How, act: (crm: SheetCrm) => T): T {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(LOCK_MS)) throw new CrmError('BUSY', 'Someone else is saving right now. Try again in a moment.');
  try {
    looking = null;
    return finishing(openCrm(how, false), act);
  } finally {
    lock.releaseLock();
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
