import { blankActivity } from '../../src/domain/blank';
import { TASK } from '../../src/domain/tasks';
import { t } from '../texts/text';
import { asCallError } from './call-error';
import { blankDraft } from './log-drafts';
import type { Panel } from './panel';
import type { Subject } from './timelines';

const SUBJECT_LENGTH = 200;

/** The first line is the subject, all else the details; a subject that is too long goes on in the details. */
export function subjectAndDetails(text: string): { readonly subject: string; readonly details: string } {
  const trimmed = text.trim();
  const end = trimmed.indexOf('\n');
  const first = end < 0 ? trimmed : trimmed.slice(0, end).trim();
  if (first.length > SUBJECT_LENGTH) return { subject: `${first.slice(0, SUBJECT_LENGTH - 1)}…`, details: trimmed };
  return { subject: first, details: end < 0 ? '' : trimmed.slice(end).trim() };
}

/** Logs what stands in the draft of a record. A draft that could not be logged comes back. */
export async function logDraft(panel: Panel, subject: Subject): Promise<void> {
  const signal = panel.logDraft(subject.id);
  const draft = signal.value;
  const activity = {
    ...blankActivity(draft.id, Date.now()),
    ...subjectAndDetails(draft.text),
    ...(subject.kind === 'lead' ? { leadId: subject.id } : { opportunityId: subject.id }),
    type: draft.type,
    // As the server dates it.
    ...((draft.due !== null || draft.type === TASK) && { when: null }),
    due: draft.due,
    repeat: draft.repeat,
    createdBy: panel.session.start.value?.user ?? '',
  };
  signal.value = blankDraft();
  try {
    await panel.timelines.log(subject, activity);
  } catch (thrown) {
    const error = asCallError(thrown);
    // What the user has begun to type meanwhile stays: the one that failed waits in a toast.
    const isFree = signal.value.text === '';
    if (isFree) signal.value = { ...draft, error };
    const screen = { name: subject.kind, id: subject.id };
    const putBack = () => {
      signal.value = { ...draft, error };
      panel.screens.go(screen);
    };
    if (!isFree || !panel.screens.shows(screen)) {
      panel.toasts.complain(error.message, { label: t('toast.open'), act: putBack });
    }
  }
}
