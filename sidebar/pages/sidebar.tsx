import { render } from 'preact';
import { firstAnswer } from '../data/first-answer';
import { createPanel } from '../data/panel';
import { App } from '../views/app';
import { PanelContext } from '../views/panel-context';

const panel = createPanel();

// The first answer stands at the end of the page, after this script.
function begin(): void {
  const root = document.getElementById('app');
  if (!root) return;
  panel.begin(firstAnswer());
  render(
    <PanelContext.Provider value={panel}>
      <App />
    </PanelContext.Provider>,
    root,
  );
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
else begin();
