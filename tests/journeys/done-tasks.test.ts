import type { Host } from '../../host/host';
import { anId, call, copiesOf, failureOf, readyHost, rowsOf } from './crm-host';

const DAY = 86_400_000;

const ready = readyHost();
const acme = anId('lead');
call(ready, 'createLead', { id: acme, fields: { company: 'Acme' } });
const log = (host: Host, subject: string, type = 'Task') => {
  const id = anId('activity');
  const text = { type, subject, details: '', due: null };
  call(host, 'logActivity', { id, about: { kind: 'lead', id: acme }, ...text });
  return id;
};
const offer = log(ready, 'Offer');
const copy = copiesOf(ready);

const whatIs = { owner: '', type: '', state: '', from: null, to: null, text: '', sort: 'newest', skip: 0 } as const;
const listed = (host: Host, filter: Partial<Parameters<typeof filterOf>[0]> = {}) => {
  const { fields, rows } = call(host, 'activities', filterOf(filter)).lines;
  return rows.map((row) => row[fields.indexOf('subject')]);
};
const filterOf = (filter: { state?: '' | 'open' | 'done'; from?: string | null; to?: string | null }) => ({
  ...whatIs,
  ...(filter as object),
});

describe('a task that was logged weeks ago and is done today', () => {
  const host = copy();
  host.passTime(35 * DAY);
  log(host, 'Talk', 'Call');
  host.passTime(DAY);
  const doneAt = host.now();
  call(host, 'completeTask', { id: offer, doneAt, seen: { doneAt: null } });

  test('is among what was done today', () => {
    expect(listed(host, { from: '2026-12-28', to: '2026-12-28' })).toEqual(['Offer']);
  });

  test('stands above what happened since it was logged, in the list and in the timeline', () => {
    expect(listed(host)).toEqual(['Offer', 'Talk']);
    const timeline = call(host, 'timeline', { kind: 'lead', id: acme });
    expect(timeline.map(({ subject }) => subject)).toEqual(['Offer', 'Talk']);
  });
});

describe('a task of which somebody typed into Done at that it is done, and not when', () => {
  const typed = (text = 'yes') => {
    const host = copy();
    const [headers = []] = host.person.seesTab('Activities');
    const column = String.fromCharCode(65 + headers.indexOf('Done at'));
    host.person.type(`Activities!${column}2`, text);
    return host;
  };

  test.each([
    ['read from the sheet', () => {}],
    ['cached', (host: Host) => void call(host, 'today', { owner: '' })],
  ])('is no open task any more: %s', (_, warm) => {
    const host = typed();
    warm(host);
    expect(call(host, 'today', { owner: '' }).tasks.rows).toEqual([]);
    expect([listed(host, { state: 'open' }), listed(host, { state: 'done' })]).toEqual([[], ['Offer']]);
    expect(call(host, 'start', {}).first?.tasks?.count ?? 0).toBe(0);
  });

  test('keeps that text while other fields are changed', () => {
    const host = typed();
    call(host, 'changeActivity', { id: offer, changes: { owner: 'Zoe' }, seen: { owner: '' } });
    expect(rowsOf(host, 'Activities')[0]).toMatchObject({ Owner: 'Zoe', 'Done at': 'yes' });
    expect(call(host, 'activity', { id: offer }).odd).toEqual({ doneAt: 'yes' });
  });

  test('is opened again by whoever saw the text, and by nobody else', () => {
    const host = typed();
    const reopen = (doneAt: string | number) =>
      call(host, 'changeActivity', { id: offer, changes: { doneAt: null }, seen: { doneAt } });
    const { code, differences } = failureOf(() => reopen(0));
    expect([code, differences[0]?.now]).toEqual(['CONFLICT', 'yes']);
    expect(reopen('yes').record.doneAt).toBeNull();
    expect(listed(host, { state: 'open' })).toEqual(['Offer']);
  });
});
