/** Checked by the compiler alone: what it promises of the contract, and what it promises to refuse. */
import type { AnswerOf, InputOf, MethodName } from '../src/contract/contract';
import { inputs } from '../src/contract/inputs';
import type { FieldsOf } from '../src/domain/fields';
import type { Lead } from '../src/domain/records';

/** What survives `google.script.run`. A Date or a class does not fit. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** Lines are rows of values whose types their fields name. */
type NotJson = { [M in Exclude<MethodName, 'leadLines' | 'opportunityLines'>]: AnswerOf<M> extends Json ? never : M };

/** Compiles only when nothing is left in it. */
type Nothing<T extends never> = T;
export type AllAnswersAreJson = Nothing<NotJson[keyof NotJson]>;

// What the compiler promises to refuse:

// @ts-expect-error a misspelt method
export type Misspelt = InputOf<'moveOpportunty'>;

// @ts-expect-error a stage that is no text
export const stage: InputOf<'moveOpportunity'>['stage'] = 3;

// @ts-expect-error the stage is changed by moveOpportunity alone
export const change: InputOf<'changeOpportunity'>['changes'] = { stage: 'Won' };

// @ts-expect-error a Date, which would lose the whole answer
export const today: AnswerOf<'start'>['today'] = new Date();

// @ts-expect-error a record whose fields have no columns
export const columns: FieldsOf<Lead> = {};

// @ts-expect-error a method without a schema
export const schemas: typeof inputs = { start: inputs.start };
