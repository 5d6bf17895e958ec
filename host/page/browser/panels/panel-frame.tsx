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
  readonly close: () => void;
  readonly resize?: (size: { width?: number; height?: number }) => void;
};

/** The sandbox that HtmlService gives, without the origin: Google's is another one than the spreadsheet's. */
const SANDBOX = 'allow-scripts allow-forms allow-popups allow-modals allow-downloads';

let shim = '';

/** Loads the script that gives panels their `google.script`, before any panel is shown. */
export async function loadShim(): Promise<void> {
  shim = await (await fetch('/run-shim.js')).text();
}

/** A sidebar's or dialog's own page, in a frame that reaches nothing but what it asks for by message. */
export function PanelFrame({ title, html, close, resize, run, focusEditor }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const source = useMemo(() => withShim(html), [html]);

  // At once: the panel's scripts may speak before the page is painted.
  useLayoutEffect(() => {
    const answer = (message: object) => frame.current?.contentWindow?.postMessage({ host: 'answer', ...message }, '*');
    const hear = ({ source: from, data }: MessageEvent<FromPanel>) => {
      if (from !== frame.current?.contentWindow) return;
      if (data.host === 'close') close();
      if (data.host === 'focus-editor') focusEditor();
      if (data.host === 'size') resize?.(data);
      if (data.host !== 'run') return;
      void run(data.functionName, data.args).then((outcome) =>
        answer({ id: data.id, ok: outcome.ok, value: outcome.ok ? outcome.value : outcome.message }),
      );
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, [close, resize, run, focusEditor]);

  return <iframe ref={frame} class="panel-frame" title={title} sandbox={SANDBOX} srcdoc={source} />;
}

/** Before any script of the page, but after its doctype: without one browsers fall back to the nineties. */
function withShim(html: string): string {
  const script = `<script>${shim}</script>`;
  const head = /<head(\s[^>]*)?>/i.exec(html);
  if (head) return insertAt(html, head.index + head[0].length, script);
  const doctype = /^\s*<!doctype[^>]*>/i.exec(html);
  return insertAt(html, doctype ? doctype[0].length : 0, script);
}

const insertAt = (text: string, index: number, added: string): string =>
  text.slice(0, index) + added + text.slice(index);
