import type { StageFound } from '../../../src/domain/import/stages';
import { Select } from '../../components/select';
import { stageKey } from '../../data/import/stage-plan';
import { t } from '../../texts/text';
import { useImport } from './import-context';
import { CELL, HEAD_CELL, PlanSection } from './plan-section';

/** Where the deals of each stage of the file go. */
export function StageTable() {
  const { importer } = useImport();
  const stages = importer.stages.value;
  if (stages.length === 0) return null;
  return (
    <PlanSection title={t('import.stages')} hint={t('import.stagesHint')}>
      <table class="w-full table-fixed">
        <thead>
          <tr>
            <th class={HEAD_CELL}>{t('import.stageInFile')}</th>
            <th class={`${HEAD_CELL} w-24`}>{t('import.stageRows')}</th>
            <th class={`${HEAD_CELL} w-72`}>{t('import.goesTo')}</th>
          </tr>
        </thead>
        <tbody>
          {stages.map((stage) => (
            <StageLine key={stageKey(stage)} found={stage} />
          ))}
        </tbody>
      </table>
    </PlanSection>
  );
}

function StageLine({ found }: { found: StageFound }) {
  const { importer, session } = useImport();
  const { proposal } = found;
  const known = session.settings.value.stages;
  const isOnly = new Set(known.map(({ pipeline }) => pipeline)).size < 2;
  const chosen = importer.stageChoices.value.get(stageKey(found)) ?? ('to' in proposal ? proposal.to : null);
  const value = chosen
    ? String(known.findIndex((one) => stageKey({ pipeline: one.pipeline, stage: one.name }) === stageKey(chosen)))
    : '';
  const name = [found.pipeline, found.stage || t('import.noStage')].filter(Boolean).join(': ');
  return (
    <tr>
      <td class={`${CELL} truncate font-medium`}>{name}</td>
      <td class={CELL}>{session.formats.value.number(found.rows)}</td>
      <td class={CELL}>
        <Select
          label={t('import.goesToOf', { column: name })}
          choices={[
            ...('add' in proposal ? [{ value: '', text: t(`import.add.${proposal.add.kind}`) }] : []),
            ...known.map((stage, index) => ({
              value: String(index),
              text: isOnly ? stage.name : `${stage.pipeline}: ${stage.name}`,
            })),
          ]}
          value={value}
          onChoose={(index) => {
            const stage = index === '' ? undefined : known[Number(index)];
            importer.chooseStage(found, stage ? { pipeline: stage.pipeline, stage: stage.name } : null);
          }}
        />
      </td>
    </tr>
  );
}
