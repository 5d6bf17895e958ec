import { useState } from 'preact/hooks';
import { Button, IconButton } from '../components/button';
import { Chip, FilterChip } from '../components/chip';
import { Combobox } from '../components/combobox';
import { CopyButton } from '../components/copy-button';
import { DayChoice } from '../components/day-choice';
import { Decide } from '../components/decide';
import { FieldInput } from '../components/field-input';
import { Labelled } from '../components/labelled';
import { LeadPicker } from '../components/lead-picker';
import { MarkedText } from '../components/marked-text';
import { named, Select } from '../components/select';
import { Toggle } from '../components/toggle';
import { Column, none, Row, type Theme } from './frames';

export const Buttons = () => (
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
    <CopyButton text="ingrid@halden.example" />
  </Row>
);

export const Decisions = ({ theme }: { theme: Theme }) => (
  <Column>
    {['2026-11-30', ''].map((day) => (
      <Decide key={day} value={day} button="Put off" onDecide={none}>
        {(chosen, choose) => (
          <input
            type="date"
            class="control h-6 w-28"
            aria-label={`Put off to, ${theme}`}
            value={chosen}
            onInput={(event) => choose(event.currentTarget.value)}
          />
        )}
      </Decide>
    ))}
  </Column>
);

export const Toggles = () => (
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

export const Chips = () => (
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

export const Fields = ({ theme }: { theme: Theme }) => (
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

export function Comboboxes({ theme }: { theme: Theme }) {
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
