import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Answer, Start } from '../../src/contract/contract';
import type { Day } from '../../src/domain/day';
import type { OwnFields } from '../../src/domain/own-fields';
import { DEFAULT_PREFERENCES, type Settings } from '../../src/domain/settings';
import { writeNumbersAs } from '../texts/text';
import { asCallError, type CallError, callErrorOf } from './call-error';
import type { Client } from './client';
import { type Formats, formatsFor, languageTag } from './formats';

/** What the whole panel goes by: the file's settings, its locale, the day and the user. */
export type Session = {
  /** Null until the first answer. */
  readonly start: ReadonlySignal<Start | null>;
  readonly error: ReadonlySignal<CallError | null>;
  readonly busy: ReadonlySignal<boolean>;
  /** Blank where the file has no CRM yet. */
  readonly settings: ReadonlySignal<Settings>;
  readonly formats: ReadonlySignal<Formats>;
  readonly today: ReadonlySignal<Day>;
  /** False: the user may only look. */
  readonly canEdit: ReadonlySignal<boolean>;
  /** Columns that people added. */
  readonly ownFields: ReadonlySignal<OwnFields>;
  /** With the answer that came with the page: no call, no wait. */
  begin(first: Answer<Start>): void;
  load(): Promise<void>;
  /** Takes the CRM where the file has got one elsewhere meanwhile; says nothing where it has not. */
  look(): Promise<boolean>;
  setUp(): Promise<void>;
  takeOwn(ownFields: OwnFields): void;
  /** An import added stages. */
  takeStages(stages: Settings['stages']): void;
};

const NONE: OwnFields = { lead: [], opportunity: [], activity: [] };

/** While the file has no CRM, nothing that goes by settings is on the screen. */
const BLANK: Settings = {
  stages: [],
  leadStatuses: [],
  sources: [],
  activityTypes: [],
  lostReasons: [],
  companySizes: [],
  owners: [],
  preferences: DEFAULT_PREFERENCES,
};

export function createSession(client: Client): Session {
  const start = signal<Start | null>(null);
  const error = signal<CallError | null>(null);
  const busy = signal(false);
  const settings = computed(() => start.value?.settings ?? BLANK);
  const locale = computed(() => start.value?.locale ?? 'en_US');
  const timeZone = computed(() => start.value?.timeZone ?? 'UTC');
  const currency = computed(() => settings.value.preferences.currency);

  function accept(answer: Start) {
    writeNumbersAs(languageTag(answer.locale));
    document.documentElement.dataset['theme'] = answer.settings?.preferences.theme ?? 'light';
    start.value = answer;
    error.value = null;
  }

  async function ask(method: 'start' | 'setUp') {
    busy.value = true;
    try {
      accept(await client.call(method, {}));
    } catch (thrown) {
      error.value = asCallError(thrown);
    } finally {
      busy.value = false;
    }
  }

  return {
    start,
    error,
    busy,
    settings,
    formats: computed(() => formatsFor(locale.value, currency.value, timeZone.value)),
    today: computed(() => start.value?.today ?? '1970-01-01'),
    canEdit: computed(() => start.value?.canEdit ?? true),
    ownFields: computed(() => start.value?.ownFields ?? NONE),
    begin(first) {
      if (first.ok) accept(first.value);
      else error.value = callErrorOf(first.error);
    },
    load: () => ask('start'),
    async look() {
      const answer = await client.call('start', {}).catch(() => null);
      // While this panel makes the tabs itself, they are not to be shown before all are there.
      if (answer?.settings && !start.value?.settings && !busy.value) accept(answer);
      return Boolean(start.value?.settings);
    },
    setUp: () => ask('setUp'),
    takeOwn(ownFields) {
      if (start.value) start.value = { ...start.value, ownFields };
    },
    takeStages(stages) {
      const known = start.value;
      if (known?.settings) start.value = { ...known, settings: { ...known.settings, stages } };
    },
  };
}
