import { Worker } from 'node:worker_threads';
import { builtFile } from '../built';
import type { FromThread, Job, ToThread } from './job';
import type { CallAnswer, CallRequest, Outcome } from './protocol';

/** How many threads wait for work; more are started when more is to be done at once. */
const KEPT_WARM = 3;

type Thread = { readonly worker: Worker; readonly signal: Int32Array; code: string };

/** One execution for a thread: what to run, and who serves and hears it meanwhile. */
export type Run = Omit<Job, 'code'> & {
  readonly code: string;
  readonly serve: (request: CallRequest) => CallAnswer;
  readonly log: (level: string, text: string) => void;
  /** Milliseconds until it is ended. Grows while the script is suspended. */
  readonly timeLeft: () => number;
};

/** Threads in which executions run beside each other, as Google runs them. */
export class WorkerPool {
  private readonly idle: Thread[] = [];
  private readonly busy = new Set<Thread>();
  private closed = false;

  constructor() {
    for (let i = 0; i < KEPT_WARM; i++) this.idle.push(newThread());
  }

  run(run: Run): Promise<Outcome> {
    const thread = this.idle.pop() ?? newThread();
    this.busy.add(thread);
    return new Promise((resolve) => {
      const { worker } = thread;
      const end = (outcome: Outcome, reusable: boolean) => {
        clearTimeout(timer);
        for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
        this.busy.delete(thread);
        this.release(thread, reusable);
        resolve(outcome);
      };
      const look = () => {
        const left = run.timeLeft();
        if (left > 0) timer = setTimeout(look, left);
        else end(failed('Exceeded maximum execution time'), false);
      };
      let timer = setTimeout(look, run.timeLeft());
      worker.on('error', (error) => end(failed(`The execution broke off: ${error}`), false));
      worker.on('exit', () => end(failed('The execution broke off.'), false));
      worker.on('message', (message: FromThread) => {
        if (message.kind === 'call') answer(thread, run.serve(message.request));
        if (message.kind === 'log') run.log(message.level, message.text);
        if (message.kind === 'ended') end(message.outcome, true);
      });
      const { code, functionName, args, services, enums, zone } = run;
      const known = thread.code === code;
      thread.code = code;
      tell(thread, { kind: 'job', job: { code: known ? null : code, functionName, args, services, enums, zone } });
    });
  }

  private release(thread: Thread, reusable: boolean): void {
    if (reusable && !this.closed && this.idle.length < KEPT_WARM) this.idle.push(thread);
    else void thread.worker.terminate();
    while (!this.closed && this.idle.length + this.busy.size < KEPT_WARM) this.idle.push(newThread());
  }

  /** Ends all threads, running or not. */
  async close(): Promise<void> {
    this.closed = true;
    const threads = [...this.idle, ...this.busy];
    this.idle.length = 0;
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }
}

function newThread(): Thread {
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(builtFile('execution-worker.mjs'), { workerData: { signal } });
  // Idle threads must not keep the process alive.
  worker.unref();
  return { worker, signal, code: '' };
}

const tell = ({ worker }: Thread, message: ToThread): void => worker.postMessage(message);

function answer(thread: Thread, given: CallAnswer): void {
  tell(thread, { kind: 'answer', answer: given });
  Atomics.add(thread.signal, 0, 1);
  Atomics.notify(thread.signal, 0);
}

const failed = (message: string): Outcome => ({ ok: false, error: { name: 'Exception', message, stack: '' } });
