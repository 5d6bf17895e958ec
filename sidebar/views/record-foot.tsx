import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../components/button';
import type { Kind } from '../data/record-actions';
import { t } from '../texts/text';
import { DeleteRecord } from './delete-record';
import { ErasePerson } from './erase-person';

type Props = { readonly kind: Kind; readonly id: string; readonly name: string };

/** What ends a record, at the end of it. */
export function RecordFoot({ kind, id, name }: Props) {
  const [asked, setAsked] = useState<'delete' | 'erase' | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const closed = useRef<'delete' | 'erase' | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the question is closed
  useLayoutEffect(() => {
    if (!closed.current) return;
    const opener = closed.current === 'delete' ? 0 : 1;
    closed.current = null;
    box.current?.querySelectorAll('button')[opener]?.focus();
  }, [asked]);
  const close = () => {
    closed.current = asked;
    setAsked(null);
  };
  return (
    <div ref={box} class="border-t border-line px-3 py-2">
      {asked === 'delete' && <DeleteRecord doomed={{ kind, id, name }} onClose={close} />}
      {asked === 'erase' && <ErasePerson id={id} name={name} onClose={close} />}
      {asked === null && (
        <div class="-mx-1.5 flex justify-between text-sm">
          <Button look="quiet" icon="trash" onClick={() => setAsked('delete')}>
            {t(`delete.${kind}`, { name })}
          </Button>
          {kind === 'lead' && (
            <Button look="quiet" onClick={() => setAsked('erase')}>
              {t('erase.open')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
