import type { ImportPlan, ImportRow } from '../../../src/domain/import/rows';
import type { Stage } from '../../../src/domain/settings';
import { asCallError, type CallError } from '../call-error';
import type { Client } from '../client';
import type { Refused } from './dry-run';

export type ImportJob = {
  readonly plan: ImportPlan;
  /** With ids that were made once: a chunk that is sent twice adds its rows once. */
  readonly rows: readonly ImportRow[];
  /** To be added before the rows. */
  readonly stages: readonly Stage[];
};

export type Progress = {
  readonly state: 'running' | 'done' | 'cancelled' | 'stopped';
  /** Rows sent and answered. */
  readonly sent: number;
  readonly added: number;
  readonly refused: readonly Refused[];
  readonly unlinked: number;
  /** Why it stopped. */
  readonly error: CallError | null;
  /** What somebody has to look at in the sheet, even if the import went on since. */
  readonly warnings: readonly string[];
};

export const noProgress: Progress = {
  state: 'running',
  sent: 0,
  added: 0,
  refused: [],
  unlinked: 0,
  error: null,
  warnings: [],
};

export const CHUNK = 500;

/** Apps Script itself gives up after six minutes. */
const PATIENCE = 6 * 60_000;

/** Waits before each new try of a chunk. */
const PAUSES = [1000, 4000];

/**
 * Trying again cannot help: the same request gets the same answer. After a conflict it would even get a better one, while
 * somebody has to look at the sheet first.
 */
const FINAL: readonly CallError['code'][] = ['INVALID', 'DENIED', 'ACCOUNT', 'QUOTA', 'SHEET_BROKEN', 'CONFLICT'];

export type Hooks = {
  readonly tell: (progress: Progress) => void;
  readonly isCancelled: () => boolean;
  /** Told of all stages, once new ones are added. */
  readonly takeStages?: (stages: readonly Stage[]) => void;
  readonly wait?: (milliseconds: number) => Promise<void>;
};

const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Imports the rows after those of `from`, chunk by chunk; tells after each. Goes on later from what it told last. */
export async function runImport(
  client: Client,
  { plan, rows, stages }: ImportJob,
  { tell, isCancelled, takeStages, wait = sleep }: Hooks,
  from: Progress = noProgress,
): Promise<void> {
  let progress: Progress = { ...from, state: 'running', error: null };
  const go = (change: Partial<Progress>) => {
    progress = { ...progress, ...change };
    tell(progress);
  };
  const patiently = async <T>(send: () => Promise<T>): Promise<T> => {
    for (let tries = 0; ; tries++) {
      try {
        return await send();
      } catch (thrown) {
        const error = asCallError(thrown);
        const pause = PAUSES[tries];
        if (pause === undefined || FINAL.includes(error.code) || isCancelled()) throw error;
        await wait(pause);
      }
    }
  };

  go({});
  try {
    if (stages.length > 0 && progress.sent === 0) {
      // Stages must not be added for an import that then finds a column missing.
      await patiently(() => client.call('importRows', { plan, rows: [] }, PATIENCE));
      const all = await patiently(() => client.call('addStages', { stages }, PATIENCE));
      takeStages?.(all);
    }
    while (progress.sent < rows.length) {
      if (isCancelled()) {
        go({ state: 'cancelled' });
        return;
      }
      const chunk = rows.slice(progress.sent, progress.sent + CHUNK);
      const result = await patiently(() => client.call('importRows', { plan, rows: chunk }, PATIENCE));
      go({
        sent: progress.sent + chunk.length,
        // Known rows are ours too: added by an earlier try whose answer never came.
        added: progress.added + result.added + result.known,
        refused: [...progress.refused, ...result.refused],
        unlinked: progress.unlinked + result.unlinked,
      });
    }
    go({ state: 'done' });
  } catch (thrown) {
    const error = asCallError(thrown);
    const warnings = error.code === 'CONFLICT' ? [...progress.warnings, error.message] : progress.warnings;
    go({ state: isCancelled() ? 'cancelled' : 'stopped', error, warnings });
  }
}
