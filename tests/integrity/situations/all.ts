import type { Situation } from '../words';
import { cells } from './cells';
import { columns } from './columns';
import { faults } from './faults';
import { grid } from './grid';
import { odd } from './odd';
import { rows } from './rows';
import { tabs } from './tabs';
import { undisturbed } from './undisturbed';
import { whole } from './whole';

/** A hostile year of ordinary use. */
export const situations: readonly Situation[] = [
  ...undisturbed,
  ...rows,
  ...columns,
  ...cells,
  ...odd,
  ...tabs,
  ...faults,
  ...grid,
  ...whole,
];
