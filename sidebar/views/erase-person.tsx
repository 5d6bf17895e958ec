import { useState } from 'preact/hooks';
import { Confirm } from '../components/confirm';
import { erasePerson } from '../data/delete-actions';
import { t } from '../texts/text';
import { usePanel } from './panel-context';

type Props = { readonly id: string; readonly name: string; readonly onClose: () => void };

/** Asks twice, because nothing brings the person back: first says what it means, then has the name typed. */
export function ErasePerson({ id, name, onClose }: Props) {
  const panel = usePanel();
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  const erase = async () => {
    setBusy(true);
    const failed = await erasePerson(panel, id, name);
    if (!failed) return;
    setProblem(failed.message);
    setBusy(false);
  };

  if (typed === null) {
    return (
      <Confirm key="first" text={t('erase.first')} act={t('erase.go')} onAct={() => setTyped('')} onCancel={onClose} />
    );
  }
  return (
    <Confirm
      key="second"
      text={t('erase.second', { name })}
      act={t(busy ? 'busy' : 'erase.button')}
      disabled={busy || typed.trim() !== name.trim()}
      problem={problem}
      onAct={erase}
      onCancel={onClose}
    >
      <input
        class="control h-7 w-full"
        aria-label={t('erase.label')}
        autocomplete="off"
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
    </Confirm>
  );
}
