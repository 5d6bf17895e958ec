import { activityFields, type FieldKind, type ListName, leadFields, opportunityFields } from '../../src/domain/fields';
import type { RecordKind } from '../../src/domain/ids';
import type { OwnField, OwnName } from '../../src/domain/own-fields';
import type { Session } from './session';

type OurName = keyof typeof leadFields | keyof typeof opportunityFields | keyof typeof activityFields;

/** A field of ours, or of a column that people added. */
export type FieldName = OurName | OwnName;

/** What records and forms need to know of a field to show and to edit it. */
export type ShownField = {
  readonly kind: FieldKind | 'general' | 'checkbox';
  readonly list?: ListName;
  /** What the dropdown of a column that people added offers. */
  readonly options?: readonly string[];
};

export function shownOwn({ kind, options }: OwnField): ShownField {
  // An option that is a number goes in as one, as if it were picked in the grid.
  if (kind === 'choice') return { kind: 'general', ...(options.length > 0 && { options }) };
  // Which currency their number format shows is not known here.
  return { kind: kind === 'money' ? 'number' : kind };
}

/** Our own fields of each kind of record. */
const OURS: Readonly<Record<RecordKind, Readonly<Record<string, ShownField>>>> = {
  lead: leadFields,
  opportunity: opportunityFields,
  activity: activityFields,
};

/** A field of a record, ours or a column's, by name. */
export function fieldOf({ ownFields }: Session, kind: RecordKind, name: string): ShownField | undefined {
  const own = ownFields.value[kind].find((one) => one.name === name);
  if (own) return shownOwn(own);
  return OURS[kind][name];
}

/** For ids of elements: headers may hold spaces. */
export const idPart = (name: FieldName): string => encodeURIComponent(name);
