import { createClient } from '../data/client';
import { createSession } from '../data/session';
import { createToasts } from '../data/toasts';
import { createWaitingRows } from '../data/waiting-rows';
import { panel as panelTexts, repair as texts } from '../texts/en';
import { speak } from '../texts/text';
import { RepairApp } from '../views/repair/repair-app';
import { RepairContext } from '../views/repair/repair-context';
import { openPage } from './open-page';

speak(panelTexts, texts);

const client = createClient();
const session = createSession(client);
const rows = createWaitingRows(client, session.canEdit);
/** No list of records stands in this dialog. */
const readLines = async () => {};

openPage(
  (first) => (first ? session.begin(first) : session.load()),
  <RepairContext.Provider value={{ client, session, rows, toasts: createToasts(), readLines }}>
    <RepairApp />
  </RepairContext.Provider>,
);
