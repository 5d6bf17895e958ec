/** @jest-environment jsdom */
import { createClient } from '../../sidebar/data/client';
import { refusedCsv } from '../../sidebar/data/import/refused-csv';
import { CHUNK, type ImportJob, noProgress, type Progress, runImport } from '../../sidebar/data/import/run';
import { importing } from '../../sidebar/texts/en';
import { speak } from '../../sidebar/texts/text';
import type { ImportResult } from '../../src/contract/contract';
import { CrmError } from '../../src/domain/errors';
import type { ImportRow } from '../../src/domain/import/rows';
import { newStage } from '../../src/domain/import/stages';
import { fakeGoogle, GoogleFails, type Handlers } from './fake-google';

speak(importing);

const rows = (count: number): readonly ImportRow[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `L-${String(at).padStart(10, '0')}`,
    row: at + 2,
    cells: [`Company ${at}`],
  }));

const job = (count: number, stages: ImportJob['stages'] = []): ImportJob => ({
  plan: { kind: 'lead', fields: ['company'], reading: { decimal: '.', dayFirst: false }, stages: [] },
  rows: rows(count),
  stages,
});

const result = (fields: Partial<ImportResult> = {}): ImportResult => ({
  added: 0,
  known: 0,
  refused: [],
  unlinked: 0,
  ...fields,
});

/** Remembers ids as the sheet does: the same row twice is added once. */
function sheet() {
  const ids = new Set<string>();
  const importRows: NonNullable<Handlers['importRows']> = ({ rows }) => {
    const fresh = rows.filter(({ id }) => !ids.has(id));
    for (const { id } of fresh) ids.add(id);
    return result({ added: fresh.length, known: rows.length - fresh.length });
  };
  return { ids, importRows };
}

async function run(work: ImportJob, about: { from?: Progress; cancelAfter?: number } = {}) {
  const told: Progress[] = [];
  const waits: number[] = [];
  let cancelled = false;
  await runImport(
    createClient(),
    work,
    {
      tell: (progress) => {
        told.push(progress);
        if (progress.sent >= (about.cancelAfter ?? Number.POSITIVE_INFINITY)) cancelled = true;
      },
      isCancelled: () => cancelled,
      wait: async (time) => {
        waits.push(time);
      },
    },
    about.from,
  );
  return { told, waits, last: told[told.length - 1] ?? noProgress };
}

describe('an import', () => {
  it('sends its rows in chunks and counts as it goes', async () => {
    const { importRows } = sheet();
    const { inputsOf } = fakeGoogle({ importRows });
    const { told, last } = await run(job(1200));
    expect(inputsOf('importRows').map(({ rows }) => rows.length)).toEqual([CHUNK, CHUNK, 200]);
    expect(told.map(({ sent }) => sent)).toEqual([0, 500, 1000, 1200, 1200]);
    expect(last).toMatchObject({ state: 'done', added: 1200 });
  });

  it('adds new stages before the first rows', async () => {
    const { importRows } = sheet();
    const { requests } = fakeGoogle({ importRows, addStages: ({ stages }) => stages });
    await run(job(3, [newStage({ pipeline: 'Sales', stage: 'Demo booked' }, [], 7)]));
    expect(requests.map(({ calls }) => calls[0]?.method)).toEqual(['importRows', 'addStages', 'importRows']);
  });

  it('adds no stages where the server cannot take the columns', async () => {
    const { inputsOf } = fakeGoogle({
      importRows: () => {
        throw new CrmError('SHEET_BROKEN', 'The tab “Leads” has no column “Email”.');
      },
    });
    const { last } = await run(job(3, [newStage({ pipeline: 'Sales', stage: 'Demo booked' }, [], 7)]));
    expect(last).toMatchObject({ state: 'stopped', sent: 0, error: { code: 'SHEET_BROKEN' } });
    expect(inputsOf('importRows')).toMatchObject([{ rows: [] }]);
  });

  it('collects refused rows and deals without a lead from all chunks', async () => {
    fakeGoogle({
      importRows: ({ rows }) =>
        result({ added: rows.length - 1, refused: [{ row: rows[0]!.row, reason: 'No date.' }], unlinked: 2 }),
    });
    const { last } = await run(job(600));
    expect(last.refused).toEqual([
      { row: 2, reason: 'No date.' },
      { row: 502, reason: 'No date.' },
    ]);
    expect(last).toMatchObject({ added: 598, unlinked: 4 });
  });

  it('tries a chunk twice more, and adds nothing twice when its answer was lost', async () => {
    const { ids, importRows } = sheet();
    let tries = 0;
    fakeGoogle({
      importRows: (input) => {
        const answer = importRows(input);
        if (++tries <= 2) throw new GoogleFails('NetworkError: Connection failure due to HTTP 0');
        return answer;
      },
    });
    const { waits, last } = await run(job(10));
    expect(waits).toEqual([1000, 4000]);
    expect(last).toMatchObject({ state: 'done', added: 10 });
    expect(ids.size).toBe(10);
  });

  it('stops where a chunk fails three times, and goes on from there', async () => {
    const { ids, importRows } = sheet();
    let broken = true;
    const { inputsOf } = fakeGoogle({
      importRows: (input) => {
        if (broken && input.rows[0]!.row > 500) throw new CrmError('BUSY', 'The file is busy.');
        return importRows(input);
      },
    });
    const work = job(1200);
    const { last } = await run(work);
    expect(last).toMatchObject({ state: 'stopped', sent: 500, added: 500 });
    expect(last.error?.message).toBe('The file is busy.');
    expect(inputsOf('importRows')).toHaveLength(4);
    broken = false;
    const { last: end } = await run(work, { from: last });
    expect(end).toMatchObject({ state: 'done', sent: 1200, added: 1200, error: null });
    expect(ids.size).toBe(1200);
  });

  it.each([
    ['DENIED', 'The tab Leads is protected.'],
    ['CONFLICT', 'Somebody moved rows. Look at it now.'],
  ] as const)('does not try again after %s: it cannot help, or somebody has to look first', async (code, message) => {
    const { inputsOf } = fakeGoogle({
      importRows: () => {
        throw new CrmError(code, message);
      },
    });
    const { last } = await run(job(10));
    expect(last).toMatchObject({ state: 'stopped', sent: 0 });
    expect(inputsOf('importRows')).toHaveLength(1);
  });

  it('stops after the running chunk when it is cancelled', async () => {
    const { importRows } = sheet();
    fakeGoogle({ importRows });
    const { last } = await run(job(1200), { cancelAfter: 500 });
    expect(last).toMatchObject({ state: 'cancelled', sent: 500, added: 500 });
  });
});

it('hands out refused rows with their reasons as they stand in the file', () => {
  const table = {
    headers: ['Company', 'Notes'],
    rows: [
      { row: 2, cells: ['Halden', 'ok'] },
      { row: 3, cells: ['Quince, Rye', '=1+1'] },
    ],
    leftOut: 0,
  };
  expect(refusedCsv(table, [{ row: 3, reason: 'No “e-mail”.' }])).toBe(
    'Row,Reason,Company,Notes\r\n3,No “e-mail”.,"Quince, Rye",=1+1',
  );
});
