import { Lock } from '../../host/google/lock-service';
import { Range } from '../../host/google/range';
import type { RichTextValue } from '../../host/google/rich-text';
import { Page } from './requests';
import { Round } from './round';

/** Puts another function in the place of a method. Answers with what takes that back. */
function patched<T extends object, K extends keyof T & string>(
  of: T,
  name: K,
  make: (method: T[K]) => T[K],
): () => void {
  const own = Object.getOwnPropertyDescriptor(of, name);
  Object.defineProperty(of, name, { value: make(of[name]), writable: true, configurable: true });
  return () => {
    if (own) Object.defineProperty(of, name, own);
    else Reflect.deleteProperty(of, name);
  };
}

type Texts = Parameters<Range['setRichTextValues']>[0];

const isHistory = (range: Range): boolean => range.getSheet().getName() === 'History';

/**
 * Mistakes that a CRM on Sheets can make, as they would be if the add-on made them: the property test must see each within
 * a few runs. Each answers with what takes it back.
 */
export const BREAKAGES = {
  'two users save at the same time': () => patched(Lock.prototype, 'tryLock', () => () => true),
  'what is changed goes into the row below': () =>
    patched(
      Range.prototype,
      'setRichTextValues',
      (write) =>
        function (this: Range, texts: Texts): Range {
          return write.call(isHistory(this) ? this : this.offset(1, 0), texts);
        },
    ),
  'the whole row is written again': () =>
    patched(
      Range.prototype,
      'setRichTextValues',
      (write) =>
        function (this: Range, texts: Texts): Range {
          const row = this.getSheet().getRange(this.getRow(), 1, this.getNumRows(), this.getSheet().getLastColumn());
          row.setValues(row.getValues());
          return write.call(this, texts);
        },
    ),
  'texts are typed instead of written': () =>
    patched(
      Range.prototype,
      'setRichTextValues',
      () =>
        function (this: Range, texts: Texts): Range {
          const plain = texts as (RichTextValue | null)[][];
          this.setNumberFormat('General');
          return this.setValues(plain.map((line) => line.map((text) => (text ? String(text.getText()) : ''))));
        },
    ),
  'nobody asks what the user saw': () =>
    patched(
      Page.prototype,
      'ask',
      (ask) =>
        function (this: Page, draw): ReturnType<Page['ask']> {
          const asked = ask.call(this, draw);
          return asked.method.startsWith('change')
            ? { ...asked, input: { ...(asked.input as object), seen: {} } }
            : asked;
        },
    ),
  'everything is said to be saved': () =>
    patched(
      Round.prototype,
      'run',
      (run) =>
        function (this: Round): void {
          run.call(this);
          for (const trace of this.traces) trace.answer = { ok: true, value: {} };
        },
    ),
} as const;

export type Breakage = keyof typeof BREAKAGES;
