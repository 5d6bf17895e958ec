import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { StageName } from '../../src/domain/import/rows';
import { freshId } from './new-id';
import type { RecordScreen } from './screens';

/** The lead of a new deal: one there is, or one that is made with it. */
export type LeadChoice = { readonly id: string; readonly name: string; readonly isNew: boolean };

/** A new record while it is being typed. It outlives its screen: a create that fails brings it back as it was. */
export type Form = {
  readonly kind: RecordScreen['name'];
  /** Made once, so that sending the form again makes no second record. */
  readonly id: string;
  readonly texts: Signal<Readonly<Record<string, string>>>;
  readonly errors: Signal<Readonly<Record<string, string>>>;
  /** What is wrong with no field in particular. */
  readonly problem: Signal<string>;
  readonly lead: Signal<LeadChoice | null>;
  /** What stands in the field of the lead: the choice's name, or what is typed to find one. */
  readonly leadText: Signal<string>;
  readonly stage: Signal<StageName>;
  /** The deal is made of this lead, which a note tells; `status` among the texts is the lead's after it. */
  readonly conversion: { readonly activityId: string } | null;
  readonly isDirty: ReadonlySignal<boolean>;
};

export function createForm(
  kind: RecordScreen['name'],
  initial: Readonly<Record<string, string>>,
  about: { readonly lead: LeadChoice | null; readonly stage: StageName; readonly conversion?: Form['conversion'] },
): Form {
  const texts = signal(initial);
  const lead = signal(about.lead);
  const leadText = signal(about.lead?.name ?? '');
  return {
    kind,
    id: freshId(kind),
    texts,
    errors: signal({}),
    problem: signal(''),
    lead,
    leadText,
    stage: signal(about.stage),
    conversion: about.conversion ?? null,
    isDirty: computed(
      () =>
        leadText.value !== (about.lead?.name ?? '') ||
        Object.entries(texts.value).some(([field, text]) => text.trim() !== (initial[field] ?? '')),
    ),
  };
}
