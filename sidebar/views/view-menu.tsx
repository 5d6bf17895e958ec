import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { LONGEST_VIEW_NAME, MOST_VIEWS, type SavedView } from '../../src/domain/views';
import { Button, IconButton } from '../components/button';
import { LoadFailed } from '../components/load-failed';
import { ownedBy, renamedView, startingWith, withView } from '../data/own-views';
import { changeViews, chosenView, deleteView, isOffered, showView, viewNow } from '../data/view-actions';
import { t } from '../texts/text';
import { usePanel } from './panel-context';

/** Names the view that is on the screen, and opens the others. */
export function ViewsButton({ isOpen, onClick }: { isOpen: boolean; onClick: () => void }) {
  const { home, ownViews } = usePanel();
  const chosen = chosenView(home, ownViews.own.value.views);
  return (
    <button
      type="button"
      id="views"
      class="ml-auto h-6 min-w-0 truncate rounded-md px-1.5 text-sm font-medium text-link hover:bg-wash"
      aria-expanded={isOpen}
      aria-controls="view-menu"
      title={chosen?.name}
      onClick={onClick}
    >
      {chosen?.name ?? t('views.title')}
    </button>
  );
}

/** Where the keyboard goes on when what it was on is gone; a view of the other list brings a button of its own. */
const focusViews = () => setTimeout(() => document.getElementById('views')?.focus());

/** The saved views of this user and file, in their place above the list. Esc closes it. */
export function ViewMenu({ onClose }: { onClose: () => void }) {
  const panel = usePanel();
  const { ownViews, home, session, me } = panel;
  const { views, owner } = ownViews.own.value;
  const close = () => {
    onClose();
    focusViews();
  };
  const error = ownViews.error.value;
  return (
    <section
      id="view-menu"
      aria-label={t('views.title')}
      class="mx-3 mt-1.5 flex max-h-3/5 flex-col rounded-md border border-line bg-card"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      {error && (
        <div class="p-2">
          <LoadFailed text={error.message} onRetry={ownViews.load} />
        </div>
      )}
      <ul class="min-h-0 overflow-y-auto">
        {views.filter(isOffered).map((view) => (
          <ViewRow
            key={view.name}
            view={view}
            isChosen={view === chosenView(home, views)}
            onShow={() => {
              showView(home, view);
              close();
            }}
          />
        ))}
      </ul>
      <SaveView />
      {owner !== '' && owner === me.value && session.start.value && (
        <p class="flex items-center border-t border-line pl-2 text-sm text-soft">
          <span class="min-w-0 flex-1 truncate">{t('views.you', { name: owner })}</span>
          <Button look="quiet" onClick={() => changeViews(panel, ownedBy(''))}>
            {t('views.change')}
          </Button>
        </p>
      )}
    </section>
  );
}

const TAB_NAMES: Readonly<Record<string, 'home.leads' | 'home.activities'>> = {
  lead: 'home.leads',
  activity: 'home.activities',
};

type RowProps = { readonly view: SavedView; readonly isChosen: boolean; readonly onShow: () => void };

function ViewRow({ view, isChosen, onShow }: RowProps) {
  const panel = usePanel();
  const [renaming, setRenaming] = useState(false);
  const { name, isStart } = view;
  const leave = () => {
    setRenaming(false);
    focusViews();
  };
  if (renaming) {
    return (
      <li class="border-b border-line p-1.5">
        <NameForm
          label={t('views.newName')}
          name={name}
          problem={(typed) => (isTaken(panel.ownViews.own.value.views, typed, name) ? t('views.taken') : '')}
          onDone={(typed) => {
            leave();
            if (typed !== name) changeViews(panel, renamedView(name, typed));
          }}
          onCancel={leave}
        />
      </li>
    );
  }
  return (
    <li class="flex items-center border-b border-line">
      <button
        type="button"
        class={`min-h-7 min-w-0 flex-1 truncate px-2 text-left hover:bg-wash ${isChosen ? 'font-semibold' : ''}`}
        aria-pressed={isChosen}
        onClick={onShow}
      >
        {name} <span class="text-sm font-normal text-soft">{t(TAB_NAMES[view.tab] ?? 'home.deals')}</span>
      </button>
      <IconButton
        icon="pin"
        label={t('views.start', { name })}
        pressed={isStart}
        onClick={() => changeViews(panel, startingWith(name))}
      />
      <IconButton icon="edit" label={t('views.rename', { name })} onClick={() => setRenaming(true)} />
      <IconButton
        icon="trash"
        label={t('views.delete', { name })}
        onClick={() => {
          focusViews();
          deleteView(panel, view);
        }}
      />
    </li>
  );
}

const isTaken = (views: readonly SavedView[], name: string, but = ''): boolean =>
  views.some((view) => view.name !== but && view.name.toLowerCase() === name.toLowerCase());

/** Keeps what is on the screen. A name that is known already means that view. */
function SaveView() {
  const panel = usePanel();
  const { views } = panel.ownViews.own.value;
  const isFull = views.length >= MOST_VIEWS;
  return (
    <div class="p-2">
      {views.length === 0 && <p class="pb-1.5 text-soft">{t('views.none')}</p>}
      <NameForm
        label={t('views.name')}
        name=""
        problem={(typed) => (isFull && !isTaken(views, typed) ? t('views.full', { count: MOST_VIEWS }) : '')}
        act={(typed) => t(isTaken(views, typed) ? 'views.replace' : 'views.save')}
        onDone={(name) => changeViews(panel, withView({ ...viewNow(panel.home), name, isStart: false }))}
      />
    </div>
  );
}

type NameProps = {
  readonly label: string;
  readonly name: string;
  /** Why a name will not do; '' where it will. */
  readonly problem: (typed: string) => string;
  /** What the button says for a name. */
  readonly act?: (typed: string) => string;
  readonly onDone: (name: string) => void;
  readonly onCancel?: () => void;
};

function NameForm({ label, name, problem, act, onDone, onCancel }: NameProps) {
  const [text, setText] = useState(name);
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (name) input.current?.select();
  }, [name]);
  const typed = text.trim();
  const wrong = typed === '' ? '' : problem(typed);
  return (
    <form
      class="flex flex-wrap gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed === '' || wrong) return;
        onDone(typed);
        setText(name);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !onCancel) return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <input
        ref={input}
        class="control h-7 min-w-0 flex-1"
        aria-label={label}
        placeholder={label}
        maxLength={LONGEST_VIEW_NAME}
        autocomplete="off"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <Button submit disabled={typed === '' || wrong !== ''}>
        {act?.(typed) ?? t('views.save')}
      </Button>
      {onCancel && <IconButton icon="close" label={t('cancel')} onClick={onCancel} />}
      {wrong && (
        <p role="status" class="w-full text-sm text-lost">
          {wrong}
        </p>
      )}
    </form>
  );
}
