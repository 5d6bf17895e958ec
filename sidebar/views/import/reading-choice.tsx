import { type DayFirst, readDay } from '../../../src/domain/import/moments';
import { type Decimal, readNumber, readPercent, type Scale } from '../../../src/domain/import/numbers';
import type { Reading } from '../../../src/domain/import/reading';
import { Select } from '../../components/select';
import type { Manner } from '../../data/import/reading-found';
import { t } from '../../texts/text';
import { useImport } from './import-context';
import { PlanSection } from './plan-section';

type Asked<T> = {
  readonly label: string;
  readonly manners: readonly Manner<T>[];
  readonly options: readonly (readonly [value: T, text: string])[];
  /** The example as it is read; null where it is refused. */
  readonly read: (example: string, manner: Manner<T>) => string | null;
  readonly change: (value: T) => Partial<Reading>;
};

/** How numbers and dates of the file are read: told where the file shows it, asked where it does not. */
export function ReadingChoice() {
  const { importer, session } = useImport();
  const { numbers, days, scales } = importer.reading.value;
  if (numbers.length + days.length + scales.length === 0) return null;
  const formats = session.formats.value;
  const decimalIn = (column = -1) =>
    numbers.find(({ columns }) => columns.includes(column))?.value ?? numbers[0]?.value ?? formats.decimal;
  const shown = <V,>(value: V | null, show: (value: V) => string) => (value === null ? null : show(value));
  return (
    <PlanSection title={t('import.reading')}>
      <div class="flex flex-col gap-1.5 pt-1">
        <Choices<Decimal>
          label={t('import.decimal')}
          manners={numbers}
          options={[
            ['.', t('import.point')],
            [',', t('import.comma')],
            ['either', t('import.either')],
          ]}
          read={(example, { value }) => shown(readNumber(example.replace('%', ''), value), formats.number)}
          change={(decimal) => ({ decimal })}
        />
        <Choices<DayFirst>
          label={t('import.order')}
          manners={days}
          options={[
            [true, t('import.dayFirst')],
            [false, t('import.monthFirst')],
            ['either', t('import.either')],
          ]}
          read={(example, { value }) => shown(readDay(example, value), formats.day)}
          change={(dayFirst) => ({ dayFirst })}
        />
        <Choices<Scale>
          label={t('import.scale')}
          manners={scales}
          options={[
            ['percents', t('import.percents')],
            ['shares', t('import.shares')],
            ['either', t('import.either')],
          ]}
          read={(example, { value, columns }) =>
            shown(readPercent(example, decimalIn(columns[0]), value), formats.percent)
          }
          change={(scale) => ({ scale })}
        />
      </div>
    </PlanSection>
  );
}

/** One line for columns that write alike; their names are given where not all columns do. */
function Choices<T>({ label, manners, options, read, change }: Asked<T>) {
  const { importer } = useImport();
  const headers = importer.source.value?.table.headers ?? [];
  return (
    <>
      {manners.map((manner) => {
        const { columns, known, example: from, value } = manner;
        const to = read(from, manner);
        const names = columns.map((column) => headers[column]).join(', ');
        const isOne = manners.length === 1;
        const said =
          to === null
            ? isOne
              ? t('import.isRefused', { from })
              : t('import.isRefusedIn', { columns: names, from })
            : isOne
              ? t('import.isRead', { from, to })
              : t('import.isReadIn', { columns: names, from, to });
        const offered = options.filter(([option]) => known === 'mixed' || option !== 'either');
        return (
          <div key={names} class="flex items-center gap-3">
            <Select
              class="h-7 w-48 shrink-0"
              label={isOne ? label : `${label}: ${names}`}
              choices={offered.map(([option, text]) => ({ value: String(option), text }))}
              value={String(value)}
              onChoose={(one) => {
                const chosen = offered.find(([option]) => String(option) === one);
                if (chosen) importer.setReading(columns, change(chosen[0]));
              }}
            />
            <span class="min-w-0 flex-1">
              {said} <span class={known === 'shown' ? 'text-soft' : 'text-warn'}>{t(`import.${known}`)}</span>
            </span>
          </div>
        );
      })}
    </>
  );
}
