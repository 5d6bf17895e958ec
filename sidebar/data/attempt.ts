import type { Saved } from '../../src/domain/crm';
import { t } from '../texts/text';
import { asCallError, CallError } from './call-error';
import { labelOf } from './field-label';
import type { Panel } from './panel';
import type { RecordStore } from './records';
import type { ActivityScreen, RecordScreen } from './screens';
import type { FieldName } from './shown-field';
import { sameValue } from './typed';

/** After these nothing was written, for certain. After all others the change may have been made all the same. */
export const CERTAIN: readonly CallError['code'][] = ['INVALID', 'DENIED', 'NOT_FOUND'];

type Attempt<R> = {
  readonly screen: RecordScreen | ActivityScreen;
  readonly field: string;
  readonly wanted: Partial<R>;
  readonly write: () => Promise<Saved<R>>;
  /** `anew`: over what stands there now, which the user knows of; else as if nobody had changed what they saw at first. */
  readonly again: (anew: boolean) => void;
  /** Whether all of a change stands in the sheet: Google can fail in the middle of one. */
  readonly isWhole: (record: R) => boolean;
};

/** Writes, and where that fails leaves a trouble at the field with what the user wanted. True: it stands there now. */
export async function attempt<R extends { readonly id: string }>(
  panel: Panel,
  store: RecordStore<R>,
  { screen, field, wanted, write, again, isWhole }: Attempt<R>,
): Promise<boolean> {
  const standing = () => store.shown(screen.id).value.found?.record;
  const stands = () => Object.entries(wanted).every(([name, value]) => sameValue(standing()?.[name as keyof R], value));
  const leave = (at: string, error: CallError, onAgain: () => void) => {
    store.setTrouble(screen.id, at, { error, wanted, again: onAgain });
    if (panel.screens.shows(screen)) return;
    const open = { label: t('toast.open'), act: () => panel.screens.go(screen) };
    panel.toasts.complain(error.message || t('conflict.someone', { field: labelOf(at as FieldName) }), open);
  };
  store.setTrouble(screen.id, field, null);
  try {
    const { conflicts, notice } = await write();
    if (notice) panel.toasts.tell(notice);
    for (const conflict of conflicts)
      leave(conflict.field, new CallError('CONFLICT', '', { differences: [conflict] }), () => again(true));
    return !conflicts.some((conflict) => conflict.field in wanted);
  } catch (thrown) {
    const error = asCallError(thrown);
    // Somebody else has put there what the user wanted.
    if (error.differences.length > 0 && stands()) return true;
    const reloaded = CERTAIN.includes(error.code) ? Promise.resolve() : store.reload(screen.id);
    // What Google cut short is half there already. All other changes since are somebody else's, be they shown here or not.
    leave(field, error, () => reloaded.then(() => again(error.code === 'CONFLICT' || stands())));
    await reloaded;
    const record = standing();
    // A conflict without differences was written, and its message says what else to look at.
    if (error.code !== 'CONFLICT' && record && stands() && isWhole(record)) store.setTrouble(screen.id, field, null);
    return false;
  }
}
