import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { Bar } from '../components/bar';
import { Button } from '../components/button';
import { Confirm } from '../components/confirm';
import { Icon } from '../components/icon';
import { LoadFailed } from '../components/load-failed';
import { Note } from '../components/note';
import { Skeleton } from '../components/skeleton';
import { Tabs } from '../components/tabs';
import { ToastList } from '../components/toast-list';
import { WaitingRows } from '../components/waiting-rows';
import { WindowedList } from '../components/windowed-list';
import { createToasts } from '../data/toasts';
import { EmptyList } from '../views/empty-list';
import { Section } from '../views/section';
import { Buttons, Chips, Comboboxes, Decisions, Fields, Toggles } from './controls';
import { Column, none, Row, type Theme } from './frames';

type Specimen = { readonly name: string; readonly shows: ComponentType<{ theme: Theme }> };

const Notes = () => (
  <Column>
    <Note text="The tab Leads is missing." />
    <Note tone="warn" text="Stage was changed by someone in the sheet." question="Keep it or move to Proposal?">
      <Button>Keep Discovery</Button>
      <Button>Move to Proposal</Button>
    </Note>
    <Note tone="plain" text="Only to know." />
    <LoadFailed text="No answer for 30 seconds." onRetry={none} />
  </Column>
);

const Bars = () => (
  <>
    <Bar tone="plain" text="Not following the sheet">
      <Button look="quiet">Follow again</Button>
    </Bar>
    <Bar text="Selected: Halden Timber">
      <Button look="quiet">Show</Button>
    </Bar>
    <Bar tone="warn" text="4 rows share an id.">
      <Button look="quiet">Look</Button>
    </Bar>
    <div class="px-3 py-2">
      <WaitingRows
        waiting={{
          kind: 'lead',
          rows: [
            { row: 12, name: 'Acme' },
            { row: 13, name: '' },
          ],
        }}
        most={3}
        onAdopt={async () => {}}
      />
    </div>
  </>
);

function TabRow({ theme }: { theme: Theme }) {
  const [chosen, setChosen] = useState(`${theme}-deals`);
  const tabs = ['deals', 'leads'].map((name, at) => ({
    name: `${theme}-${name}`,
    text: at === 0 ? 'Deals' : 'Leads',
    count: at === 0 ? '24' : '1,208',
  }));
  return (
    <div class="px-3">
      <Tabs label="Lists" panel={`${theme}-panel`} chosen={chosen} onChoose={setChosen} tabs={tabs} />
      <div id={`${theme}-panel`} role="tabpanel" aria-labelledby={`tab-${chosen}`} class="py-2">
        What the tab shows
      </div>
    </div>
  );
}

const NAMES = ['Halden Timber', 'Nordlicht Optik', 'Café Zürich'];

const scroll = signal(0);

const List = ({ theme }: { theme: Theme }) => (
  <div class="flex h-36 flex-col">
    <WindowedList
      label={`Leads, ${theme}`}
      rows={NAMES}
      rowHeight={46}
      scroll={scroll}
      keyOf={(name) => name}
      onOpen={none}
      draw={(name) => (
        <>
          <span class="block truncate font-medium">{name}</span>
          <span class="block truncate text-soft">Second line</span>
        </>
      )}
    />
  </div>
);

const Empty = () => (
  <EmptyList title="No deals yet" text="Add the first one here.">
    <Button icon="plus">New deal</Button>
  </EmptyList>
);

const Sections = ({ theme }: { theme: Theme }) => <Section title={`Details, ${theme}`}>What stands in it.</Section>;

const toasts = createToasts();
toasts.tell('Halden Timber is deleted');
toasts.complain('The rows stand in a protected range.', { label: 'Try again', act: none });

const Toasts = () => <ToastList toasts={toasts} />;

const Question = () => (
  <div class="p-3">
    <Confirm
      text="Halden Timber has 2 deals, which are deleted with it. You can undo this."
      act="Delete"
      problem="Somebody else is changing the file."
      onAct={none}
      onCancel={none}
    />
  </div>
);

const ICONS = ['back', 'external', 'mail', 'note', 'people', 'phone', 'search', 'task', 'trash', 'upload'] as const;

const Icons = () => (
  <Row>
    {ICONS.map((name) => (
      <Icon key={name} name={name} />
    ))}
  </Row>
);

export const SPECIMENS: readonly Specimen[] = [
  { name: 'Buttons', shows: Buttons },
  { name: 'Decision', shows: Decisions },
  { name: 'Toggles', shows: Toggles },
  { name: 'Chips', shows: Chips },
  { name: 'Fields by kind', shows: Fields },
  { name: 'Select with search', shows: Comboboxes },
  { name: 'Notes', shows: Notes },
  { name: 'Bars', shows: Bars },
  { name: 'Tabs', shows: TabRow },
  { name: 'List', shows: List },
  { name: 'Empty state', shows: Empty },
  { name: 'Section', shows: Sections },
  { name: 'Toasts', shows: Toasts },
  { name: 'Question', shows: Question },
  { name: 'Skeleton', shows: () => <Skeleton rows={3} tall /> },
  { name: 'Icons', shows: Icons },
];
