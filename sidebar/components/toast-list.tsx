import { useEffect } from 'preact/hooks';
import type { Toast, Toasts } from '../data/toasts';
import { t } from '../texts/text';
import { Button, IconButton } from './button';

const READING_TIME = 7000;
/** With something to decide. */
const DECIDING_TIME = 20_000;

export const ToastList = ({ toasts }: { toasts: Toasts }) => (
  <div
    role="log"
    aria-live="polite"
    aria-label={t('toast.region')}
    // Below the screen, not over it: a message must not cover the buttons of a form.
    class={`flex max-h-1/2 shrink-0 flex-col gap-1.5 overflow-y-auto ${toasts.list.value.length > 0 ? 'p-2' : ''}`}
  >
    {toasts.list.value.map((toast) => (
      <ToastCard key={toast.id} toast={toast} onDismiss={() => toasts.dismiss(toast.id)} />
    ))}
  </div>
);

function ToastCard({ toast, onDismiss }: { toast: Toast; onDismiss: () => void }) {
  const { tone, text, stays, action } = toast;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a toast never changes, its time runs once
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(onDismiss, action ? DECIDING_TIME : READING_TIME);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div
      class={`flex items-start gap-1 rounded-lg border bg-card py-1 pr-1 pl-2.5 raised ${
        tone === 'bad' ? 'border-lost text-lost' : 'border-line'
      }`}
    >
      <span class="min-w-0 flex-1 py-1">{text}</span>
      {action && (
        <Button
          look="quiet"
          onClick={() => {
            onDismiss();
            action.act();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon="close" label={t('dismiss')} onClick={onDismiss} />
    </div>
  );
}
