import fc from 'fast-check';
import { addDays } from '../../src/domain/day';
import { activityFields, type Field, leadFields, opportunityFields } from '../../src/domain/fields';
import { anId, call, failureOf, readyHost } from '../journeys/crm-host';

const text = fc.string({ maxLength: 40, unit: 'grapheme' }).map((value) => value.trim());

/** Values of every kind of field that a form can set. */
const values: Record<string, fc.Arbitrary<unknown>> = {
  text,
  longText: fc.string({ maxLength: 200 }),
  tags: fc.array(fc.stringMatching(/^[a-z0-9=+-]{1,8}$/), { maxLength: 3 }),
  money: fc.option(fc.integer({ min: -1e9, max: 1e9 }).map((cents) => cents / 100)),
  number: fc.option(fc.integer({ min: 0, max: 100 })),
  percent: fc.option(fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100)),
  day: fc.option(fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1950-01-01', days))),
};

const hostile = [
  '=1+1',
  '+1',
  '-1',
  '@x',
  "'x",
  '\tx',
  '007',
  '1-10',
  '2026-01-02',
  'TRUE',
  '50%',
  '1,234',
  '#N/A',
  '1e3',
  '09:30',
  '$5',
  ' ',
];

const arbitraryOf = (fields: Record<string, Field>, names: readonly string[]) =>
  fc.record(
    Object.fromEntries(
      names.map((name) => {
        const { kind } = fields[name]!;
        const arbitrary = values[kind]!;
        return [
          name,
          kind === 'text'
            ? fc.oneof(
                arbitrary,
                fc.constantFrom(...hostile).map((value) => value.trim()),
              )
            : arbitrary,
        ];
      }),
    ),
  );

const LEAD = [
  'company',
  'contact',
  'title',
  'phone',
  'status',
  'source',
  'industry',
  'companySize',
  'website',
  'owner',
  'tags',
  'notes',
  'score',
];
const DEAL = ['title', 'value', 'probability', 'expectedClose', 'nextStep', 'product', 'owner', 'lostReason', 'notes'];

describe('every column gives back what was put in', () => {
  test.each([
    ['America/New_York', 'en_US'],
    ['Asia/Kolkata', 'de_DE'],
    ['Pacific/Auckland', 'fr_FR'],
  ])('in a file of %s and %s, on creation and on change', (timeZone, locale) => {
    const host = readyHost({ timeZone, locale });
    fc.assert(
      fc.property(arbitraryOf(leadFields, LEAD), arbitraryOf(opportunityFields, DEAL), (lead, deal) => {
        const fields = { ...lead, company: String(lead['company'] || 'Acme') };
        const id = anId('lead');
        expect(call(host, 'createLead', { id, fields }).record).toMatchObject(fields);
        const dealFields = { ...deal, title: String(deal['title'] || 'Deal') };
        const dealId = anId('opportunity');
        call(host, 'createOpportunity', { id: dealId, fields: { title: 'before' } });
        const seen = Object.fromEntries(
          Object.keys(dealFields).map((name) => [
            name,
            call(host, 'opportunity', { id: dealId }).record[name as 'title'],
          ]),
        );
        const { record } = call(host, 'changeOpportunity', { id: dealId, changes: dealFields, seen });
        expect(record).toMatchObject(dealFields);
        expect(call(host, 'opportunity', { id: dealId })).toMatchObject({ record: dealFields, odd: {}, formulas: [] });
      }),
      { numRuns: 25 },
    );
  });

  test('every field of every record has a header of its own', () => {
    for (const fields of [leadFields, opportunityFields, activityFields]) {
      const headers = Object.values<Field>(fields).map(({ header }) => header);
      expect(new Set(headers).size).toBe(headers.length);
    }
  });
});

test('a text longer than a cell holds is refused before anything is written', () => {
  const host = readyHost();
  const failure = failureOf(() =>
    call(host, 'createLead', { id: anId('lead'), fields: { company: 'Acme', notes: 'x'.repeat(50_001) } }),
  );
  expect(failure).toMatchObject({
    code: 'INVALID',
    field: 'notes',
    message: 'A cell holds at most 50,000 characters. Shorten the text.',
  });
});
