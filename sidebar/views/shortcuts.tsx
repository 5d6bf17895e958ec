import { t } from '../texts/text';
import { usePanel } from './panel-context';
import { ScreenHead } from './screen-head';
import { setSingleKeys, singleKeysOn } from './single-keys';

const KEYS = [
  ['/', 'keys.search'],
  ['Ctrl/Cmd K', 'keys.search'],
  ['n', 'keys.new'],
  ['Up, Down', 'keys.list'],
  ['Enter', 'keys.open'],
  ['Esc', 'keys.back'],
  ['d', 'keys.complete'],
  ['s', 'keys.snooze'],
  ['b', 'keys.bulk'],
  ['u', 'keys.done'],
  ['p', 'keys.pin'],
  ['?', 'keys.help'],
] as const;

/** Of no use to those who may only look. */
const WRITING: readonly string[] = ['n', 'd', 's', 'b', 'u'];

export function Shortcuts() {
  const canEdit = usePanel().session.canEdit.value;
  return (
    <>
      <ScreenHead title={t('keys.title')} />
      <div class="overflow-y-auto p-3">
        <dl class="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2">
          {KEYS.filter(([key]) => canEdit || !WRITING.includes(key)).map(([key, text]) => (
            <>
              <dt>
                <kbd class="rounded-sm border border-line bg-card px-1.5 font-sans whitespace-nowrap">{key}</kbd>
              </dt>
              <dd>{t(text)}</dd>
            </>
          ))}
        </dl>
        <label class="mt-4 flex items-start gap-2">
          <input
            type="checkbox"
            class="mt-0.5 accent-ink"
            checked={singleKeysOn.value}
            onChange={(event) => setSingleKeys(event.currentTarget.checked)}
          />
          <span>{t('keys.single')}</span>
        </label>
        <p class="mt-3 text-soft">{t('keys.focus')}</p>
      </div>
    </>
  );
}
