import type { Situation } from '../words';
import { cells } from './cells';
import { columns } from './columns';
import { faults } from './faults';
import { grid } from './grid';
import { odd } from './odd';
import { rows } from './rows';
import { rowsAtOnce } from './rows-at-once';
import { tabs } from './tabs';
import { undisturbed } from './undisturbed';
import { undone } from './undone';
import { whole } from './whole';

/** A hostile year of ordinary use. */
export const situations: readonly Situation[] = [
  ...undisturbed,
  ...rows,
  ...rowsAtOnce,
  ...columns,
  ...cells,
  ...odd,
  ...tabs,
  ...faults,
  ...grid,
  ...undone,
  ...whole,
];
