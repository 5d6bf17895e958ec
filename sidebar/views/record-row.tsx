import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { IconButton } from '../components/button';
import type { Subject } from '../data/timelines';
import { t } from '../texts/text';
import { usePanel } from './panel-context';
import { QuickLog } from './quick-log';

type Props = {
  readonly subject: Subject;
  readonly name: string;
  /** Why it is listed, where its group does not say. */
  readonly why: string;
  readonly children: ComponentChildren;
};

/** A deal or lead to open, or to log about on the spot. */
export function RecordRow({ subject, name, why, children }: Props) {
  const { screens, session } = usePanel();
  const [logging, setLogging] = useState(false);
  return (
    <li class="border-b border-line">
      <div class="flex items-start pr-1.5">
        <button
          type="button"
          data-main
          class="min-w-0 flex-1 px-3 py-1 text-left -outline-offset-2 hover:bg-wash"
          onClick={() => screens.go({ name: subject.kind, id: subject.id })}
        >
          {children}
          {why && <span class="block text-sm text-soft">{why}</span>}
        </button>
        {session.canEdit.value && (
          <IconButton
            icon="note"
            label={t('today.log', { name })}
            pressed={logging}
            onClick={() => setLogging(!logging)}
          />
        )}
      </div>
      {logging && <QuickLog subject={subject} />}
    </li>
  );
}
