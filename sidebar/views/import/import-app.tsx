import { Button } from '../../components/button';
import { LoadFailed } from '../../components/load-failed';
import { Note } from '../../components/note';
import { Skeleton } from '../../components/skeleton';
import { t } from '../../texts/text';
import { ChooseFile } from './choose-file';
import { useImport } from './import-context';
import { PlanScreen } from './plan-screen';
import { RunScreen } from './run-screen';
import { Summary } from './summary';

export function ImportApp() {
  const { importer, session } = useImport();
  const start = session.start.value;
  const error = session.error.value;
  const progress = importer.progress.value;

  if (!start) {
    return (
      <main class="p-4">
        <h1 class="sr-only">{t('import.title')}</h1>
        {error ? <LoadFailed text={error.message} onRetry={() => session.load()} /> : <Skeleton rows={8} tall />}
      </main>
    );
  }
  if (!start.settings) return <NoCrm />;
  return (
    <main class="flex h-full flex-col">
      <h1 class="sr-only">{t('import.title')}</h1>
      {progress ? (
        progress.state === 'running' ? (
          <RunScreen progress={progress} />
        ) : (
          <Summary progress={progress} />
        )
      ) : importer.source.value ? (
        <PlanScreen source={importer.source.value} />
      ) : (
        <ChooseFile />
      )}
    </main>
  );
}

function NoCrm() {
  const { session } = useImport();
  return (
    <main class="flex max-w-96 flex-col items-start gap-3 p-4">
      <h1 class="text-lg font-semibold">{t('import.noCrm')}</h1>
      <p>{t('import.noCrmText')}</p>
      <p class="text-soft">{t('firstRun.promise')}</p>
      {session.error.value && <Note text={session.error.value.message} />}
      <Button look="primary" disabled={session.busy.value} onClick={session.setUp}>
        {t(session.busy.value ? 'firstRun.busy' : 'firstRun.button')}
      </Button>
    </main>
  );
}
