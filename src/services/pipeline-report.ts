import type { Crm } from '../domain/crm';
import { CrmError } from '../domain/errors';
import { pipelinesOf, stagesOf } from '../domain/settings';
import { say } from '../texts/say';

/** Makes or refreshes the pipeline report; answers with the name of its tab. Throws `INVALID` where there are no stages. */
export function refreshPipelineReport(crm: Crm): string {
  const { stages } = crm.settings;
  const ordered = pipelinesOf(stages).flatMap((pipeline) => stagesOf(stages, pipeline));
  if (ordered.length === 0) throw new CrmError('INVALID', say('report.noStages'));
  return crm.writePipelineReport({
    open: ordered.filter(({ kind }) => kind === 'open'),
    closed: ordered.filter(({ kind }) => kind !== 'open'),
  });
}
