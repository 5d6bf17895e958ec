import { isOwnName } from '../../src/domain/own-fields';
import { t } from '../texts/text';
import type { FieldName } from './shown-field';

/** The name of a field as people read it. */
export const labelOf = (name: FieldName): string => (isOwnName(name) ? name.slice(1) : t(`field.${name}`));
