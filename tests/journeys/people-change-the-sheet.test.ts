import { anId, call, failureOf, readyHost, rowsOf } from './crm-host';

const withLead = () => {
  const host = readyHost();
  const id = anId('lead');
  call(host, 'createLead', { id, fields: { company: 'Acme' } });
  return { host, id };
};

describe('a Leads tab', () => {
  test('that somebody turned into a table with typed columns goes on, and is set up again', () => {
    const { host, id } = withLead();
    host.person.makeTable('Leads!A1:R20', { columns: { G: 'DROPDOWN', Q: 'DATE' } });
    call(host, 'changeLead', { id, changes: { company: 'Acme Ltd' }, seen: { company: 'Acme' } });
    call(host, 'createLead', { id: anId('lead'), fields: { company: 'Beta' } });
    host.choose('Set up CRM');
    expect(host.screen.questions).toEqual([]);
    expect(rowsOf(host, 'Leads').map(({ Company }) => Company)).toEqual(['Acme Ltd', 'Beta']);
  });

  test('whose header cells were merged keeps its columns by their marks', () => {
    const { host } = withLead();
    const sheet = host.file.sheetNamed('Leads')!.id;
    host.does({ kind: 'merge', place: { sheet, rect: { row: 0, column: 0, rows: 1, columns: 2 } } });
    call(host, 'createLead', { id: anId('lead'), fields: { company: 'Beta' } });
    expect(host.person.sees('Leads!B2:B3')).toEqual([['Acme'], ['Beta']]);
  });

  test('that its owner protected tells a colleague whom to ask, and nothing is half-written', () => {
    const { host, id } = withLead();
    const bob = host.as('bob@example.com').install();
    host.file.apply({
      kind: 'objects',
      objects: {
        protections: [
          ...host.file.objects.protections,
          {
            id: 900,
            sheet: host.file.sheetNamed('Leads')!.id,
            rect: null,
            description: '',
            warningOnly: false,
            editors: ['ann@example.com'],
          },
        ],
      },
    });
    const before = [rowsOf(host, 'Leads'), rowsOf(host, 'History')];
    const change = { id, changes: { company: 'Mine' }, seen: { company: 'Acme' } };
    const failure = failureOf(() => call(bob, 'changeLead', change));
    expect(failure.code).toBe('DENIED');
    expect(failure.message).toContain('You may not edit “Leads”');
    expect(failureOf(() => call(bob, 'createLead', { id: anId('lead'), fields: { company: 'Beta' } })).code).toBe(
      'DENIED',
    );
    expect([rowsOf(host, 'Leads'), rowsOf(host, 'History')]).toEqual(before);
    call(host, 'changeLead', change);
    expect(rowsOf(host, 'Leads')[0]?.Company).toBe('Mine');
  });

  test('that was renamed, sorted, filtered and got other headers is still the Leads tab', () => {
    const { host, id } = withLead();
    call(host, 'createLead', { id: anId('lead'), fields: { company: 'Aardvark' } });
    host.person.renameTab('Leads', 'Kunden');
    host.person.type('Kunden!B1', 'Firma');
    host.person.moveColumns('Kunden', 2, 1, 6);
    host.person.sort('Kunden', 5);
    call(host, 'changeLead', { id, changes: { company: 'Acme Ltd' }, seen: { company: 'Acme' } });
    expect(rowsOf(host, 'Kunden').map(({ Firma }) => Firma)).toEqual(['Aardvark', 'Acme Ltd']);
  });
});
