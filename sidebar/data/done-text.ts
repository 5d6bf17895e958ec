import type { DoneAction } from '../../src/domain/crm';
import { t } from '../texts/text';

/** As many headers as can be read at a glance. */
const MOST = 3;

/** The header of new files: where people call it otherwise, the sentence names that. */
const STAGE = 'Stage';

/** What an action did, as a sentence. */
export function doneText({ what, name, fields, records }: DoneAction): string {
  const of = { name: name || t('noName'), count: records, more: records - 1 };
  if (what !== 'changed') return t(`done.what.${what}`, of);
  if (fields.includes(STAGE)) return t('done.what.moved', of);
  const listed = fields.slice(0, MOST).join(', ') + (fields.length > MOST ? ' …' : '');
  return t('done.what.changed', { ...of, fields: listed });
}
