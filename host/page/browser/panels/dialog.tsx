import { useRef, useState } from 'preact/hooks';
import { CloseIcon } from '../chrome/icons';
import { dialog, type ShownPanel } from '../state';
import { PanelFrame, type PanelWishes } from './panel-frame';

/** What dialogs without a size of their own have in Sheets. */
const WIDTH = 600;
const HEIGHT = 250;

const close = () => {
  dialog.value = null;
};

/** The add-on's dialog, modal or not; a new one takes the place of the old. */
export function Dialog(wishes: PanelWishes) {
  const panel = dialog.value;
  return panel && <ShownDialog key={panel.key} panel={panel} {...wishes} />;
}

function ShownDialog({ panel, ...wishes }: PanelWishes & { panel: ShownPanel }) {
  const [size, setSize] = useState({ width: panel.width ?? WIDTH, height: panel.height ?? HEIGHT });
  const [moved, setMoved] = useState({ x: 0, y: 0 });
  const grabbed = useRef<{ x: number; y: number } | null>(null);
  const modal = panel.kind === 'modal';

  const drag = {
    onPointerDown: (event: PointerEvent) => {
      if ((event.target as Element).closest('button')) return;
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
      grabbed.current = { x: event.clientX - moved.x, y: event.clientY - moved.y };
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      if (grabbed.current) setMoved({ x: clientX - grabbed.current.x, y: clientY - grabbed.current.y });
    },
    onPointerUp: () => {
      grabbed.current = null;
    },
  };

  return (
    <div class={modal ? 'dialog-layer modal' : 'dialog-layer'}>
      <div
        class="dialog"
        role="dialog"
        aria-modal={modal}
        aria-label={panel.title}
        style={{ width: `${size.width}px`, transform: `translate(${moved.x}px, ${moved.y}px)` }}
        onKeyDown={({ key }) => key === 'Escape' && close()}
      >
        <header class="panel-head grab" {...drag}>
          <h2>{panel.title}</h2>
          <button type="button" class="icon-button" aria-label="Close dialog" onClick={close}>
            <CloseIcon />
          </button>
        </header>
        <div class="dialog-body" style={{ height: `${size.height}px` }}>
          <PanelFrame
            title={panel.title}
            html={panel.html}
            functions={panel.functions}
            close={close}
            resize={(asked) => setSize((old) => ({ ...old, ...asked }))}
            {...wishes}
          />
        </div>
      </div>
    </div>
  );
}
