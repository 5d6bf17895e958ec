import type { Host } from '../../host/host';
import { anId, call, copiesOf, readyHost } from './crm-host';

const LONG = `Dear Anna,\n${'as we said on the phone. '.repeat(200)}Regards from Kiruna`;

const prepared = () => {
  const host = readyHost();
  const [lead, other] = [anId('lead'), anId('lead')];
  call(host, 'createLead', { id: lead, fields: { company: 'Acme' } });
  call(host, 'createLead', { id: other, fields: { company: 'Beta' } });
  const log = (about: string, subject: string, details: string) => {
    const text = { type: 'Email', subject, details, due: null };
    call(host, 'logActivity', { id: anId('activity'), about: { kind: 'lead', id: about }, ...text });
  };
  log(lead, 'Short', 'Greetings from Kiruna');
  log(lead, 'Long letter', LONG);
  for (let n = 0; n < 30; n++) log(other, `Call ${n}`, 'Nobody answered');
  return { lead, copy: copiesOf(host) };
};
const { lead, copy } = prepared();

/** The cells of a tab that the last call has read. */
const cellsRead = (host: Host, tab: string): number =>
  host.counts.list.reduce(
    (sum, { name, place, cells }) => sum + (/\bget/.test(name) && place.startsWith(tab) ? cells : 0),
    0,
  );

const found = (host: Host, text: string) =>
  call(host, 'searchActivities', { text })
    .map(({ subject }) => subject)
    .sort();

const all = { owner: '', type: '', state: '', from: null, to: null, text: '', sort: 'newest', skip: 0 } as const;

test('one long letter is found, and read from its own row alone', () => {
  const host = copy();
  expect(found(host, 'kiruna')).toEqual(['Long letter', 'Short']);
  const width = host.person.seesTab('Activities')[0]!.length;
  expect(found(host, 'kiruna')).toEqual(['Long letter', 'Short']);
  expect(cellsRead(host, 'Activities')).toBe(width);
  call(host, 'activities', { ...all, text: 'kiruna' });
  expect(cellsRead(host, 'Activities')).toBe(width);
});

test('the activities of a lead come with the whole letter, of which its own row is read', () => {
  const host = copy();
  found(host, 'kiruna');
  call(host, 'opportunityLines', {});
  expect(call(host, 'timeline', { kind: 'lead', id: lead }).map(({ details }) => details)).toContain(LONG);
  expect(cellsRead(host, 'Activities')).toBe(host.person.seesTab('Activities')[0]!.length);
});

test('a letter whose row somebody sorted elsewhere is found there', () => {
  const host = copy();
  found(host, 'kiruna');
  host.person.sort('Activities', 5);
  expect(found(host, 'kiruna')).toEqual(['Long letter', 'Short']);
});

test('where nothing is cached, a request reads each tab once', () => {
  const host = copy();
  const readsOf = (tab: string) =>
    host.counts.list.filter(({ name, place }) => /\bgetValues/.test(name) && new RegExp(`^${tab}!.*:`).test(place))
      .length;
  host.evict();
  call(host, 'activities', { ...all, text: 'kiruna' });
  const once = readsOf('Activities');
  host.evict();
  call(host, 'activities', all);
  expect(readsOf('Activities')).toBe(once);
  const opportunities = readsOf('Opportunities');
  host.evict();
  call(host, 'opportunityLines', {});
  const whole = readsOf('Opportunities');
  host.evict();
  call(host, 'today', { owner: '' });
  expect([opportunities, readsOf('Opportunities')]).toEqual([whole, whole]);
});
