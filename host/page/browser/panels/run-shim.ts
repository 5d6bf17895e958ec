import { type Answer, googleScript } from '../../../panel/google-script';

/**
 * `google` for the add-on's pages. Built apart and put before every sidebar and dialog, whose sandbox can reach the host's
 * page by messages only.
 */

type FromHost = { readonly host: 'answer'; readonly id: number; readonly outcome: Answer };

const served = window as unknown as { scriptFunctions?: readonly string[] };
const answers = new Map<number, (answer: Answer) => void>();
let calls = 0;

const tell = (message: object): void => window.parent.postMessage(message, '*');

window.addEventListener('message', ({ source, data }: MessageEvent<FromHost>) => {
  if (source !== window.parent || data?.host !== 'answer') return;
  const answer = answers.get(data.id);
  answers.delete(data.id);
  answer?.(data.outcome);
});

const google = googleScript({
  functions: served.scriptFunctions ?? [],
  call(functionName, args, done) {
    const id = ++calls;
    answers.set(id, done);
    tell({ host: 'run', id, functionName, args });
  },
  report: (error) => console.error(`Uncaught ${error.name}: ${error.message}`),
  close: () => tell({ host: 'close' }),
  focusEditor: () => tell({ host: 'focus-editor' }),
  resize: (size) => tell({ host: 'size', ...size }),
});

delete served.scriptFunctions;
Object.defineProperty(window, 'google', { value: google });
