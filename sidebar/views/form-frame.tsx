import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../components/button';
import { Note } from '../components/note';
import type { Form } from '../data/form';
import { t } from '../texts/text';
import { usePanel, useUnsaved } from './panel-context';
import { ScreenHead } from './screen-head';

type Props = {
  readonly form: Form;
  readonly title: string;
  readonly submitText: string;
  readonly onSubmit: () => void;
  /** The few fields everybody fills in. */
  readonly children: ComponentChildren;
  readonly moreNames: readonly string[];
  /** All others. */
  readonly more: ComponentChildren;
};

const focusFirstError = (form: HTMLFormElement | null) =>
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();

export function FormFrame({ form, title, submitText, onSubmit, children, moreNames, more }: Props) {
  const { screens } = usePanel();
  const [all, setAll] = useState(() => moreNames.some((name) => form.texts.value[name]));
  const frame = useRef<HTMLFormElement>(null);
  useUnsaved('form', form.isDirty.value);
  useLayoutEffect(() => {
    // A form that came back refused.
    if (document.hasFocus()) focusFirstError(frame.current);
  }, []);
  return (
    <>
      <ScreenHead title={title} />
      <form
        class="flex min-h-0 flex-1 flex-col"
        noValidate
        ref={frame}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
          setTimeout(() => focusFirstError(frame.current));
        }}
      >
        <div class="flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto px-3 py-2.5">
          {form.problem.value && <Note text={form.problem.value} />}
          {children}
          {all ? (
            more
          ) : (
            <div class="-ml-1.5">
              <Button look="quiet" icon="chevron" onClick={() => setAll(true)}>
                {t('form.more')}
              </Button>
            </div>
          )}
        </div>
        <div class="flex justify-end gap-1.5 border-t border-line p-2">
          <Button onClick={screens.back}>{t('cancel')}</Button>
          <Button look="primary" submit>
            {submitText}
          </Button>
        </div>
      </form>
    </>
  );
}
