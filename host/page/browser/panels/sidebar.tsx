import { CloseIcon } from '../chrome/icons';
import { sidebar } from '../state';
import { PanelFrame, type PanelWishes } from './panel-frame';

const close = () => {
  sidebar.value = null;
};

/** The add-on's sidebar: 300 pixels wide, as Google fixed it. */
export function Sidebar(wishes: PanelWishes) {
  const panel = sidebar.value;
  if (!panel) return null;
  return (
    <aside class="sidebar" aria-label={panel.title}>
      <header class="panel-head">
        <h2>{panel.title}</h2>
        <button type="button" class="icon-button" aria-label="Close sidebar" onClick={close}>
          <CloseIcon />
        </button>
      </header>
      <PanelFrame
        key={panel.key}
        title={panel.title}
        html={panel.html}
        functions={panel.functions}
        close={close}
        {...wishes}
      />
    </aside>
  );
}
