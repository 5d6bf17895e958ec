import { ERASED } from '../../src/domain/history';
import type { PastChange } from '../../src/domain/past';
import { anId, call, readyHost, rowsOf } from './crm-host';

const lead = { id: anId('lead'), fields: { company: 'Halden Timber', notes: 'Met at the fair.', tags: ['oak'] } };
const deal = { id: anId('opportunity'), fields: { title: 'Annual supply', leadId: lead.id, value: 900 } } as const;

/** A lead with a deal, made by Ann. */
function scene() {
  const host = readyHost();
  call(host, 'createLead', lead);
  call(host, 'createOpportunity', deal);
  return host;
}

const ofLead = { kind: 'lead', id: lead.id } as const;
const ofDeal = { kind: 'opportunity', id: deal.id } as const;

const told = ({ what, field, before, after, how }: PastChange) => [what, field, before, after, how];
const first = (host: ReturnType<typeof scene>, about: typeof ofLead | typeof ofDeal) =>
  call(host, 'historyOf', about).changes[0]!;

describe('the history of a record', () => {
  test('begins with its creation, and the newest change stands first, with exact values', () => {
    const host = scene();
    call(host, 'changeLead', { id: lead.id, changes: { tags: ['oak', 'pine'] }, seen: { tags: ['oak'] } });
    call(host, 'changeLead', { id: lead.id, changes: { score: 40 }, seen: { score: null } });
    const { changes, more } = call(host, 'historyOf', ofLead);
    expect(changes.map(told)).toEqual([
      ['changed', 'score', '', 40, 'sidebar'],
      ['changed', 'tags', ['oak'], ['oak', 'pine'], 'sidebar'],
      ['created', '', '', '', 'sidebar'],
    ]);
    expect([changes[0]!.who !== '', more]).toEqual([true, 0]);
  });

  test('is that of the record alone', () => {
    const host = scene();
    call(host, 'changeOpportunity', { id: deal.id, changes: { value: 1200 }, seen: { value: 900 } });
    expect(call(host, 'historyOf', ofLead).changes).toHaveLength(1);
    expect(told(first(host, ofDeal))).toEqual(['changed', 'value', 900, 1200, 'sidebar']);
  });

  test('names what was changed in the grid, once it was heard of', () => {
    const host = scene();
    const column = 'ABCDEFGHIJKLMNOPQRST'[host.person.seesTab('Opportunities')[0]!.indexOf('Value')];
    host.person.type(`Opportunities!${column}2`, '1500');
    call(host, 'catchUp', {});
    const { field, after, how } = first(host, ofDeal);
    expect([field, after, how]).toEqual(['value', 1500, 'grid']);
  });

  test('offers to undo the newest action of the user, which brings the value back', () => {
    const host = scene();
    call(host, 'changeLead', { id: lead.id, changes: { score: 40 }, seen: { score: null } });
    const { undo } = call(host, 'historyOf', ofLead);
    expect(undo?.others).toBe(0);
    call(host, 'undo', { action: undo!.action });
    expect(call(host, 'lead', { id: lead.id }).record.score).toBeNull();
    expect(told(first(host, ofLead))).toEqual(['changed', 'score', 40, '', 'undo']);
  });

  test('says how much else an undo takes back', () => {
    const host = scene();
    const other = { id: anId('lead'), fields: { company: 'Moss Paper' } };
    call(host, 'createLead', other);
    const records = [lead, other].map(({ id }) => ({ id, seen: '' }));
    call(host, 'changeMany', { kind: 'lead', field: 'owner', value: 'Ann', records });
    expect(call(host, 'historyOf', ofLead).undo?.others).toBe(1);
  });

  test('offers no undo of what somebody else did', () => {
    const host = scene();
    const bob = host.as('bob@example.com').install();
    call(bob, 'changeLead', { id: lead.id, changes: { score: 40 }, seen: { score: null } });
    expect(call(host, 'historyOf', ofLead).undo).toBeNull();
  });

  test('shortens a long text', () => {
    const host = scene();
    const notes = 'x'.repeat(40_000);
    call(host, 'changeLead', { id: lead.id, changes: { notes }, seen: { notes: 'Met at the fair.' } });
    const { before, after } = first(host, ofLead);
    expect([before, String(after).length]).toEqual(['Met at the fair.', 2_001]);
  });

  test('says of a deal that its lead was erased', () => {
    const host = scene();
    const other = { id: anId('lead'), fields: { company: 'Moss Paper' } };
    call(host, 'createLead', other);
    call(host, 'changeOpportunity', { id: deal.id, changes: { leadId: other.id }, seen: { leadId: lead.id } });
    call(host, 'erasePerson', { id: other.id });
    expect(rowsOf(host, 'History').some(({ Field }) => Field === ERASED)).toBe(true);
    const erased = call(host, 'historyOf', ofDeal).changes.filter(({ what }) => what === 'erased');
    expect(erased.map(({ field }) => field).sort()).toEqual(['lead', 'leadId']);
    expect(JSON.stringify(call(host, 'historyOf', ofDeal))).not.toContain('Moss');
  });

  test('is empty where History was deleted', () => {
    const host = scene();
    host.person.deleteTab('History');
    expect(call(host, 'historyOf', ofLead)).toEqual({ changes: [], more: 0, undo: null });
  });
});
