import type { Selection } from '../../../src/contract/contract';
import { pipelinesOf } from '../../../src/domain/settings';
import { TASK } from '../../../src/domain/tasks';
import { DayChoice } from '../../components/day-choice';
import { FieldInput } from '../../components/field-input';
import type { Choice } from '../../components/select';
import type { Draft } from '../../data/bulk-draft';
import { fieldOf, type ShownField } from '../../data/shown-field';
import { allStages } from '../../data/stage-order';
import { t } from '../../texts/text';
import { choicesFor } from '../choices';
import { usePanel } from '../panel-context';

type FieldsProps = {
  readonly draft: Draft;
  readonly selection: Selection;
  readonly onChange: (changes: Partial<Draft>) => void;
};

/** What the chosen act has to know. */
export function BulkFields({ draft, selection, onChange }: FieldsProps) {
  const { session } = usePanel();
  const settings = session.settings.value;
  const { act, text, more, due } = draft;
  const input = (
    kind: ShownField['kind'],
    choices: readonly Choice[] | null,
    value = text,
    name: 'text' | 'more' = 'text',
  ) => (
    <FieldInput
      key={`${act} ${name}`}
      id={`bulk-${name}`}
      kind={kind}
      text={value}
      error=""
      choices={choices}
      label={name === 'text' ? t(`bulk.act.${act}`) : t(act === 'log' ? 'log.types' : 'stage.whyLost')}
      onText={(typed) => onChange({ [name]: typed })}
    />
  );
  const listed = (values: readonly string[]) => ['', ...values].map((value) => ({ value, text: value || '–' }));
  switch (act) {
    case 'status':
    case 'owner': {
      const field = fieldOf(session, selection.of, act) ?? { kind: 'text', list: 'owners' };
      return input('text', choicesFor(settings, field, ''));
    }
    case 'stage': {
      const stages = allStages(settings.stages);
      const isLost = stages[Number(text)]?.kind === 'lost' && text !== '';
      const name = ({ pipeline, name: stage }: (typeof stages)[number]) =>
        pipelinesOf(stages).length > 1 ? `${pipeline}: ${stage}` : stage;
      const choices = stages.map((stage, index) => ({ value: String(index), text: name(stage) }));
      return (
        <>
          {input('text', [{ value: '', text: '–' }, ...choices])}
          {isLost && (
            <div class="flex items-center gap-2">
              <span class="shrink-0">{t('stage.whyLost')}</span>
              {input('text', listed(settings.lostReasons), more, 'more')}
            </div>
          )}
        </>
      );
    }
    case 'addTag':
      return input('text', null);
    case 'removeTag':
      return input('text', listed([...new Set(selection.records.flatMap(({ seen }) => tagsIn(seen['tags'])))].sort()));
    case 'due':
      return input('day', null);
    case 'task':
      return (
        <>
          {input('longText', null)}
          <DayChoice
            label={t('log.due')}
            day={due}
            today={session.today.value}
            onChoose={(day) => onChange({ due: day })}
          />
        </>
      );
    case 'log':
      return (
        <>
          {input('text', listed(settings.activityTypes.filter((type) => type !== TASK)), more, 'more')}
          {input('longText', null)}
        </>
      );
    default:
      return null;
  }
}

const tagsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value : []);
