import { DEFAULT_PIPELINE, findStage, pipelinesOf, type Stage, type StageKind, stagesOf } from '../settings';
import type { StageName } from './rows';

/** A stage named in a file, how many rows name it, and what is proposed for it. */
export type StageFound = StageName & {
  readonly rows: number;
  readonly proposal: { readonly to: StageName } | { readonly add: Stage };
};

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** What a stage's name says about how it ends. */
export function kindSaidBy(name: string): StageKind {
  const words = name.toLowerCase();
  if (/\bwon\b|closedwon|gewonnen|ganad/.test(words)) return 'won';
  return /\blost\b|closedlost|verloren|perdid/.test(words) ? 'lost' : 'open';
}

/** The stages a file names, in the order in which they come, each with a proposal. */
export function stagesFound(names: Iterable<StageName>, known: readonly Stage[]): readonly StageFound[] {
  const rows = new Map<string, { name: StageName; rows: number }>();
  for (const name of names) {
    const key = JSON.stringify([name.pipeline, name.stage]);
    const found = rows.get(key) ?? { name, rows: 0 };
    rows.set(key, { name, rows: found.rows + 1 });
  }
  let order = Math.max(0, ...known.map((stage) => stage.order));
  return [...rows.values()].map(({ name, rows }) => {
    const to = sameStage(name, known);
    return { ...name, rows, proposal: to ? { to } : { add: newStage(name, known, ++order) } };
  });
}

/** A known stage of the same name, or the one way to win or lose that its pipeline has. */
function sameStage({ pipeline, stage }: StageName, known: readonly Stage[]): StageName | null {
  const home = pipeline || (pipelinesOf(known)[0] ?? DEFAULT_PIPELINE);
  const stages = stagesOf(known, home);
  if (stage === '') {
    const first = stages.find((one) => one.kind === 'open');
    return first ? { pipeline: home, stage: first.name } : null;
  }
  const kind = kindSaidBy(stage);
  const closing = stages.filter((one) => one.kind === kind);
  const match =
    findStage(known, home, stage) ??
    stages.find((one) => plain(one.name) === plain(stage)) ??
    (kind !== 'open' && closing.length === 1 ? closing[0] : null);
  return match ? { pipeline: match.pipeline, stage: match.name } : null;
}

/** A stage as an import adds it: an open one has no probability until somebody sets it. */
export function newStage({ pipeline, stage }: StageName, known: readonly Stage[], order: number): Stage {
  const kind = kindSaidBy(stage);
  return {
    pipeline: pipeline || (pipelinesOf(known)[0] ?? DEFAULT_PIPELINE),
    name: stage,
    order,
    probability: kind === 'open' ? null : kind === 'won' ? 1 : 0,
    kind,
    staleAfterDays: null,
    forecastCategory: kind === 'open' ? 'Pipeline' : kind === 'won' ? 'Closed' : 'Omitted',
    key: stage.toLowerCase(),
  };
}
