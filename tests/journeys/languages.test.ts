import type { Host } from '../../host/host';
import type { LeadChanges } from '../../src/contract/contract';
import { anId, call, crmHost, failureOf, readyHost, rowsOf } from './crm-host';

/** Ann's file, in which Bob works too: his Google is in the language. */
const withBob = (language: string): { ann: Host; bob: Host } => {
  const ann = readyHost();
  const bob = ann.as('bob@example.com').install();
  bob.account.locale = language;
  return { ann, bob: bob.open() };
};

const GERMAN_MENU = [
  'CRM öffnen',
  'Leads oder Deals importieren',
  'Berichte > Pipeline',
  'Rückgängig und Reparatur',
  'CRM einrichten',
  'Info und Datenschutz',
];

const captions = (host: Host) => [...host.menu().keys()].filter((caption) => caption !== 'Help');

describe('the menu', () => {
  test.each(['de', 'de_AT', 'de-CH'])('is in German where Google is (%s)', (language) => {
    expect(captions(crmHost({ language }))).toEqual(GERMAN_MENU);
  });

  test.each(['en', 'en_GB', 'fr', 'den'])('is in English for all others (%s)', (language) => {
    expect(captions(crmHost({ language }))[0]).toBe('Open CRM');
  });

  test('is in German before the user has used the add-on in the file', () => {
    expect(captions(crmHost({ language: 'de', enabled: false }))).toEqual(GERMAN_MENU);
  });

  test('is in English where Google does not tell the language', () => {
    const { bob } = withBob('de');
    bob.beforeCall = ({ method }) => (method === 'getActiveUserLocale' ? { fault: 'throws' } : undefined);
    expect(captions(bob.open())[0]).toBe('Open CRM');
  });
});

describe('two users of one file', () => {
  test.each(['openSidebar', 'openImport', 'openRepair', 'openAbout'])(
    'get pages in their own languages: %s',
    (open) => {
      const { ann, bob } = withBob('de');
      ann.call(open);
      bob.call(open);
      const [english, german] = [ann, bob].map((host) => host.screen.panel!);
      expect(english!.html).toContain('<html lang="en">');
      expect(german!.html).toContain('<html lang="de">');
      expect(german!.html).not.toContain('Try again');
    },
  );

  test('get titles of dialogs and messages in their own languages', () => {
    const { ann, bob } = withBob('de');
    for (const host of [ann, bob]) {
      host.call('openAbout');
      host.call('pipelineReport');
    }
    expect([ann, bob].map((host) => host.screen.panel!.title)).toEqual(['About Sheety CRM', 'Über Sheety CRM']);
    expect([ann, bob].map((host) => host.screen.toasts.at(-1)!.message)).toEqual([
      '“Pipeline report” is up to date and follows the sheet.',
      '„Pipeline report“ ist aktuell und folgt der Tabelle.',
    ]);
  });

  test('are refused in their own languages, whoever asked last', () => {
    const { ann, bob } = withBob('de');
    const refusedTo = (host: Host) =>
      failureOf(() => call(host, 'createLead', { id: anId('lead'), fields: { company: '' } })).message;
    expect([bob, ann, bob].map(refusedTo)).toEqual([
      'Geben Sie dem Lead eine Firma oder einen Kontaktnamen.',
      'Give the lead a company or a contact name.',
      'Geben Sie dem Lead eine Firma oder einen Kontaktnamen.',
    ]);
    const unknown = (host: Host) => failureOf(() => call(host, 'opportunity', { id: anId('opportunity') })).message;
    expect(unknown(bob)).toBe(
      'Dieser Deal steht nicht mehr in der Tabelle. Die Zeile wurde gelöscht oder die ID geändert.',
    );
    expect(unknown(ann)).toBe('This deal is no longer in the sheet. Its row was deleted, or its id was changed.');
  });

  test('are told of a mistake in what they typed, and of a limit, in their own languages', () => {
    const { bob } = withBob('de');
    const refused = (fields: LeadChanges) =>
      failureOf(() => call(bob, 'createLead', { id: anId('lead'), fields })).message;
    expect(refused({ company: 'x'.repeat(501) })).toBe('Hier passen höchstens 500 Zeichen hinein.');
    expect(refused({ company: 'Acme', score: 'many' as never })).toBe('Das ist keine Zahl.');
  });

  test('write the same into the file', () => {
    const lines = (language: string) => {
      const host = crmHost({ language });
      host.call('setUpCrm');
      const id = anId('lead');
      call(host, 'createLead', { id, fields: { company: 'Acme', status: 'New' } });
      call(host, 'changeLead', { id, changes: { status: 'Contacted' }, seen: { status: 'New' } });
      call(host, 'deleteRecord', { kind: 'lead', id, seen: { deals: 0, activities: 0 } });
      const told = rowsOf(host, 'History').map(({ Who, Record, Field, Before, After, How }) =>
        [Who, Record, Field, Field === '(deleted)' ? '' : Before, After, How].join(' | '),
      );
      return {
        told,
        tabs: host.file.sheets.map(({ properties }) => properties.name),
        settings: rowsOf(host, 'Settings'),
      };
    };
    expect(lines('de')).toEqual(lines('en'));
  });
});

test('Google is asked for the language only where something is said', () => {
  const { bob } = withBob('de');
  const asked: string[] = [];
  bob.beforeCall = ({ method, functionName }) => {
    if (method === 'getActiveUserLocale') asked.push(functionName);
    return undefined;
  };
  const id = anId('lead');
  call(bob, 'createLead', { id, fields: { company: 'Acme', notes: 'Met at the fair' } });
  call(bob, 'changeLead', { id, changes: { company: 'Acme Ltd', score: 7 }, seen: { company: 'Acme', score: null } });
  call(bob, 'leadLines', {});
  bob.person.type('Leads!B2', 'Acme Inc');
  expect(asked).toEqual([]);
  failureOf(() => call(bob, 'lead', { id: anId('lead') }));
  expect(asked).toEqual(['rpc']);
});
