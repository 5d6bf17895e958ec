import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type WebSocket, WebSocketServer } from 'ws';
import { builtFile } from '../built';
import type { SpreadsheetFile } from '../engine/file';
import { fileSnapshot } from '../engine/snapshot';
import type { Host } from '../host';
import { AddOnFolder } from './add-on-folder';
import { Kept } from './kept';
import { PageHost, untitledFile } from './page-host';
import type { PageScreen } from './page-screen';
import type { Opened, ToPage, ToServer } from './protocol';
import { Session } from './session';

export type PageOptions = {
  /** The folder of the built add-on, as `clasp push` would push it. */
  readonly addOn: string;
  /** The folder in which the spreadsheet and the add-on's stores are kept. */
  readonly folder: string;
  /** The add-on's name: its menu stands under Extensions by this name. */
  readonly title?: string;
  /** Where to begin looking for a free port. */
  readonly port?: number;
  /** Throws away what is kept and begins anew. */
  readonly fresh?: boolean;
  /** `google`: everything takes as long as at Google, by the cost model. */
  readonly latency?: 'none' | 'google';
  /** The language of the user's Google, which the add-on is told: `en` where none is named. The page itself is in English. */
  readonly language?: string;
  /** A folder of further pages of the add-on's project: `/name` shows its `name.html`. */
  readonly beside?: string;
  /** What a new file holds; an empty tab otherwise. */
  readonly newFile?: () => SpreadsheetFile;
};

export type Page = {
  readonly url: string;
  /** The file that the pages show now: a fresh one comes with a host of its own. */
  readonly host: Host<PageScreen>;
  /** Saves and ends everything. */
  close(): Promise<void>;
};

const BUILD_LOOKED_FOR_EVERY_MS = 1_000;
const LARGE = 1_000_000;

/** Opens the spreadsheet in a page that looks like Sheets, for this machine only. */
export async function startPage(options: PageOptions): Promise<Page> {
  const server = new PageServer(options);
  await server.listen(options.port ?? 8080);
  return server;
}

class PageServer implements Page {
  private readonly kept: Kept;
  private readonly addOn: AddOnFolder;
  private readonly http: Server;
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: 512 * 1024 * 1024 });
  private readonly building: NodeJS.Timeout;
  private page: PageHost;
  private closing: Promise<void> | null = null;

  constructor(private readonly options: PageOptions) {
    this.kept = new Kept(options.folder);
    if (options.fresh) this.kept.clear();
    this.addOn = new AddOnFolder(options.addOn);
    this.page = this.openFile();
    this.http = createServer((request, response) => void this.serve(request, response));
    this.http.on('upgrade', (request, socket, head) => {
      if (!isOwn(request)) return socket.destroy();
      return this.sockets.handleUpgrade(request, socket, head, (opened) => this.connect(opened));
    });
    this.building = setInterval(() => this.lookForBuild(), BUILD_LOOKED_FOR_EVERY_MS);
    this.building.unref();
    process.once('SIGINT', this.leave);
    process.once('SIGTERM', this.leave);
  }

  get host(): Host<PageScreen> {
    return this.page.host;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}/`;
  }

  async listen(port: number): Promise<void> {
    for (let candidate = port; ; candidate++) {
      if (await listens(this.http, candidate)) return;
      if (candidate > port + 100) throw new Error(`No port is free between ${port} and ${candidate}.`);
    }
  }

  private openFile(): PageHost {
    const newFile = this.options.newFile ?? untitledFile;
    return new PageHost({
      addOn: this.addOn,
      kept: this.kept,
      newFile,
      latency: this.options.latency ?? 'none',
      language: this.options.language ?? 'en',
      tell: (message) => this.tellAll(message),
      isHeard: () => this.sockets.clients.size > 0,
    });
  }

  private tellAll(message: ToPage | string): void {
    const text = typeof message === 'string' ? message : JSON.stringify(message);
    for (const socket of this.sockets.clients) if (socket.readyState === socket.OPEN) socket.send(text);
  }

  private connect(socket: WebSocket): void {
    const tell = (message: ToPage) => socket.send(JSON.stringify(message));
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as ToServer;
      const session = new Session(this.page, tell, () => this.beginAnew());
      session.hear(message).catch((error) => {
        console.error(error);
        if ('id' in message) tell({ kind: 'done', id: message.id, refused: `The offline host failed: ${error}` });
      });
    });
  }

  private async beginAnew(): Promise<void> {
    await this.page.close();
    this.kept.clear();
    this.page = this.openFile();
    this.tellAll({ kind: 'reload' });
  }

  private lookForBuild(): void {
    if (!this.addOn.refresh()) return;
    this.tellAll({ kind: 'reloaded-add-on' });
    void this.page.open();
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (!isOwn(request)) return void response.writeHead(403).end();
    if (pathname === '/file') return this.serveFile(request, response);
    const asked = pathname === '/' ? 'index.html' : normalize(pathname).replace(/^[/\\]+/, '');
    const { beside } = this.options;
    const isBeside = beside !== undefined && /^[\w-]+$/.test(asked);
    const name = isBeside ? `${asked}.html` : asked;
    const folder = isBeside ? beside : fileURLToPath(builtFile('assets'));
    const content = await readFile(join(folder, name)).catch(() => null);
    if (!content) return void response.writeHead(404).end();
    // The names of chunks change with their content; the others are asked for each time.
    const caching = name.startsWith('chunks/') ? 'max-age=31536000, immutable' : 'no-cache';
    response.writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'text/plain', 'cache-control': caching });
    response.end(content);
  }

  private async serveFile(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.page.feed.flush();
    const { file, user, selection } = this.page.host;
    const title = this.options.title ?? 'Add-on';
    const opened: Opened = { snapshot: fileSnapshot(file), version: file.version, selection, title, user: user.email };
    const text = JSON.stringify(opened);
    const headers = { 'content-type': TYPES['.json'], 'cache-control': 'no-store' };
    if (text.length < LARGE || !/\bgzip\b/.test(request.headers['accept-encoding'] ?? ''))
      return void response.writeHead(200, headers).end(text);
    response.writeHead(200, { ...headers, 'content-encoding': 'gzip' }).end(await promisify(gzip)(text, { level: 1 }));
  }

  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private async end(): Promise<void> {
    process.off('SIGINT', this.leave);
    process.off('SIGTERM', this.leave);
    clearInterval(this.building);
    for (const socket of this.sockets.clients) socket.terminate();
    this.http.closeAllConnections();
    await Promise.all([this.page.close(), new Promise((resolve) => this.http.close(resolve))]);
  }

  private readonly leave = (): void => {
    void this.close().then(() => process.exit(0));
  };
}

/** Other sites that the person has open may reach this machine too, but not in its name. */
function isOwn({ headers }: IncomingMessage): boolean {
  const host = headers.host ?? '';
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)) return false;
  return headers.origin === undefined || headers.origin === `http://${host}`;
}

const listens = (server: Server, port: number): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const taken = (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error));
    server.once('error', taken);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', taken);
      resolve(true);
    });
  });

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};
