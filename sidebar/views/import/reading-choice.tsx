import { readDay, readNumber } from '../../../src/domain/import/reading';
import { t } from '../../texts/text';
import { useImport } from './import-context';
import { PlanSection } from './plan-section';

/** How the file's numbers and dates are read: told where the file shows it, asked where it does not. */
export function ReadingChoice() {
  const { importer, session } = useImport();
  const found = importer.readingFound.value;
  if (!found || (!found.numbers && !found.days)) return null;
  const { decimal, dayFirst } = importer.reading.value;
  const formats = session.formats.value;
  const number = found.numbers && readNumber(found.numbers.example, decimal);
  const day = found.days && readDay(found.days.example, dayFirst);
  return (
    <PlanSection title={t('import.reading')}>
      <div class="flex flex-col gap-1.5 pt-1">
        {found.numbers && (
          <Choice
            text={t('import.isRead', {
              from: found.numbers.example,
              to: number === null ? t('import.notReadable') : formats.number(number),
            })}
            label={t('import.decimal')}
            isSure={found.numbers.isSure}
            value={decimal}
            options={[
              ['.', t('import.point')],
              [',', t('import.comma')],
            ]}
            onChange={(value) => importer.setReading({ decimal: value === ',' ? ',' : '.' })}
          />
        )}
        {found.days && (
          <Choice
            text={t('import.isRead', {
              from: found.days.example,
              to: day === null ? t('import.notReadable') : formats.day(day),
            })}
            label={t('import.order')}
            isSure={found.days.isSure}
            value={dayFirst ? 'day' : 'month'}
            options={[
              ['day', t('import.dayFirst')],
              ['month', t('import.monthFirst')],
            ]}
            onChange={(value) => importer.setReading({ dayFirst: value === 'day' })}
          />
        )}
      </div>
    </PlanSection>
  );
}

type ChoiceProps = {
  readonly text: string;
  readonly label: string;
  readonly isSure: boolean;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
};

const Choice = ({ text, label, isSure, value, options, onChange }: ChoiceProps) => (
  <div class="flex items-center gap-3">
    <select
      class="h-7 w-48 rounded-md border border-edge bg-card px-1"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {options.map(([option, shown]) => (
        <option key={option} value={option}>
          {shown}
        </option>
      ))}
    </select>
    <span class="min-w-0 flex-1">
      {text} <span class={isSure ? 'text-soft' : 'text-warn'}>{t(isSure ? 'import.sure' : 'import.unsure')}</span>
    </span>
  </div>
);
