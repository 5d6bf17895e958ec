import { render } from '@testing-library/preact';
import { createClient } from '../../sidebar/data/client';
import { createSession } from '../../sidebar/data/session';
import { createToasts } from '../../sidebar/data/toasts';
import { createWaitingRows } from '../../sidebar/data/waiting-rows';
import { panel, repair } from '../../sidebar/texts/en';
import { speak } from '../../sidebar/texts/text';
import { RepairApp } from '../../sidebar/views/repair/repair-app';
import { RepairContext } from '../../sidebar/views/repair/repair-context';
import { fakeGoogle, firstAnswer, type Handlers } from './fake-google';
import { samples } from './samples';

speak(panel, repair);

/** The dialog of last actions and of rows that need care. */
export function openRepairDialog(handlers: Handlers, start = samples.start()) {
  const server = fakeGoogle({ lastActions: () => [], ...handlers });
  const client = createClient();
  const session = createSession(client);
  session.begin(firstAnswer(start));
  const tools = {
    client,
    session,
    toasts: createToasts(),
    rows: createWaitingRows(client, session.canEdit),
    readLines: async () => {},
  };
  const view = render(
    <RepairContext.Provider value={tools}>
      <RepairApp />
    </RepairContext.Provider>,
  );
  return { ...server, ...view };
}
