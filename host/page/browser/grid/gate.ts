import { CommandType, type ICommandService, type IExecutionOptions } from '@univerjs/core';

/** A change that Univer was about to make because of something a person did. */
export type Mutation = { readonly id: string; readonly params: Record<string, unknown> };

/** Options of changes that come from the server: they pass the gate, and no plugin draws conclusions from them. */
export const FROM_SERVER: IExecutionOptions = { onlyLocal: true, fromCollab: true, fromSync: true };

/** Changes of the view alone: the text in the cell editor, and what Univer thinks it knows of formulas. */
const OF_THE_VIEW = /^(doc|formula|ui)\./;

/** The server works formulas out; what the grid shows are its results. */
const CALCULATION = 'formula.mutation.set-formula-calculation-start';

/** A command that the page deals with itself. True keeps Univer from doing it too. */
export type Takeover = (params: Record<string, unknown>) => boolean;

/**
 * Keeps every change that a person makes from the grid and hands it on instead: the grid shows what the file holds, and
 * the file is on the server. Univer believes its change was made (`syncOnly` is what it has for this), so that the
 * commands around it go on as ever.
 */
export function gate(
  commands: ICommandService,
  takeovers: ReadonlyMap<string, Takeover>,
  onMutations: (mutations: readonly Mutation[]) => void,
): void {
  let gathered: Mutation[] = [];

  commands.beforeCommandExecuted(({ id, type, params }, options) => {
    if (!options || options['fromSync']) return;
    if (type === CommandType.MUTATION) {
      if (id === CALCULATION || !OF_THE_VIEW.test(id)) options.syncOnly = true;
    } else if (takeovers.get(id)?.((params ?? {}) as Record<string, unknown>)) options.syncOnly = true;
  });

  commands.onMutationExecutedForCollab(({ id, params }, options) => {
    if (!options?.syncOnly) return;
    // Several mutations may share these options, and not all of them are kept back.
    options.syncOnly = false;
    if (options.onlyLocal || id === CALCULATION) return;
    if (gathered.length === 0) setTimeout(handOn);
    gathered.push({ id, params: params as Record<string, unknown> });
  });

  /** One act of a person may be several mutations in a row. */
  function handOn(): void {
    const mutations = gathered;
    gathered = [];
    onMutations(mutations);
  }
}
