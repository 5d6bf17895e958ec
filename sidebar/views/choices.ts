import type { ListName } from '../../src/domain/fields';
import { pipelinesOf, type Settings } from '../../src/domain/settings';
import type { Choice } from '../components/field-input';
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

/** What can be chosen: nothing, what Settings lists, and what stands there now although Settings does not list it. */
export function choicesFor(settings: Settings, list: ListName, current: string): readonly Choice[] {
  const known = listed(settings, list);
  const choices = known.map((value) => ({ value, text: value }));
  const unknown = current !== '' && !known.includes(current);
  return [
    { value: '', text: '–' },
    ...choices,
    ...(unknown ? [{ value: current, text: t('field.notListed', { value: current }) }] : []),
  ];
}
