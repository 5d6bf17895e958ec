import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';

/** How often a thread looks for a message that is announced, a millisecond apart. */
const LOOKS = 10_000;

const nap = new Int32Array(new SharedArrayBuffer(4));

/**
 * The next message of a port, for a thread that was told by a shared signal that it is there. Blocks: seen under load, the
 * signal can be there a moment before the port shows the message. Undefined when none comes.
 */
export function announcedMessage(port: MessagePort): unknown {
  for (let looks = 0; looks < LOOKS; looks++) {
    const received = receiveMessageOnPort(port);
    if (received) return received.message;
    Atomics.wait(nap, 0, 0, 1);
  }
  return undefined;
}
