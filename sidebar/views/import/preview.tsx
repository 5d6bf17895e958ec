import { importFields } from '../../../src/domain/import/columns';
import type { Lead, Opportunity } from '../../../src/domain/records';
import { isRefused } from '../../data/import/dry-run';
import { importedField } from '../../data/import/reading-found';
import { shownText } from '../../data/typed';
import { t } from '../../texts/text';
import { useImport } from './import-context';
import { CELL, HEAD_CELL, PlanSection } from './plan-section';

const ROWS = 5;

/** The first rows as they will be. */
export function Preview() {
  const { importer, session } = useImport();
  const { kind, fields } = importer.plan.value;
  const own = importer.own.value;
  const labels = new Map<string, { readonly header: string }>([
    ...importFields(kind),
    ...own.map((one) => [one.name, one] as const),
  ]);
  const fieldOf = (name: string | null) => importedField(kind, own, name);
  // Parts of a name and other ways to name the lead show up in the fields they end in.
  const shown = [...new Set([...(kind === 'lead' ? ['company', 'contact'] : ['title']), ...fields])].filter(
    (name): name is string => fieldOf(name) !== undefined && fieldOf(name)?.kind !== 'id',
  );
  const formats = session.formats.value;
  const textOf = (record: Lead | Opportunity, name: string): string => {
    const field = fieldOf(name);
    // `name` is one of the record's own fields: it has a definition.
    const value: unknown = (record as unknown as Readonly<Record<string, unknown>>)[name];
    const currency = 'currency' in record ? record.currency : '';
    return field ? shownText(field, value, formats, currency, session.today.value) : '';
  };
  const rows = Array.from({ length: ROWS }, (_, at) => importer.preview(at)).filter((row) => row !== null);
  return (
    <PlanSection title={t('import.preview')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
      <section class="overflow-x-auto" tabIndex={0} aria-label={t('import.previewTable')}>
        <table>
          <thead>
            <tr>
              {shown.map((name) => (
                <th key={name} class={`${HEAD_CELL} whitespace-nowrap`}>
                  {labels.get(name)?.header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name
              <tr key={at}>
                {isRefused(row) ? (
                  <td class={`${CELL} text-lost`} colSpan={shown.length}>
                    {t('import.rowRefused', { row: String(row.row), reason: row.reason })}
                  </td>
                ) : (
                  shown.map((name) => (
                    <td key={name} class={`${CELL} max-w-48 truncate whitespace-nowrap`}>
                      {textOf(row, name)}
                    </td>
                  ))
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </PlanSection>
  );
}
