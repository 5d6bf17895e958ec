import type { IconName } from '../components/icon';
import { openDealForm, openLeadForm } from '../data/create-actions';
import type { Panel } from '../data/panel';
import { openDialog, openRepairDialog } from '../data/renew';
import { t } from '../texts/text';
import { iconOfType } from './quick-log';

/** Something that the panel can do, to be found by its name. */
export type Command = {
  readonly key: string;
  readonly text: string;
  /** Other words that people may look for. */
  readonly also: string;
  readonly icon: IconName;
  /** The key that does the same; '' where none does. */
  readonly shortcut: string;
  readonly act: () => void;
  readonly createdAt: null;
};

type Made = Pick<Command, 'text' | 'icon' | 'act'> & Partial<Pick<Command, 'also' | 'shortcut'>>;

/** Everything that can be done now, what is about the record on the screen first. */
export function commandsOf(panel: Panel): readonly Command[] {
  const canEdit = panel.session.canEdit.value;
  const first = canEdit ? [...loggingHere(panel), ...creating(panel)] : [];
  const made = [...first, ...going(panel), ...keeping(panel), ...(canEdit ? writing(panel) : []), ...dialogs(panel)];
  return made.map((one) => ({ also: '', shortcut: '', ...one, key: `command ${one.text}`, createdAt: null }));
}

function loggingHere({ screens, session, logDraft }: Panel): readonly Made[] {
  const screen = screens.current.value;
  if (!('id' in screen) || screen.name === 'activity') return [];
  const draft = logDraft(screen.id);
  return session.settings.value.activityTypes.map((type) => ({
    text: t('log.button', { type }),
    icon: iconOfType(type),
    act: () => {
      draft.value = { ...draft.value, error: null, type };
    },
  }));
}

function creating(panel: Panel): readonly Made[] {
  const isLeads = panel.home.tab.value === 'lead';
  return [
    { text: t('home.newDeal'), icon: 'plus', shortcut: isLeads ? '' : 'n', act: () => openDealForm(panel) },
    { text: t('home.newLead'), icon: 'plus', shortcut: isLeads ? 'n' : '', act: () => openLeadForm(panel) },
  ];
}

const LISTS = [
  ['today', 'home.today'],
  ['opportunity', 'home.deals'],
  ['lead', 'home.leads'],
  ['activity', 'home.activities'],
] as const;

const going = ({ screens, home }: Panel): readonly Made[] =>
  LISTS.map(([tab, name]) => ({
    text: t('search.goTo', { list: t(name) }),
    icon: 'list',
    act: () =>
      screens.leave(() => {
        home.tab.value = tab;
        screens.home();
      }),
  }));

function keeping(panel: Panel): readonly Made[] {
  const { follower, screens } = panel;
  const pinned = follower.pinned.value;
  return [
    { text: t('home.refresh'), also: t('search.also.refresh'), icon: 'refresh', act: panel.refresh },
    {
      text: t(pinned ? 'follow.resume' : 'follow.pin'),
      icon: 'pin',
      shortcut: 'p',
      act: () => follower.setPinned(!pinned),
    },
    {
      text: t('keys.title'),
      also: t('search.also.keys'),
      icon: 'question',
      shortcut: '?',
      act: () => screens.go({ name: 'shortcuts' }),
    },
  ];
}

const writing = (panel: Panel): readonly Made[] => [
  {
    text: t('done.title'),
    also: t('search.also.done'),
    icon: 'undo',
    shortcut: 'u',
    act: () => openRepairDialog(panel),
  },
  { text: t('search.import'), icon: 'upload', act: () => openDialog(panel, 'openImport') },
  { text: t('search.report'), icon: 'note', act: () => openDialog(panel, 'pipelineReport') },
];

const dialogs = (panel: Panel): readonly Made[] => [
  { text: t('search.about'), icon: 'question', act: () => openDialog(panel, 'openAbout') },
];
