import { hostWith } from './little-add-on';

/** What a script in a zone makes of an expression, whatever the zone of the machine. */
const inZone = (scriptZone: string, expression: string): unknown =>
  hostWith(`function answer() { return ${expression}; }`, { scriptZone }).call('answer');

describe('the dates of a script stand in the zone of its manifest', () => {
  test.each([
    ['Asia/Kolkata', `new Date(2026, 0, 15, 9, 30).toISOString()`, '2026-01-15T04:00:00.000Z'],
    ['Asia/Kolkata', `new Date('2026-01-15T09:30').toISOString()`, '2026-01-15T04:00:00.000Z'],
    ['Asia/Kolkata', `new Date('01/15/2026').toISOString()`, '2026-01-14T18:30:00.000Z'],
    ['Asia/Kolkata', `new Date('2026-01-15').toISOString()`, '2026-01-15T00:00:00.000Z'],
    ['Asia/Kolkata', `new Date('2026-01-15T09:30:00+02:00').toISOString()`, '2026-01-15T07:30:00.000Z'],
    ['Asia/Kolkata', `Date.parse('Jan 15, 2026 GMT')`, Date.UTC(2026, 0, 15)],
    ['America/New_York', `new Date('2026-03-08T12:00:00Z').getTimezoneOffset()`, 240],
    [
      'America/New_York',
      `[new Date(1.77e12).getHours(), new Date(1.77e12).getDate(), new Date(1.77e12).getDay()]`,
      [21, 1, 0],
    ],
    [
      'America/New_York',
      `(() => { const d = new Date('2026-03-07T15:00:00Z'); d.setDate(d.getDate() + 1); return d.toISOString(); })()`,
      '2026-03-08T14:00:00.000Z',
    ],
    [
      'America/New_York',
      `String(new Date('2026-07-04T16:05:06Z'))`,
      'Sat Jul 04 2026 12:05:06 GMT-0400 (Eastern Daylight Time)',
    ],
    ['America/New_York', `new Date('2026-07-04T03:00:00Z').toLocaleDateString('en-US')`, '7/3/2026'],
    ['America/New_York', `new Intl.DateTimeFormat('en-US').format(new Date('2026-07-04T03:00:00Z'))`, '7/3/2026'],
    ['America/New_York', `Intl.DateTimeFormat().resolvedOptions().timeZone`, 'America/New_York'],
    ['Etc/UTC', `new Date(99, 0, 1).getFullYear()`, 1999],
    [
      'Etc/UTC',
      `[String(new Date('no day')), Number.isNaN(new Date(NaN).getHours()), new Date(undefined).getTime() !== new Date().getTime()]`,
      ['Invalid Date', true, true],
    ],
    [
      'Etc/UTC',
      `[new Date() instanceof Date, new Date().constructor === Date, Object.prototype.toString.call(new Date()), typeof Date()]`,
      [true, true, '[object Date]', 'string'],
    ],
    [
      'Etc/UTC',
      `[new Date(new Date(5)).getTime(), +new Date(5), JSON.stringify(new Date(5)), new Date(5) + '' === String(new Date(5))]`,
      [5, 5, '"1970-01-01T00:00:00.005Z"', true],
    ],
  ])('in %s, %s', (zone, expression, expected) => {
    expect(inZone(zone, expression)).toEqual(expected);
  });

  test('also those that cells are read as', () => {
    const host = hostWith(
      `function hour() { return SpreadsheetApp.getActiveSheet().getRange('A1').getValue().getHours(); }`,
      {
        timeZone: 'America/New_York',
        scriptZone: 'Europe/Madrid',
      },
    );
    host.person.type('A1', '7/4/2026 09:00');
    expect(host.call('hour')).toBe(15);
  });
});
