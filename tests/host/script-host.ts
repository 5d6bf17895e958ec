import { type Host, openHost } from '../../host/host';

/** A host whose add-on runs what a test hands it: `file` and `sheet` are the active ones. */
export const scriptHost = (options: Partial<Parameters<typeof openHost>[0]> = {}): Host =>
  openHost({
    addOn: {
      code: `
        function onOpen() {}
        function run(body) {
          return new Function('file', 'sheet', 'App', body)(
            SpreadsheetApp.getActive(), SpreadsheetApp.getActiveSheet(), SpreadsheetApp);
        }`,
      pages: new Map(),
      manifest: { timeZone: 'Etc/UTC', oauthScopes: [] },
    },
    now: '2026-11-22T09:00:00Z',
    ...options,
  });

export const run = (host: Host, body: string): unknown => host.call('run', body);

/** What a script threw, as it would read it. */
export function refusal(host: Host, body: string): string {
  return String(run(host, `try { ${body}; } catch (error) { return error.message; } return 'nothing';`));
}
