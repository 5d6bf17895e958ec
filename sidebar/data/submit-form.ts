import { CrmError } from '../../src/domain/errors';
import { t } from '../texts/text';
import { asCallError } from './call-error';
import type { Form } from './form';
import type { Panel } from './panel';
import { fieldOf } from './shown-field';
import { readTyped } from './typed';

/** The typed fields as values, with the errors of those that cannot be read. */
export function readForm(panel: Panel, form: Form) {
  const values: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  for (const [name, text] of Object.entries(form.texts.value)) {
    const field = fieldOf(panel.session, form.kind, name);
    if (!field || text.trim() === '') continue;
    const typed = readTyped(name, field, text, panel.session.formats.value);
    if (typed.ok) values[name] = typed.value;
    else errors[name] = typed.error;
  }
  return { values, errors };
}

function refuse(form: Form, error: { readonly field: string | null; readonly message: string }): void {
  if (error.field && error.field in form.texts.value) form.errors.value = { [error.field]: error.message };
  else form.problem.value = error.message;
}

/** The record that `check` lets pass; null, with everything that is wrong shown, where there is anything. */
export function checked<R>(form: Form, errors: Readonly<Record<string, string>>, check: () => R): R | null {
  form.problem.value = '';
  form.errors.value = errors;
  try {
    const record = check();
    return Object.keys(errors).length > 0 ? null : record;
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    refuse(form, error);
    form.errors.value = { ...form.errors.value, ...errors };
    return null;
  }
}

/** Shows the new record at once; if it cannot be written, the form comes back as it was typed. True: it is written. */
export async function show(panel: Panel, form: Form, created: () => Promise<unknown>): Promise<boolean> {
  const record = { name: form.kind, id: form.id } as const;
  const screen = { name: form.kind === 'lead' ? 'newLead' : 'newDeal' } as const;
  const written = created();
  panel.screens.noteUnsaved('form', false);
  panel.screens.replace(record);
  try {
    await written;
    if (panel.form.value === form) panel.form.value = null;
    return true;
  } catch (thrown) {
    const error = asCallError(thrown);
    refuse(form, error);
    const reopen = () => {
      panel.form.value = form;
      panel.screens.replace(screen);
    };
    if (panel.screens.shows(record)) reopen();
    else panel.toasts.complain(error.message, { label: t('toast.openForm'), act: reopen });
    return false;
  }
}
