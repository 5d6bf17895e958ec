import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { RunOutcome } from '../../protocol';

/** What a panel's page may ask of the page around it. */
type FromPanel =
  | { readonly host: 'run'; readonly id: number; readonly functionName: string; readonly args: readonly unknown[] }
  | { readonly host: 'close' }
  | { readonly host: 'focus-editor' }
  | { readonly host: 'size'; readonly width?: number; readonly height?: number };

export type PanelWishes = {
  readonly run: (functionName: string, args: readonly unknown[]) => Promise<RunOutcome>;
  readonly focusEditor: () => void;
};

type Props = PanelWishes & {
  readonly title: string;
  readonly html: string;
  /** The script's functions that the page is told of. */
  readonly functions: readonly string[];
  readonly close: () => void;
  readonly resize?: (size: { width?: number; height?: number }) => void;
};

/**
 * The sandbox that HtmlService gives (guide "HTML service: restrictions"), but for allow-same-origin: Google's pages have an
 * origin of their own, and here that would be the spreadsheet's.
 */
const SANDBOX = 'allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads';

/** Google's frames are not allowed the clipboard either. */
const POLICY = "clipboard-read 'none'; clipboard-write 'none'";

let shim = '';

/** Loads the script that gives panels their `google.script`, before any panel is shown. */
export async function loadShim(): Promise<void> {
  shim = await (await fetch('/run-shim.js')).text();
}

/** A sidebar's or dialog's own page, in a frame that reaches nothing but what it asks for by message. */
export function PanelFrame({ title, html, functions, close, resize, run, focusEditor }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const source = useMemo(() => withShim(html, functions), [html, functions]);

  // At once: the panel's scripts may speak before the page is painted.
  useLayoutEffect(() => {
    const answer = (message: object) => frame.current?.contentWindow?.postMessage({ host: 'answer', ...message }, '*');
    const hear = ({ source: from, data }: MessageEvent<FromPanel>) => {
      if (from !== frame.current?.contentWindow) return;
      if (data.host === 'close') close();
      if (data.host === 'focus-editor') focusEditor();
      if (data.host === 'size') resize?.(data);
      if (data.host !== 'run') return;
      void run(data.functionName, data.args).then((outcome) => answer({ id: data.id, outcome }));
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, [close, resize, run, focusEditor]);

  return <iframe ref={frame} class="panel-frame" title={title} sandbox={SANDBOX} allow={POLICY} srcdoc={source} />;
}

/** Google writes its own doctype and scripts before whatever the page brings. */
const withShim = (html: string, functions: readonly string[]): string =>
  `<!doctype html><script>window.scriptFunctions=${JSON.stringify(functions)};</script><script>${shim}</script>${html}`;
