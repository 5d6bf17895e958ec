import { useEffect } from 'preact/hooks';
import type { Lead, Opportunity } from '../../src/domain/records';
import type { Shown } from '../data/records';
import { usePanel } from './panel-context';

/** A deal as it is shown, read anew each time its screen opens; what is known of it already is shown meanwhile. */
export function useDeal(id: string): Shown<Opportunity> {
  const { deals, timelines } = usePanel();
  useEffect(() => {
    deals.load(id);
    timelines.load({ kind: 'opportunity', id });
  }, [deals, timelines, id]);
  return deals.shown(id).value;
}

export function useLead(id: string): Shown<Lead> {
  const { leads, timelines } = usePanel();
  useEffect(() => {
    leads.load(id);
    timelines.load({ kind: 'lead', id });
  }, [leads, timelines, id]);
  return leads.shown(id).value;
}
