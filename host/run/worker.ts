/**
 * A thread that runs one execution after another, each in a realm of its own. Scripts are synchronous, so a service call
 * holds this thread until the main thread has answered; people and other executions go on meanwhile.
 */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { announcedMessage } from '../engine/announced';
import { clientValue } from './client-value';
import { scriptClock } from './clock';
import type { FromThread, Job, Seat, ToThread } from './job';
import type { CallAnswer, CallRequest, Outcome } from './protocol';
import { runInRealm } from './realm';

const { signal } = workerData as Seat;
const port = parentPort as MessagePort;
const nap = new Int32Array(new SharedArrayBuffer(4));
let code = '';

const send = (message: FromThread): void => port.postMessage(message);

function ask(request: CallRequest): CallAnswer {
  const seen = Atomics.load(signal, 0);
  send({ kind: 'call', request });
  Atomics.wait(signal, 0, seen);
  const received = announcedMessage(port) as ToThread | undefined;
  if (received?.kind !== 'answer') throw new Error('The host gave no answer to a service call.');
  return received.answer;
}

function invoke(request: CallRequest): CallAnswer {
  for (;;) {
    const answer = ask(request);
    if (!('pause' in answer)) {
      if (answer.after) Atomics.wait(nap, 0, 0, answer.after);
      return answer;
    }
    Atomics.wait(nap, 0, 0, answer.pause);
    if (answer.next === 'done') return { value: undefined };
  }
}

function run(job: Job): Outcome {
  code = job.code ?? code;
  const { functionName, args, services, enums, zone } = job;
  const log = (level: string, text: string) => send({ kind: 'log', level, text });
  const outcome = runInRealm(code, functionName, args, {
    invoke,
    whileServed: (serve) => serve(),
    log,
    clock: scriptClock(zone, null),
    services,
    enums,
  });
  if (!outcome.ok) return outcome;
  try {
    return { ok: true, value: clientValue(outcome.value) };
  } catch (error) {
    const { name, message, stack } = error as Error;
    return { ok: false, error: { name, message, stack: stack ?? '' } };
  }
}

port.on('message', (message: ToThread) => {
  if (message.kind === 'job') send({ kind: 'ended', outcome: run(message.job) });
});
