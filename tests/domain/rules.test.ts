import { blankOpportunity } from '../../src/domain/blank';
import { calendarOf } from '../../src/domain/calendar';
import { addDays, dayOf, isDay } from '../../src/domain/day';
import { isId, newId } from '../../src/domain/ids';
import { domainOf, leadFinder } from '../../src/domain/lead';
import { checkOpportunity, moveOpportunity, recordOf } from '../../src/domain/opportunity';
import { DEFAULT_SETTINGS, getStage } from '../../src/domain/settings';

const now = Date.parse('2026-11-22T09:00:00Z');
const stage = (name: string) => getStage(DEFAULT_SETTINGS.stages, 'Sales', name);
const deal = { ...blankOpportunity('O-0000000001', DEFAULT_SETTINGS, now), title: 'Acme renewal' };

describe('a deal', () => {
  test('is dated the moment it is won, and again open when it goes back', () => {
    const won = moveOpportunity(deal, stage('Closed Won'), now + 5);
    expect(won).toMatchObject({ stage: 'Closed Won', closedAt: now + 5, stageSince: now + 5 });
    expect(moveOpportunity(won, stage('Proposal'), now + 9)).toMatchObject({ closedAt: null, stageSince: now + 9 });
  });

  test('stays the very same when it is moved to where it is', () => {
    expect(moveOpportunity(deal, stage('Prospecting'), now + 5)).toBe(deal);
  });

  test('keeps its lost reason only while it is lost', () => {
    const lost = { ...moveOpportunity(deal, stage('Closed Lost'), now), lostReason: 'Price' };
    expect(moveOpportunity(lost, stage('Proposal'), now).lostReason).toBe('');
  });

  test('has its dates and its lost reason back when a move is undone', () => {
    const lost = { ...moveOpportunity(deal, stage('Closed Lost'), now + 5), lostReason: 'Price' };
    const reopened = moveOpportunity(lost, stage('Proposal'), now + 9);
    expect(moveOpportunity(reopened, stage('Closed Lost'), now + 12, lost)).toEqual(lost);
    expect(moveOpportunity(lost, stage('Prospecting'), now + 9, deal)).toEqual(deal);
  });

  test('whose move was never finished is dated when it is moved to where it stands', () => {
    const half = { ...deal, stage: 'Closed Won', recorded: recordOf(deal, now) };
    expect(moveOpportunity(half, stage('Closed Won'), now + 5)).toMatchObject({
      closedAt: now + 5,
      stageSince: now + 5,
    });
    const whole = { ...half, recorded: recordOf(half, now) };
    expect(moveOpportunity(whole, stage('Closed Won'), now + 5)).toBe(whole);
  });

  test('is judged by what changes in it alone', () => {
    const typed = { ...deal, currency: 'usd' };
    expect(checkOpportunity({ ...typed, value: 5 }, typed).value).toBe(5);
    expect(() => checkOpportunity({ ...typed, title: '' }, typed)).toThrow('Give the deal a title.');
  });

  test.each([
    [{ title: ' ' }, 'title'],
    [{ value: Number.NaN }, 'value'],
    [{ probability: 1.2 }, 'probability'],
    [{ currency: 'Euro' }, 'currency'],
  ])('with %j is refused, naming the field', (wrong, field) => {
    expect(() => checkOpportunity({ ...deal, ...wrong })).toThrow(expect.objectContaining({ code: 'INVALID', field }));
  });
});

describe('finding a lead for an import', () => {
  const lead = (id: string, company: string, email = '', website = '') => ({
    id,
    company,
    contact: '',
    email,
    website,
  });
  const find = leadFinder([
    lead('L-1', 'Acme', 'ann@acme.example', 'https://www.acme.example/about'),
    lead('L-2', 'Twin'),
    lead('L-3', 'twin '),
  ]);

  test('goes by e-mail, name or domain, and never guesses between two of a name', () => {
    expect(find({ email: 'ANN@acme.example' })?.id).toBe('L-1');
    expect(find({ name: ' acme' })?.id).toBe('L-1');
    expect(find({ domain: 'acme.example' })?.id).toBe('L-1');
    expect(find({ name: 'Twin' })).toBeNull();
    expect(find({})).toBeNull();
  });

  test.each([
    ['https://www.acme.example/about?x=1', 'acme.example'],
    ['ACME.example:8080', 'acme.example'],
    ['', ''],
  ])('the domain of %s is %s', (website, domain) => {
    expect(domainOf(website)).toBe(domain);
  });
});

describe('days', () => {
  test('exist or do not', () => {
    expect(dayOf(2024, 2, 29)).toBe('2024-02-29');
    expect(dayOf(2026, 2, 29)).toBeNull();
    expect(isDay('2026-02-30')).toBe(false);
    expect(isDay('2026-2-3')).toBe(false);
  });

  test('are added without clocks', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
  });
});

describe.each(['America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'America/Sao_Paulo'])(
  'the calendar of %s',
  (timeZone) => {
    const offsetAt = (instant: number) => {
      const parts = new Intl.DateTimeFormat('en-US', {
        timeZone,
        hourCycle: 'h23',
        dateStyle: 'short',
        timeStyle: 'medium',
      } as Intl.DateTimeFormatOptions);
      const [month, day, year, hour, minute, second] = parts.format(instant).match(/\d+/g)!.map(Number) as number[];
      return Date.UTC(2000 + year!, month! - 1, day!, hour! % 24, minute!, second!) - Math.floor(instant / 1000) * 1000;
    };
    const calendar = calendarOf(offsetAt);

    test('knows the day of every moment and the start of every day, through both changes of clocks', () => {
      for (let day = addDays('2018-01-01', 0); day < '2019-12-31'; day = addDays(day, 1)) {
        const start = calendar.startOf(day);
        expect(calendar.dayOf(start)).toBe(day);
        expect(calendar.dayOf(start - 1000)).toBe(addDays(day, -1));
      }
    });
  },
);

test('ids are never mistaken for numbers, and tell their kind', () => {
  for (let i = 0; i < 100; i++) {
    const id = newId('opportunity', Math.random);
    expect(id).toMatch(/^O-[0-9A-HJKMNP-TV-Z]{10}$/);
    expect(isId('opportunity', id)).toBe(true);
    expect(isId('lead', id)).toBe(false);
  }
});
