import type { ImportKind } from '../../../src/domain/import/columns';
import type { StageChoice, StageName } from '../../../src/domain/import/rows';
import { type StageFound, stagesFound } from '../../../src/domain/import/stages';
import type { Stage } from '../../../src/domain/settings';
import type { Table } from './table';

/** What the user chose for stages that are not known, by their key. Nothing chosen: they are added. */
export type StageChoices = ReadonlyMap<string, StageName>;

export const stageKey = ({ pipeline, stage }: StageName): string => JSON.stringify([pipeline, stage]);

/** The stages that the deals of a file stand in. A lead has none. */
export function stagesIn(
  kind: ImportKind,
  table: Table,
  fields: readonly (string | null)[],
  known: readonly Stage[],
): readonly StageFound[] {
  if (kind === 'lead') return [];
  const [pipeline, stage] = [fields.indexOf('pipeline'), fields.indexOf('stage')];
  const names = table.rows.map(({ cells }) => ({
    pipeline: cells[pipeline]?.trim() ?? '',
    stage: cells[stage]?.trim() ?? '',
  }));
  return stagesFound(names, known);
}

/** Where the deals of each stage go, and the stages that have to be added for it. */
export function stagePlan(
  found: readonly StageFound[],
  choices: StageChoices,
): { readonly stages: readonly StageChoice[]; readonly add: readonly Stage[] } {
  const add: Stage[] = [];
  const stages = found.map(({ pipeline, stage, proposal }): StageChoice => {
    const from = { pipeline, stage };
    const chosen = choices.get(stageKey(from)) ?? ('to' in proposal ? proposal.to : null);
    if (chosen) return { from, to: chosen };
    const added = (proposal as { readonly add: Stage }).add;
    const isThere = add.some((one) => one.pipeline === added.pipeline && one.name === added.name);
    if (!isThere) add.push(added);
    return { from, to: { pipeline: added.pipeline, stage: added.name } };
  });
  return { stages, add };
}
