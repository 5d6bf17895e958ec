import type { Crm, ManyChanged } from '../domain/crm';
import { CrmError } from '../domain/errors';
import type { OwnValue } from '../domain/own-fields';

type ManyChange = {
  readonly kind: 'lead' | 'opportunity';
  readonly field: string;
  readonly value: OwnValue;
  readonly records: readonly { readonly id: string; readonly seen: OwnValue }[];
};

/** Sets one field of many records. */
export function changeMany(_crm: Crm, _change: ManyChange): ManyChanged {
  throw new CrmError('INVALID', 'Many records cannot be changed yet.');
}

/** Gives a stage another name in Settings and in its deals. */
export function renameStage(_crm: Crm, _pipeline: string, _from: string, _to: string): { opportunities: number } {
  throw new CrmError('INVALID', 'Stages cannot be renamed yet.');
}
