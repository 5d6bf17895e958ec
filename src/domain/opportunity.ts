import type { Instant } from './day';
import { CrmError } from './errors';
import type { Opportunity } from './records';
import { findStage, type Settings, type Stage } from './settings';

/** The opportunity in another stage. Closing dates it, going back to an open stage takes that and the lost reason away. */
export function moveOpportunity(opportunity: Opportunity, stage: Stage, now: Instant): Opportunity {
  if (stage.name === opportunity.stage && stage.pipeline === opportunity.pipeline) return opportunity;
  const closed = stage.kind !== 'open';
  return {
    ...opportunity,
    pipeline: stage.pipeline,
    stage: stage.name,
    stageSince: now,
    closedAt: closed ? now : null,
    lostReason: stage.kind === 'lost' ? opportunity.lostReason : '',
  };
}

/** What a deal has to have before it is written. Throws `INVALID`. */
export function checkOpportunity(opportunity: Opportunity): Opportunity {
  if (opportunity.title.trim() === '') throw new CrmError('INVALID', 'Give the deal a title.', { field: 'title' });
  if (opportunity.value !== null && !Number.isFinite(opportunity.value)) {
    throw new CrmError('INVALID', 'The value must be a number.', { field: 'value' });
  }
  const { probability } = opportunity;
  if (probability !== null && !(probability >= 0 && probability <= 1)) {
    throw new CrmError('INVALID', 'The probability must be between 0 % and 100 %.', { field: 'probability' });
  }
  if (opportunity.currency !== '' && !/^[A-Z]{3}$/.test(opportunity.currency)) {
    throw new CrmError('INVALID', 'Write the currency as its three letters, such as USD or EUR.', {
      field: 'currency',
    });
  }
  return opportunity;
}

/** The chance to win from 0 to 1: the deal's own, else its stage's. Null where neither is set. */
export function probabilityOf(opportunity: Opportunity, settings: Settings): number | null {
  return (
    opportunity.probability ?? findStage(settings.stages, opportunity.pipeline, opportunity.stage)?.probability ?? null
  );
}

/** The state of a deal that History has logged, with the moment: text of the hidden *Recorded* column. */
export const recordOf = (opportunity: Opportunity, now: Instant): string =>
  JSON.stringify({
    pipeline: opportunity.pipeline,
    stage: opportunity.stage,
    value: opportunity.value,
    probability: opportunity.probability,
    close: opportunity.expectedClose,
    owner: opportunity.owner,
    at: new Date(now).toISOString(),
  });
