import type { Condition } from './objects';
import { type CellValue, isCellError } from './values';

/** A cell as a condition sees it: what it holds and what it shows. */
export type Seen = { readonly value: CellValue; readonly shown: string };

const RELATIVE: Readonly<Record<string, readonly [from: number, to: number]>> = {
  TODAY: [0, 0],
  TOMORROW: [1, 1],
  YESTERDAY: [-1, -1],
  PAST_WEEK: [-7, 0],
  PAST_MONTH: [-30, 0],
  PAST_YEAR: [-365, 0],
};

const text =
  (judge: (shown: string, wanted: string) => boolean) =>
  ({ shown }: Seen, [wanted]: Condition['args']) =>
    judge(shown.toLowerCase(), String(wanted).toLowerCase());

const number =
  (judge: (value: number, a: number, b: number) => boolean) =>
  ({ value }: Seen, [a, b]: Condition['args']) =>
    typeof value === 'number' && judge(value, Number(a), Number(b));

const relative =
  (judge: (day: number, from: number, to: number) => boolean) =>
  ({ value }: Seen, [wanted]: Condition['args'], today: number) => {
    const [from, to] = RELATIVE[String(wanted)] ?? [0, 0];
    return typeof value === 'number' && judge(Math.floor(value), today + from, today + to);
  };

type Judge = (seen: Seen, args: Condition['args'], today: number) => boolean;

/** Source: reference "Enum BooleanCriteria". A number is no text and a text no number. */
const JUDGES: Readonly<Record<string, Judge>> = {
  CELL_EMPTY: ({ shown, value }) => shown === '' && !isCellError(value),
  CELL_NOT_EMPTY: ({ shown }) => shown !== '',
  TEXT_CONTAINS: text((shown, wanted) => shown.includes(wanted)),
  TEXT_DOES_NOT_CONTAIN: text((shown, wanted) => !shown.includes(wanted)),
  TEXT_EQUAL_TO: text((shown, wanted) => shown === wanted),
  TEXT_NOT_EQUAL_TO: text((shown, wanted) => shown !== wanted),
  TEXT_STARTS_WITH: text((shown, wanted) => shown.startsWith(wanted)),
  TEXT_ENDS_WITH: text((shown, wanted) => shown.endsWith(wanted)),
  NUMBER_EQUAL_TO: number((value, a) => value === a),
  NUMBER_NOT_EQUAL_TO: number((value, a) => value !== a),
  NUMBER_GREATER_THAN: number((value, a) => value > a),
  NUMBER_GREATER_THAN_OR_EQUAL_TO: number((value, a) => value >= a),
  NUMBER_LESS_THAN: number((value, a) => value < a),
  NUMBER_LESS_THAN_OR_EQUAL_TO: number((value, a) => value <= a),
  NUMBER_BETWEEN: number((value, a, b) => value >= a && value <= b),
  NUMBER_NOT_BETWEEN: number((value, a, b) => value < a || value > b),
  DATE_EQUAL_TO: number((value, day) => Math.floor(value) === Math.floor(day)),
  DATE_NOT_EQUAL_TO: number((value, day) => Math.floor(value) !== Math.floor(day)),
  DATE_AFTER: number((value, day) => Math.floor(value) > Math.floor(day)),
  DATE_BEFORE: number((value, day) => Math.floor(value) < Math.floor(day)),
  DATE_EQUAL_TO_RELATIVE: relative((day, from, to) => day >= from && day <= to),
  DATE_AFTER_RELATIVE: relative((day, _, to) => day > to),
  DATE_BEFORE_RELATIVE: relative((day, from) => day < from),
};

/** Whether the host can judge a condition at all: a formula would have to be worked out for each row. */
export const isJudged = ({ criterion }: Condition): boolean => criterion in JUDGES;

/** `today` is the serial of the day in the file's zone. */
export const meets = (condition: Condition, seen: Seen, today: number): boolean =>
  JUDGES[condition.criterion]?.(seen, condition.args, today) ?? true;
