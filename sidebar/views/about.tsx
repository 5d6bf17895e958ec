import { t } from '../texts/text';

const MAY = ['about.sheet', 'about.windows', 'about.email'] as const;

export const About = ({ version }: { version: string }) => (
  <main class="flex flex-col gap-2.5 p-4">
    <header>
      <h1 class="text-xl font-semibold">{t('appName')}</h1>
      <p class="text-soft">{t('about.version', { version })}</p>
    </header>
    <p>{t('about.text')}</p>
    <p>{t('about.data')}</p>
    <p>{t('about.network')}</p>
    <section class="border-t border-line pt-2.5" aria-labelledby="may">
      <h2 id="may" class="pb-1 font-semibold">
        {t('about.may')}
      </h2>
      <ul class="flex list-disc flex-col gap-1 pl-4">
        {MAY.map((what) => (
          <li key={what}>{t(what)}</li>
        ))}
      </ul>
    </section>
    <p class="border-t border-line pt-2.5 text-soft">{t('about.licence')}</p>
  </main>
);
