import { about as texts } from '../texts/en';
import { speak } from '../texts/text';
import { About } from '../views/about';
import { openPage } from './open-page';

/** Put in by the build. */
declare const SHEETY_VERSION: string;

speak(texts);

openPage(
  (first) => {
    const theme = first?.ok ? first.value.settings?.preferences.theme : undefined;
    document.documentElement.dataset['theme'] = theme ?? 'light';
  },
  <About version={SHEETY_VERSION} />,
);
