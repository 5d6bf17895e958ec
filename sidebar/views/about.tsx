import { t } from '../texts/text';

const POINTS = ['about.data', 'about.network', 'about.licence'] as const;

export const About = ({ version }: { version: string }) => (
  <main class="flex flex-col gap-2 p-4">
    <h1 class="text-xl font-semibold">{t('appName')}</h1>
    <p class="text-soft">{t('about.version', { version })}</p>
    <p>{t('about.text')}</p>
    <ul class="flex flex-col gap-1.5 border-t border-line pt-2.5">
      {POINTS.map((point) => (
        <li key={point}>{t(point)}</li>
      ))}
    </ul>
  </main>
);
