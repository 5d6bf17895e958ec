import { opened } from '../sample-file';
import type { State } from '../state';
import { choose, click, press, see, type } from '../steps';
import { bulk, file, onLead, today } from './day';
import { base as onDeal } from './deal';
import { DEALS } from './dialogs';
import { base as lead } from './lead';

const de = { language: 'de' } as const;
const home = { ...file, first: opened({ locale: 'de_DE' }) };

/** The main views in the other language, whose words are longer. */
export const german: readonly State[] = [
  { name: 'german-first-run', ...de, first: opened({ settings: null }), sees: 'CRM einrichten' },
  { name: 'german-today', ...today, ...home, ...de, sees: 'Send the signed offer' },
  { name: 'german-today-tools', ...today, ...home, ...de, does: [click(/^„Send.*verschieben/)], sees: 'Morgen' },
  { name: 'german-deals', ...home, ...de, sees: 'Nach Phase zeigen' },
  { name: 'german-activities', ...home, ...de, tab: 'Activities', sees: 'Tidy up the price list' },
  { name: 'german-deal', ...onDeal, ...de, height: 1500 },
  { name: 'german-lead', ...lead, ...de, height: 1700 },
  { name: 'german-history', ...onLead, ...de, does: [click('Änderungen')], sees: 'Contacted', height: 1500 },
  {
    name: 'german-new-deal',
    ...home,
    ...de,
    does: [see('Annual supply'), click('Deal anlegen'), click('Weitere Felder')],
    sees: 'Produkt',
    height: 1000,
  },
  {
    name: 'german-bulk',
    ...bulk,
    ...de,
    does: [click('Aktionen'), click('Phase'), choose('Phase', 'Proposal'), click('Weiter')],
    sees: '12 Einträge ändern',
  },
  { name: 'german-search', ...home, ...de, does: [press('/')], sees: 'Suchergebnisse' },
  { name: 'german-keys', ...home, ...de, does: [press('?')], sees: 'Tastenkürzel' },
  { name: 'german-viewer', ...today, ...de, first: opened({ canEdit: false }), sees: /^Nur Ansicht/ },
  {
    name: 'german-import',
    ...de,
    page: 'import',
    does: [type(/Oder fügen Sie/, DEALS), click('Diese Zeilen nehmen')],
    sees: 'Eingefügte Zeilen',
    height: 1100,
  },
  { name: 'german-repair', ...de, page: 'repair', answers: { lastActions: () => [] }, sees: /^Nichts rückgängig/ },
  { name: 'german-about', ...de, page: 'about', sees: /MIT-Lizenz/ },
];
