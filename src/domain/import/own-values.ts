import { say } from '../../texts/say';
import type { Calendar } from '../calendar';
import { CrmError } from '../errors';
import type { OwnKind, OwnValue } from '../own-fields';
import { readGeneral } from './general';
import { type Reading, readValue } from './reading';

const TICKED = /^(true|yes|y|x|1|✓)$/i;
const BLANK = /^(false|no|n|0)$/i;

/** A text of a file as the value of a column that people added. Throws `INVALID`. */
export function readOwnValue(
  kind: OwnKind,
  header: string,
  text: string,
  reading: Reading,
  calendar: Calendar,
): OwnValue {
  switch (kind) {
    case 'text':
      return text;
    case 'general':
    case 'choice':
      return readGeneral(text, reading.decimal);
    case 'checkbox':
      if (!TICKED.test(text) && !BLANK.test(text)) throw new CrmError('INVALID', say('row.noTick', { text, header }));
      return TICKED.test(text);
    default:
      // Numbers, days and moments: `readValue` answers with what its kind holds.
      return readValue({ kind, header }, text, reading, calendar) as OwnValue;
  }
}
