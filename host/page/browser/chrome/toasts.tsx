import { dismissToast, notice, questions, running, toasts } from '../state';
import { CloseIcon } from './icons';

/** Messages of the add-on, bottom right, as in Sheets. */
export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map(({ key, title, message }) => (
        <div class="toast" key={key}>
          <div>
            {title && <strong>{title}</strong>}
            <p>{message}</p>
          </div>
          <button type="button" class="icon-button" aria-label="Dismiss" onClick={() => dismissToast(key)}>
            <CloseIcon />
          </button>
        </div>
      ))}
    </div>
  );
}

/** What the host itself has to say: a change that was not kept, a menu entry that failed. */
export function Notice() {
  return (
    <div class="notices" role="status" aria-live="polite">
      {notice.value && (
        <div class="notice">
          <p>{notice.value}</p>
          <button
            type="button"
            class="icon-button"
            aria-label="Dismiss"
            onClick={() => {
              notice.value = null;
            }}
          >
            <CloseIcon />
          </button>
        </div>
      )}
    </div>
  );
}

/** A script that takes its time. One that waits for an answer is not running. */
export const Running = () =>
  running.value && questions.value.length === 0 ? (
    <div class="running" role="status">{`Running ${running.value}…`}</div>
  ) : null;
