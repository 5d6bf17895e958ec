import type { ComponentChildren } from 'preact';
import type { Subject } from '../data/timelines';
import { usePanel } from './panel-context';

type Props = { readonly subject: Subject; readonly children: ComponentChildren };

/** What stands below a timeline waits until its length is known: else it would move away from under the pointer. */
export function BelowTimeline({ subject, children }: Props) {
  const { activities, error } = usePanel().timelines.of(subject).value;
  return activities || error ? children : null;
}
