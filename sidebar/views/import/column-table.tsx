import { importFields } from '../../../src/domain/import/columns';
import { Select } from '../../components/select';
import { OWN_ID } from '../../data/import/importer';
import type { Table } from '../../data/import/table';
import { t } from '../../texts/text';
import { useImport } from './import-context';
import { CELL, HEAD_CELL, PlanSection } from './plan-section';

const EXAMPLES = 2;

/** The first values of a column that hold something. */
const examplesOf = ({ rows }: Table, column: number): string => {
  const found: string[] = [];
  for (const { cells } of rows) {
    const cell = cells[column]?.trim();
    if (cell && !found.includes(cell)) found.push(cell);
    if (found.length === EXAMPLES) break;
  }
  return found.join(' · ');
};

export function ColumnTable({ table }: { table: Table }) {
  const { importer } = useImport();
  const ours = [...importFields(importer.kind.value)].filter(([name]) => name !== OWN_ID);
  const offered = [...ours, ...importer.own.value.map((own) => [own.name, own] as const)];
  const choices = [
    { value: '', text: t('import.leaveOut') },
    ...offered.map(([value, { header }]) => ({ value, text: header })),
  ];
  return (
    <PlanSection title={t('import.columns')} hint={t('import.columnsHint')}>
      <table class="w-full table-fixed">
        <thead>
          <tr>
            <th class={HEAD_CELL}>{t('import.column')}</th>
            <th class={HEAD_CELL}>{t('import.values')}</th>
            <th class={`${HEAD_CELL} w-48`}>{t('import.goesTo')}</th>
          </tr>
        </thead>
        <tbody>
          {table.headers.map((header, column) => {
            const field = importer.fields.value[column] ?? null;
            const name = header || t('import.unnamed', { number: column + 1 });
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same header
              <tr key={column} class={field === null ? 'text-soft' : ''}>
                <td class={`${CELL} truncate font-medium`} title={name}>
                  {name}
                </td>
                <td class={`${CELL} truncate`} title={examplesOf(table, column)}>
                  {examplesOf(table, column)}
                </td>
                <td class={CELL}>
                  <Select
                    label={t('import.goesToOf', { column: name })}
                    choices={choices}
                    value={field ?? ''}
                    onChoose={(value) => importer.setField(column, value || null)}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </PlanSection>
  );
}
