import type { State } from '../state';
import { day } from './day';
import { dealStates } from './deal';
import { dialogs } from './dialogs';
import { first } from './first';
import { forms } from './forms';
import { german } from './german';
import { leadStates } from './lead';
import { lists } from './lists';

const components: State = { name: 'components', page: 'components', sees: 'Components' };

/** Every state of every view: a new one is one entry in one of these. */
export const STATES: readonly State[] = [
  ...first,
  ...lists,
  ...day,
  ...dealStates,
  ...leadStates,
  ...forms,
  ...dialogs,
  ...german,
  components,
];
