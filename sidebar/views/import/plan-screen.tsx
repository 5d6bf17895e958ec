import { useState } from 'preact/hooks';
import { Button } from '../../components/button';
import { Note } from '../../components/note';
import { Toggle } from '../../components/toggle';
import type { Source } from '../../data/import/importer';
import { t } from '../../texts/text';
import { ColumnTable } from './column-table';
import { useImport } from './import-context';
import { Preview } from './preview';
import { ReadingChoice } from './reading-choice';
import { RefusedList } from './refused-list';
import { StageTable } from './stage-table';

/** Everything that can be decided before the import, on one screen. */
export function PlanScreen({ source }: { source: Source }) {
  const { importer } = useImport();
  const isComplete = importer.isComplete.value;
  return (
    <>
      <PlanHead source={source} />
      <div class="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-4 py-3">
        {!isComplete && (
          <Note tone="warn" text={t(importer.kind.value === 'lead' ? 'import.needLead' : 'import.needDeal')} />
        )}
        <ColumnTable table={source.table} />
        <ReadingChoice />
        {isComplete && <StageTable />}
        {isComplete && <Preview />}
      </div>
      <PlanFoot source={source} isComplete={isComplete} />
    </>
  );
}

const KINDS = [
  ['lead', 'import.asLeads'],
  ['opportunity', 'import.asDeals'],
] as const;

function PlanHead({ source }: { source: Source }) {
  const { importer } = useImport();
  const { rows, leftOut } = source.table;
  return (
    <header class="flex items-center gap-3 border-b border-line px-4 py-2.5">
      <div class="min-w-0 flex-1">
        <p class="truncate font-semibold">{source.name}</p>
        <p class="text-soft">
          {t('import.rows', { count: rows.length })}
          {leftOut > 0 && ` · ${t('import.leftOutLines', { count: leftOut })}`}
        </p>
      </div>
      <fieldset class="flex gap-1" aria-label={t('import.as')}>
        {KINDS.map(([kind, text]) => (
          <Toggle key={kind} look="tile" pressed={importer.kind.value === kind} onClick={() => importer.setKind(kind)}>
            {t(text)}
          </Toggle>
        ))}
      </fieldset>
      <Button look="quiet" onClick={importer.reset}>
        {t('import.other')}
      </Button>
    </header>
  );
}

function PlanFoot({ source, isComplete }: { source: Source; isComplete: boolean }) {
  const { importer } = useImport();
  const [open, setOpen] = useState(false);
  const refused = importer.refused.value;
  const good = source.table.rows.length - refused.length;
  const isLeads = importer.kind.value === 'lead';
  return (
    <footer class="border-t border-line px-4 py-2.5">
      {open && refused.length > 0 && (
        <div class="max-h-40 overflow-y-auto pb-2">
          <RefusedList refused={refused} />
        </div>
      )}
      <div class="flex items-center gap-3">
        <p class="flex-1 text-soft" role="status">
          {isComplete && refused.length > 0 && (
            <Button look="quiet" onClick={() => setOpen(!open)}>
              {t('import.willRefuse', { count: refused.length })}
            </Button>
          )}
        </p>
        <Button look="primary" disabled={!isComplete || good === 0} onClick={importer.start}>
          {t(isLeads ? 'import.startLeads' : 'import.startDeals', { count: isComplete ? good : 0 })}
        </Button>
      </div>
    </footer>
  );
}
