import { useEffect } from 'preact/hooks';
import type { Lead, Opportunity } from '../../src/domain/records';
import type { Shown } from '../data/records';
import type { Subject } from '../data/timelines';
import { usePanel } from './panel-context';

/** A deal as it is shown, read anew each time its screen opens; what is known of it already is shown meanwhile. */
export function useDeal(id: string): Shown<Opportunity> {
  const { deals } = usePanel();
  const shown = deals.shown(id).value;
  useEffect(() => {
    deals.load(id);
  }, [deals, id]);
  useTimeline(shown, 'opportunity', id);
  return shown;
}

export function useLead(id: string): Shown<Lead> {
  const { leads } = usePanel();
  const shown = leads.shown(id).value;
  useEffect(() => {
    leads.load(id);
  }, [leads, id]);
  useTimeline(shown, 'lead', id);
  return shown;
}

/** The timeline is read with its record, but not before the sheet knows that one. */
function useTimeline(shown: Shown<unknown>, kind: Subject['kind'], id: string): void {
  const { timelines } = usePanel();
  const isThere = !shown.isNew;
  useEffect(() => {
    if (isThere) timelines.load({ kind, id });
  }, [timelines, isThere, kind, id]);
}
