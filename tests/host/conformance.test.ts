import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addOnOf, askScript, NOW, type Packed } from '../../host/conformance/ask';
import { LIES } from '../../host/conformance/differences';
import { conformance } from '../../host/conformance/main';
import { same } from '../../host/conformance/packed/same';
import { AREAS } from '../../host/conformance/questions/areas';
import { FILE_ZONE, LOCALE } from '../../host/conformance/questions/question';
import { isUnlistedMiss, missText, verdictsOn } from '../../host/conformance/verdicts';
import { openHost } from '../../host/host';
import { packConformance } from '../../scripts/pack-conformance.mjs';

let packed: Packed;
beforeAll(async () => {
  packed = await packConformance();
});

const questions = Object.values(AREAS).flat();

test.each(Object.keys(AREAS))('the host answers as Google does: %s', async (area) => {
  const verdicts = await verdictsOn(packed, area);
  expect(verdicts.filter(isUnlistedMiss).map(missText)).toEqual([]);
  // Whoever mends the host takes the question out of the list.
  const mended = verdicts.filter(({ hit, listed }) => hit && listed).map(({ question }) => question.id);
  expect(mended).toEqual([]);
});

test('there are at least 15 settled questions in each area, and 200 in all', () => {
  const settled = Object.values(AREAS).map((of) => of.filter(({ unsure }) => !unsure).length);
  expect(Math.min(...settled)).toBeGreaterThanOrEqual(15);
  expect(settled.reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(200);
});

test('every question has an id of its area, a source, and none is asked twice', () => {
  expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  for (const [area, of] of Object.entries(AREAS)) {
    for (const { id, source } of of) {
      expect(id).toMatch(new RegExp(`^${area.replaceAll(' ', '-')}/[a-z0-9-]+$`));
      expect(source).not.toBe('');
    }
  }
});

test('the known differences name questions that exist', () => {
  const ids = new Set(questions.map(({ id }) => id));
  expect(LIES.flatMap(({ questions: named = [] }) => named).filter((id) => !ids.has(id))).toEqual([]);
});

test('the packed script, asked everything in one file, gets the answers of fresh ones', () => {
  const host = openHost({ addOn: addOnOf(packed, packed['Code.gs']!), locale: LOCALE, timeZone: FILE_ZONE, now: NOW });
  const answers = JSON.parse(host.call('askEverything') as string) as Record<string, unknown>;
  const other = questions.flatMap((question) => {
    if (!('code' in question)) return [];
    const fresh = askScript(packed, question);
    return same(answers[question.id], fresh) ? [] : [{ id: question.id, fresh, inOneFile: answers[question.id] }];
  });
  expect(other).toEqual([]);
  expect(host.file.sheets.map(({ name }) => name)).toEqual(['Conformance results', 'Sheet1']);
  host.close();
});

test('a crash is no refusal, and neither is what the host lacks', () => {
  const refused = { throws: true };
  expect(same({ throws: 'The coordinates of the range are outside the dimensions of the sheet.' }, refused)).toBe(true);
  expect(same({ throws: 'Cannot read properties of null', kind: 'TypeError' }, refused)).toBe(false);
  expect(same({ throws: 'Sheet.getSlicers is not supported by the offline host.' }, refused)).toBe(false);
});

test('a run that was cut short is taken up again', () => {
  const host = openHost({ addOn: addOnOf(packed, packed['Code.gs']!), locale: LOCALE, timeZone: FILE_ZONE, now: NOW });
  host.beforeCall = ({ method }) => (method === 'deleteSheet' ? { fault: 'throws' } : undefined);
  expect(() => host.call('askEverything')).toThrow();
  const left = () => host.file.sheets.map(({ name }) => name).filter((name) => name.startsWith('Asking'));
  expect(left()).toHaveLength(1);
  host.beforeCall = null;
  host.call('askEverything');
  expect(left()).toEqual([]);
  host.close();
});

test('the guide says which scenes only a published add-on can play', () => {
  const about = packed['README.md']!.split('### ').find((text) => text.startsWith('events/two-of-a-kind'));
  expect(about).toContain('Only of a published add-on');
});

describe('the command', () => {
  const printed: string[] = [];
  beforeEach(() => {
    printed.length = 0;
    jest.spyOn(console, 'log').mockImplementation((line) => void printed.push(line));
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  test('puts the answers of a real account beside the host’s', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'answers-')), 'answers.json');
    const answers = { 'writing/digits-in-a-string': 1234, 'writing/true-in-a-string': 'TRUE', P2: ['0123'] };
    writeFileSync(file, JSON.stringify(answers));
    expect(await conformance(packed, ['--compare', file])).toBe(1);
    expect(printed).toEqual([
      'writing/true-in-a-string\n  Google: "TRUE"\n  host:   true',
      '  we expected true',
      'P2\n  Google: ["0123"]\n  host:   was not asked',
      '2 of 3 answers are other than the host’s.',
    ]);
  });

  test('prints what is known to differ, what is unsure and what is not supported', async () => {
    expect(await conformance(packed, ['--differences'])).toBe(0);
    const text = printed.join('\n');
    expect(text).toContain('Google: A method that does not exist is undefined, so calling it is a TypeError.');
    expect(text).toContain('writing/leading-apostrophe');
    expect(text).toContain('The engine has no slicers.\n  all of Slicer\n  Sheet: getSlicers insertSlicer');
  });
});
