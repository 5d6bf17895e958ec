import { pipelinesOf, type Stage, stagesOf } from '../../src/domain/settings';

/** The stages of a pipeline as people go through them: an open one that was added late still comes before the ends. */
export function stageOrder(stages: readonly Stage[], pipeline: string): readonly Stage[] {
  const all = stagesOf(stages, pipeline);
  return [...all.filter(({ kind }) => kind === 'open'), ...all.filter(({ kind }) => kind !== 'open')];
}

export const allStages = (stages: readonly Stage[]): readonly Stage[] =>
  pipelinesOf(stages).flatMap((pipeline) => stageOrder(stages, pipeline));
