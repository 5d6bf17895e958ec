import { createPanel } from '../data/panel';
import { panel as texts } from '../texts/en';
import { speak } from '../texts/text';
import { App } from '../views/app';
import { PanelContext } from '../views/panel-context';
import { openPage } from './open-page';

speak(texts);

const panel = createPanel();

openPage(
  panel.begin,
  <PanelContext.Provider value={panel}>
    <App />
  </PanelContext.Provider>,
);
