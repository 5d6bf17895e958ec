import { useEffect, useRef, useState } from 'preact/hooks';
import type { Past } from '../../src/domain/past';
import { asCallError, type CallError } from '../data/call-error';
import type { Subject } from '../data/timelines';
import { usePanel } from './panel-context';

export type ShownPast = { readonly past: Past | null; readonly error: CallError | null; load(): Promise<void> };

/** History is long: it is read when it is wanted first, and again after each save here as long as it is on the screen. */
export function useHistory({ kind, id }: Subject, isWanted: boolean, isSaving: boolean): ShownPast {
  const { client } = usePanel();
  const [past, setPast] = useState<Past | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const asked = useRef(0);
  const load = async () => {
    const own = ++asked.current;
    setError(null);
    try {
      const read = await client.call('historyOf', { kind, id });
      if (own === asked.current) setPast(read);
    } catch (thrown) {
      if (own === asked.current) setError(asCallError(thrown));
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: `load` is made anew with every drawing
  useEffect(() => {
    if (isWanted && !isSaving) load();
  }, [kind, id, isWanted, isSaving]);
  return { past, error, load };
}
