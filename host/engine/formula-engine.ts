import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { builtFile } from '../built';
import { announcedMessage } from './announced';
import type { FormulaAnswer, FormulaRequest, FormulaResult } from './formula-protocol';

const PATIENCE_MS = 120_000;

/** The formula worker of this process: started at the first formula, shared by every open file. */
class FormulaEngine {
  private readonly port: MessagePort;
  private readonly signal = new Int32Array(new SharedArrayBuffer(4));

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    const worker = new Worker(builtFile('formula-worker.mjs'), {
      workerData: { port: port2, signal: this.signal },
      transferList: [port2],
    });
    worker.unref();
    port1.unref();
  }

  /** Waits for the answer: a cell's result must be there when the script reads it. */
  ask(request: FormulaRequest): readonly FormulaResult[] {
    const seen = Atomics.load(this.signal, 0);
    this.port.postMessage(request);
    if (Atomics.wait(this.signal, 0, seen, PATIENCE_MS) === 'timed-out') {
      throw new Error(`The formula engine gave no answer within ${PATIENCE_MS / 1000} s.`);
    }
    const answer = announcedMessage(this.port) as FormulaAnswer;
    if ('failure' in answer) throw new Error(`The formula engine failed: ${answer.failure}`);
    return answer.results;
  }
}

let engine: FormulaEngine | null = null;

export function formulaEngine(): FormulaEngine {
  engine ??= new FormulaEngine();
  return engine;
}
