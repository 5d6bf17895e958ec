import type { ListName } from '../../src/domain/fields';
import { pipelinesOf, type Settings } from '../../src/domain/settings';
import { type Choice, named } from '../components/select';
import type { ShownField } from '../data/shown-field';
import { t } from '../texts/text';

function listed(settings: Settings, list: ListName): readonly string[] {
  switch (list) {
    case 'owners':
      return settings.owners.filter(({ active }) => active).map(({ name }) => name);
    case 'pipelines':
      return pipelinesOf(settings.stages);
    case 'stages':
      return settings.stages.map(({ name }) => name);
    default:
      return settings[list];
  }
}

/**
 * What can be chosen: nothing, what Settings or the column's dropdown lists, and what stands there now although it is not
 * listed. Null: the field is typed.
 */
export function choicesFor(settings: Settings, field: ShownField, current: string): readonly Choice[] | null {
  const known = field.list ? listed(settings, field.list) : field.options;
  if (!known) return null;
  const unknown = current !== '' && !known.includes(current);
  return [
    { value: '', text: '–' },
    ...named(known),
    ...(unknown ? [{ value: current, text: t('field.notListed', { value: current }) }] : []),
  ];
}
