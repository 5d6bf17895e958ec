import { addDays, type Day, isDay } from '../../src/domain/day';
import { t } from '../texts/text';
import { Toggle } from './toggle';

type Props = {
  readonly label: string;
  readonly day: Day | null;
  readonly today: Day;
  readonly onChoose: (day: Day | null) => void;
};

const OFFERS = [
  ['log.today', 0],
  ['log.tomorrow', 1],
  ['log.nextWeek', 7],
] as const;

/** A day to come: the usual ones are one click away. */
export const DayChoice = ({ label, day, today, onChoose }: Props) => (
  <fieldset aria-label={label} class="flex min-w-0 flex-wrap items-center gap-1">
    <input
      type="date"
      class="control h-6 w-full"
      aria-label={label}
      value={day ?? ''}
      onInput={(event) => {
        const typed = event.currentTarget.value;
        onChoose(isDay(typed) ? typed : null);
      }}
    />
    {OFFERS.map(([text, days]) => {
      const offered = addDays(today, days);
      return (
        <Toggle key={text} pressed={offered === day} onClick={() => onChoose(offered)}>
          {t(text)}
        </Toggle>
      );
    })}
  </fieldset>
);
