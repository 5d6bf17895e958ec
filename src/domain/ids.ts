import { hashesOf } from './digest';

/** Crockford's base 32: no I, L, O or U, so that an id read aloud or retyped stays itself. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;

const RECORD_KINDS = ['lead', 'opportunity', 'activity'] as const;

export type RecordKind = (typeof RECORD_KINDS)[number];

const PREFIX = { lead: 'L', opportunity: 'O', activity: 'A' } as const;

function letters(count: number, random: () => number): string {
  let text = '';
  for (let i = 0; i < count; i++) text += LETTERS[Math.floor(random() * LETTERS.length)];
  return text;
}

/** Letters that follow from a text, which no other text gives but by chance. */
const lettersFrom = (text: string): string =>
  hashesOf(text)
    .flatMap((hash) => Array.from({ length: LENGTH / 2 }, (_, at) => LETTERS[(hash >>> (5 * at)) & 31]))
    .join('');

/** A new id such as `O-7ZK3Q0V9TX`. `random` gives numbers from 0 up to, not including, 1. */
export const newId = (kind: RecordKind, random: () => number): string => `${PREFIX[kind]}-${letters(LENGTH, random)}`;

/** The id of one user action, which the lines it leaves in History share. */
export const newActionId = (random: () => number): string => `X-${letters(LENGTH, random)}`;

export const isActionId = (text: string): boolean => new RegExp(`^X-[${LETTERS}]{${LENGTH}}$`).test(text);

/**
 * The action of deleting a record. It follows from the record, so that the same call again goes on under the same action
 * where Google cut the first one short, and one undo brings back all of it.
 */
export const deletionOf = (id: string): string => `X-${id.slice(2)}`;

/**
 * The id under which a repeating task comes again. It follows from the task, so that nobody makes it twice: not the same
 * call again, nor two people at once, nor who opens the task again and completes it once more.
 */
export const nextOf = (task: string): string => `${PREFIX.activity}-${lettersFrom(task)}`;

/** The action of completing a task at a moment: the same call again goes on under the same action. */
export const completionOf = (task: string, doneAt: number): string => `X-${lettersFrom(`${task} done at ${doneAt}`)}`;

/** The action of making a deal of a lead, likewise. */
export const conversionOf = (lead: string, deal: string): string => `X-${lettersFrom(`${lead} as ${deal}`)}`;

/** The action of taking another one back: the same call again goes on with it, as above. */
export const undoOf = (action: string): string => `U-${action}`;

export const isId = (kind: RecordKind, text: string): boolean => new RegExp(`^${idPattern(kind)}$`).test(text);

/** Whether a text is an id of any record of ours. */
export const isAnyId = (text: string): boolean => RECORD_KINDS.some((kind) => isId(kind, text));

/** A regular expression, as text, for the ids of a kind. Also understood by Sheets' own search (RE2). */
export const idPattern = (kind: RecordKind): string => `${PREFIX[kind]}-[${LETTERS}]{${LENGTH}}`;
