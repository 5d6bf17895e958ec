import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../texts/text';
import type { Group, Option } from './search-groups';

type OptionsProps = {
  readonly groups: readonly Group[];
  /** Those of the groups, and what comes after them. */
  readonly options: readonly Option[];
  readonly active: number;
  readonly onActive: (key: string) => void;
  readonly onChoose: (option: Option) => void;
};

/** The list below the search field, which has the focus and the keys. */
export function Options({ groups, options, active, onActive, onChoose }: OptionsProps) {
  const list = useRef<HTMLDivElement>(null);
  const activeKey = options[active]?.key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another option is active
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }, [activeKey]);

  const draw = (option: Option, index: number) => (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the input above has the keys
    <div
      key={option.key}
      id={`found-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={index === active}
      class={`cursor-pointer px-3 py-1.5 ${index === active ? 'bg-wash' : ''}`}
      // The input keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={() => onActive(option.key)}
      onClick={() => onChoose(option)}
    >
      {option.draw()}
    </div>
  );
  let before = 0;
  return (
    <div ref={list} id="found" role="listbox" aria-label={t('search.results')}>
      {groups.map(({ title, options: own }) => {
        const first = before;
        before += own.length;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a listbox has groups of options, no fieldsets
          <div key={title} role="group" aria-label={title}>
            <p aria-hidden="true" class="px-3 pt-2 pb-0.5 text-sm text-soft">
              {title}
            </p>
            {own.map((option, index) => draw(option, first + index))}
          </div>
        );
      })}
      {options.slice(before).map((option, index) => draw(option, before + index))}
    </div>
  );
}
