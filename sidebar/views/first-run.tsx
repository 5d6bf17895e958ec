import { Button } from '../components/button';
import { Note } from '../components/note';
import { t } from '../texts/text';
import { usePanel } from './panel-context';

const TABS = ['Leads', 'Opportunities', 'Activities', 'Settings', 'History'] as const;

export function FirstRun() {
  const panel = usePanel();
  const { busy, error, canEdit } = panel.session;
  if (!canEdit.value) {
    return (
      <main class="p-4">
        <h1 class="sr-only">{t('appName')}</h1>
        <p>{t('viewer.noCrm')}</p>
      </main>
    );
  }
  return (
    <main class="flex h-full flex-col gap-3 overflow-y-auto p-4">
      <h1 class="text-xl font-semibold">{t('firstRun.title')}</h1>
      <p>{t('firstRun.text')}</p>
      <ul class="flex flex-col gap-1.5 border-y border-line py-2.5">
        {TABS.map((tab) => (
          <li key={tab} class="flex gap-2">
            <span class="w-24 shrink-0 font-medium">{tab}</span>
            <span class="text-soft">{t(`firstRun.${tab}`)}</span>
          </li>
        ))}
      </ul>
      <p class="text-soft">{t('firstRun.promise')}</p>
      {error.value && <Note text={error.value.message} />}
      <Button look="primary" disabled={busy.value} onClick={panel.setUp}>
        {busy.value ? t('firstRun.busy') : t(error.value ? 'retry' : 'firstRun.button')}
      </Button>
    </main>
  );
}
