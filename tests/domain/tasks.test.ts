import { agendaOf, endOfWeek } from '../../src/domain/agenda';
import { blankActivity } from '../../src/domain/blank';
import { calendarOf } from '../../src/domain/calendar';
import { isOpenStatus } from '../../src/domain/lead-status';
import { doesRepeat, nextDue } from '../../src/domain/repeat';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import { isOpenTask, touchedAt, urgencyOn } from '../../src/domain/tasks';

describe('a task that repeats', () => {
  test.each([
    ['every day', '2026-11-22', '2026-11-22', '2026-11-23'],
    ['every week', '2026-11-20', '2026-11-22', '2026-11-27'],
    ['Every  2 weeks', '2026-11-20', '2026-11-18', '2026-12-04'],
    ['every 10 days', '2026-12-28', '2026-12-28', '2027-01-07'],
    // A month's last day stays within the next month.
    ['every month', '2026-01-31', '2026-01-31', '2026-02-28'],
    ['every month', '2028-01-31', '2028-01-31', '2028-02-29'],
    ['every 3 months', '2026-11-30', '2026-11-30', '2027-02-28'],
    // What nobody did for long comes once, not in the past.
    ['every day', '2026-10-01', '2026-11-22', '2026-11-22'],
    ['every week', '2026-10-01', '2026-11-22', '2026-11-26'],
    ['every month', '2026-01-31', '2026-11-22', '2026-11-30'],
  ] as const)('%s, due %s and done %s, comes again on %s', (repeat, due, today, next) => {
    expect(nextDue(repeat, due, today)).toBe(next);
  });

  test('without a day is counted from the day it is done', () => {
    expect(nextDue('every week', null, '2026-11-22')).toBe('2026-11-29');
  });

  test.each(['', 'weekly?', 'every 0 days', 'every 5000 days', 'every year', 'on Mondays'])(
    '“%s” repeats nothing',
    (text) => {
      expect([doesRepeat(text), nextDue(text, '2026-11-22', '2026-11-22')]).toEqual([false, null]);
    },
  );
});

test.each([
  ['2026-11-21', 'overdue'],
  ['2026-11-22', 'today'],
  ['2026-11-23', 'week'],
  ['2026-11-29', 'week'],
  ['2026-11-30', 'later'],
  [null, 'undated'],
] as const)('on 22 November a task due %s is %s', (due, urgency) => {
  expect(urgencyOn('2026-11-22')({ due })).toBe(urgency);
});

test('a task is open until it is done; a call is not to be done unless it has a day', () => {
  const task = { type: 'Task', due: null, doneAt: null };
  expect(isOpenTask(task)).toBe(true);
  expect(isOpenTask({ ...task, doneAt: 5 })).toBe(false);
  expect(isOpenTask({ ...task, type: 'Call' })).toBe(false);
  expect(isOpenTask({ ...task, type: 'Call', due: '2026-11-22' })).toBe(true);
});

test('work shows in what happened or was done; plans and the future are no work', () => {
  const activity = { type: 'Call', due: null, when: 500, doneAt: 700, createdAt: 100 };
  expect(touchedAt(activity, 1000)).toBe(700);
  expect(touchedAt({ ...activity, when: null, doneAt: null }, 1000)).toBe(100);
  expect(touchedAt({ ...activity, when: 2000, doneAt: null }, 1000)).toBeNull();
  expect(touchedAt({ ...activity, type: 'Task', doneAt: null }, 1000)).toBeNull();
});

test.each([
  ['Monday', '2026-11-22'],
  ['Sunday', '2026-11-28'],
  ['Saturday', '2026-11-27'],
] as const)('a week that begins on %s and holds Sunday, 22 November, ends on %s', (start, end) => {
  expect(endOfWeek('2026-11-22', start)).toBe(end);
});

describe('the status of a lead', () => {
  test.each(['New', 'Contacted', 'Qualified', 'No answer', 'Not contacted', '', 'Wonderful', 'Neu'])(
    '%s is open',
    (status) => {
      expect(isOpenStatus(status)).toBe(true);
    },
  );
  test.each([
    'Customer',
    'Lost',
    'Unqualified',
    'Closed - Won',
    'NOT INTERESTED',
    'Do not contact',
    'Kunde',
    'Verloren',
  ])('%s is closed', (status) => {
    expect(isOpenStatus(status)).toBe(false);
  });
});

test('a day of one owner holds what stands under their name as people type it', () => {
  const task = (id: string, owner: string) => ({ ...blankActivity(id, 0), type: 'Task', owner });
  const activities = [task('A-1', 'Anna Lindqvist'), task('A-2', ' anna lindqvist '), task('A-3', 'Bo')];
  const at = { settings: DEFAULT_SETTINGS, calendar: calendarOf(() => 0), now: Date.UTC(2026, 10, 22, 12) };
  const { tasks } = agendaOf({ leads: [], deals: [], activities }, 'Anna Lindqvist', at);
  expect(tasks.first.map(({ id }) => id)).toEqual(['A-1', 'A-2']);
});
