import type { Request, Response } from '../../src/contract/contract';
import { t } from '../texts/text';
import { CallError } from './call-error';
import { platformFailure } from './platform-failures';

/** What the menu of the sheet opens or makes, and a page can ask the server for. */
export type Dialog = 'openRepair' | 'openImport' | 'openAbout' | 'pipelineReport';

type Runner = {
  withSuccessHandler(handler: (body: unknown) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner;
  rpc(body: string): void;
} & Record<Dialog, () => void>;

/** What Google puts into every page; only the part that is used. */
declare const google:
  | { readonly script: { readonly run: Runner; readonly host: { close(): void; readonly editor: { focus(): void } } } }
  | undefined;

/** After this many milliseconds a call counts as unanswered. */
export const PATIENCE = 30_000;

/** Sends one request. Fails with a `CallError` and in any case answers: Google sometimes never does. */
export function send(request: Request, patience = PATIENCE): Promise<Response> {
  if (typeof google === 'undefined') return Promise.reject(new CallError('BUG', t('failure.outside')));
  const { run } = google.script;
  return new Promise((resolve, reject) => {
    if (navigator.onLine === false) {
      reject(new CallError('OFFLINE', t('failure.offline')));
      return;
    }
    const late = setTimeout(
      () => reject(new CallError('TIMEOUT', t('failure.timeout', { seconds: Math.round(patience / 1000) }))),
      patience,
    );
    run
      .withSuccessHandler((body) => {
        clearTimeout(late);
        try {
          resolve(readResponse(body));
        } catch (error) {
          reject(error);
        }
      })
      .withFailureHandler((error) => {
        clearTimeout(late);
        reject(platformFailure(error.message));
      })
      .rpc(JSON.stringify(request));
  });
}

/** Has the server open a dialog: only it can. */
export function openDialog(dialog: Dialog, onFailure: (error: CallError) => void): void {
  if (typeof google === 'undefined') return;
  google.script.run.withFailureHandler(({ message }) => onFailure(platformFailure(message)))[dialog]();
}

/** Gives the keys back to the sheet. */
export function focusGrid(): void {
  if (typeof google !== 'undefined') google.script.host.editor.focus();
}

/** Closes the dialog that this page is in. Only a dialog itself can do that. */
export function closeDialog(): void {
  if (typeof google !== 'undefined') google.script.host.close();
}

export function readResponse(body: unknown): Response {
  try {
    const response: unknown = JSON.parse(String(body));
    // The server is built from the same contract: an object with answers is one of its responses.
    if (Array.isArray((response as Response).answers)) return response as Response;
  } catch {
    // Said below.
  }
  throw new CallError('BUG', t('failure.unreadable'));
}
