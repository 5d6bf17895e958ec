import type { Act } from '../../grid-acts';
import type { RunOutcome, ToPage, ToServer } from '../protocol';

type Listener = (message: ToPage) => void;

/** The page's line to its server. */
export class Connection {
  private readonly waiting = new Map<number, (answer: never) => void>();
  private readonly whenIdle: (() => void)[] = [];
  private listener: Listener | null = null;
  private early: ToPage[] = [];
  private held: ToPage[] | null = null;
  private lastId = 0;
  /** Called when the server is gone. */
  onLost: (() => void) | null = null;

  private constructor(private readonly socket: WebSocket) {
    socket.addEventListener('message', ({ data }) => this.hear(JSON.parse(String(data)) as ToPage));
    socket.addEventListener('close', () => this.onLost?.());
  }

  static open(): Promise<Connection> {
    const socket = new WebSocket(`ws://${location.host}/`);
    const connection = new Connection(socket);
    return new Promise((resolve, reject) => {
      socket.addEventListener('open', () => resolve(connection));
      socket.addEventListener('error', () => reject(new Error('The offline host does not answer.')));
    });
  }

  /** Messages are kept until somebody listens: edits arrive while the file is still being read. */
  listen(listener: Listener): void {
    this.listener = listener;
    for (const message of this.early) listener(message);
    this.early = [];
  }

  /** From now on nothing of the server is heard until `release`, and then all of it in its order. */
  hold(): void {
    this.held ??= [];
  }

  release(): void {
    const held = this.held ?? [];
    this.held = null;
    for (const message of held) this.hear(message);
  }

  private hear(message: ToPage): void {
    if (this.held) {
      this.held.push(message);
      return;
    }
    if (message.kind === 'done') this.settleOne(message.id, message.refused);
    else if (message.kind === 'ran') this.settleOne(message.id, message.outcome);
    else if (this.listener) this.listener(message);
    else this.early.push(message);
  }

  private settleOne(id: number, answer: unknown): void {
    this.waiting.get(id)?.(answer as never);
    this.waiting.delete(id);
    if (this.waiting.size === 0) for (const resolve of this.whenIdle.splice(0)) resolve();
  }

  send(message: ToServer): void {
    this.socket.send(JSON.stringify(message));
  }

  private ask<T>(message: (id: number) => ToServer): Promise<T> {
    const id = ++this.lastId;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve as (answer: never) => void);
      this.send(message(id));
    });
  }

  /** Resolves with null, or with the reason why nothing came of it. */
  act(base: number, acts: readonly Act[]): Promise<string | null> {
    return this.ask((id) => ({ kind: 'act', id, base, acts }));
  }

  takeBack(kind: 'undo' | 'redo'): Promise<string | null> {
    return this.ask((id) => ({ kind, id }));
  }

  run(by: 'menu' | 'run', functionName: string, args: readonly unknown[]): Promise<RunOutcome> {
    return this.ask((id) => ({ kind: 'run', id, by, functionName, args }));
  }

  /** Tells the server that the page shows the file; resolves when the add-on has made its menu. */
  async begin(): Promise<void> {
    await this.ask((id) => ({ kind: 'opened', id }));
  }

  /** Resolves when nothing of this page is under way, nothing runs on the server, and all results are here. */
  async idle(): Promise<void> {
    if (this.waiting.size > 0) await new Promise<void>((resolve) => this.whenIdle.push(resolve));
    await this.ask((id) => ({ kind: 'settle', id }));
  }
}
