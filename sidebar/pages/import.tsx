import { createClient } from '../data/client';
import { createImporter } from '../data/import/importer';
import { createSession } from '../data/session';
import { importing as texts } from '../texts/en';
import { speak } from '../texts/text';
import { ImportApp } from '../views/import/import-app';
import { ImportContext } from '../views/import/import-context';
import { openPage } from './open-page';

speak(texts);

const client = createClient();
const session = createSession(client);
const importer = createImporter(client, session);

openPage(
  (first) => (first ? session.begin(first) : session.load()),
  <ImportContext.Provider value={{ importer, session }}>
    <ImportApp />
  </ImportContext.Provider>,
);
