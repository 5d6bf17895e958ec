import { signal } from '@preact/signals';
import type { ComponentChildren, ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { Bar } from '../components/bar';
import { Button, IconButton } from '../components/button';
import { Chip, FilterChip } from '../components/chip';
import { Combobox } from '../components/combobox';
import { Confirm } from '../components/confirm';
import { DayChoice } from '../components/day-choice';
import { FieldInput } from '../components/field-input';
import { Icon } from '../components/icon';
import { Labelled } from '../components/labelled';
import { LeadPicker } from '../components/lead-picker';
import { LoadFailed } from '../components/load-failed';
import { MarkedText } from '../components/marked-text';
import { Note } from '../components/note';
import { named, Select } from '../components/select';
import { Skeleton } from '../components/skeleton';
import { Tabs } from '../components/tabs';
import { ToastList } from '../components/toast-list';
import { Toggle } from '../components/toggle';
import { WaitingRows } from '../components/waiting-rows';
import { WindowedList } from '../components/windowed-list';
import { createToasts } from '../data/toasts';
import { EmptyList } from '../views/empty-list';
import { Section } from '../views/section';

export type Theme = 'light' | 'dark';

type Specimen = { readonly name: string; readonly shows: ComponentType<{ theme: Theme }> };

const none = () => {};

const Row = ({ children }: { children: ComponentChildren }) => (
  <div class="flex flex-wrap items-center gap-1.5 px-3 py-2">{children}</div>
);

const Column = ({ children }: { children: ComponentChildren }) => (
  <div class="flex flex-col gap-2 px-3 py-2">{children}</div>
);

const Buttons = () => (
  <Row>
    <Button look="primary">Save</Button>
    <Button look="primary" disabled>
      Save
    </Button>
    <Button icon="plus">New</Button>
    <Button disabled>New</Button>
    <Button look="quiet" icon="undo">
      Undo
    </Button>
    <IconButton icon="pin" label="Pin" onClick={none} />
    <IconButton icon="pin" label="Pinned" onClick={none} pressed />
    <IconButton icon="refresh" label="Loading" onClick={none} spinning />
  </Row>
);

const Toggles = () => (
  <Column>
    <div class="flex flex-wrap gap-1">
      <Toggle look="wide" pressed>
        Call
      </Toggle>
      <Toggle look="wide" pressed={false}>
        Meeting
      </Toggle>
    </div>
    <div class="flex flex-wrap gap-1">
      {(['open', 'won', 'lost'] as const).map((tone) => (
        <Toggle key={tone} look="tile" tone={tone} pressed>
          {tone}
        </Toggle>
      ))}
      <Toggle look="tile" pressed={false}>
        not chosen
      </Toggle>
      <Toggle look="tile" pressed={false} disabled>
        disabled
      </Toggle>
    </div>
    <div class="flex flex-wrap gap-1">
      <FilterChip text="All" count="24" chosen onClick={none} />
      <FilterChip text="Proposal" count="7" chosen={false} onClick={none} />
    </div>
  </Column>
);

const Chips = () => (
  <Row>
    <Chip text="Discovery" />
    <Chip text="Closed Won" tone="won" />
    <Chip text="Closed Lost" tone="lost" />
    <Chip text="A stage with a very long name" />
    <span>
      <MarkedText text="Found in this text" words={['found', 'text']} />
    </span>
  </Row>
);

const FIELDS = [
  ['text', 'Next step', 'Send the offer', ''],
  ['money', 'Value', 'a lot', '“a lot” is no number.'],
  ['percent', 'Probability (%)', '40', ''],
  ['day', 'Close date', '2026-12-18', ''],
  ['instant', 'Seen at', '2026-11-22T09:30:00', ''],
  ['checkbox', 'VIP', 'true', ''],
  ['longText', 'Notes', 'Ask for Ola.\nHe decides.', ''],
] as const;

const Fields = ({ theme }: { theme: Theme }) => (
  <Column>
    {FIELDS.map(([kind, label, text, error]) => (
      <Labelled key={kind} id={`${theme}-${kind}`} label={label} required={kind === 'text'}>
        <FieldInput id={`${theme}-${kind}`} kind={kind} text={text} error={error} choices={null} onText={none} />
      </Labelled>
    ))}
    <Labelled id={`${theme}-stage`} label="Stage">
      <Select id={`${theme}-stage`} choices={named(['Discovery', 'Proposal'])} value="Proposal" onChoose={none} />
    </Labelled>
    <DayChoice label="Due day" day="2026-11-23" today="2026-11-22" onChoose={none} />
  </Column>
);

const NAMES = ['Halden Timber', 'Nordlicht Optik', 'Café Zürich'];

function Comboboxes({ theme }: { theme: Theme }) {
  const [text, setText] = useState('');
  const options = () =>
    NAMES.filter((name) => name.toLowerCase().includes(text.toLowerCase())).map((name) => ({
      key: name,
      shown: name,
      onChoose: () => setText(name),
    }));
  const same = {
    text,
    onText: setText,
    options,
    optionsLabel: 'Leads',
    none: 'No lead found.',
    placeholder: 'Type a name',
  };
  return (
    <Column>
      <Combobox {...same} id={`${theme}-lead`} label="Lead" />
      <Combobox {...same} id={`${theme}-wrong`} label="Wrong lead" error="Choose a lead from the list." />
      <LeadPicker
        id={`${theme}-loading`}
        label="Leads that are on their way"
        leads={[]}
        isLoading
        text={text}
        onText={setText}
        onChoose={none}
      />
    </Column>
  );
}

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
