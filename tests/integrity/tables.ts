import { readFileSync } from 'node:fs';
import { type AddOn, readAddOn } from '../../host/add-on';

/** Whose table the situations are tried on. */
export type TableName = 'sheety' | 'naive';

const built = () => readAddOn('dist');

/** In a zone far from every file's: whoever takes the script's day for the file's is found out. */
const far = (addOn: AddOn): AddOn => ({ ...addOn, manifest: { ...addOn.manifest, timeZone: 'Pacific/Chatham' } });

const read: Readonly<Record<TableName, () => AddOn>> = {
  sheety: () => far(built()),
  naive: () => ({ ...built(), code: readFileSync('tests/integrity/naive/table.js', 'utf8') }),
};

const known = new Map<TableName, AddOn>();

export function addOnOf(name: TableName): AddOn {
  let addOn = known.get(name);
  if (!addOn) {
    addOn = read[name]();
    known.set(name, addOn);
  }
  return addOn;
}
