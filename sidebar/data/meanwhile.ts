/**
 * What is changed here in a list that the server answers with. An answer may be older than the changes made since it was asked for,
 * and than those that were on their way to the sheet then: they are made to it again before it is shown.
 */
export type Meanwhile<All> = {
  /** Remembers a change of one record. */
  note(id: string, change: (all: All) => All): void;
  /** Asks. Null where a newer question has overtaken this one, however it ended. */
  ask<Answer>(question: () => Promise<Answer>): Promise<Answer | null>;
  /** What was answered, with the changes that it may not know of. */
  over(answered: All): All;
};

/** `isSaving`: whether a change of this record is on its way to the sheet. */
export function createMeanwhile<All>(isSaving: (id: string) => boolean): Meanwhile<All> {
  let asked = 0;
  let changes: readonly { readonly id: string; readonly change: (all: All) => All }[] = [];
  return {
    note(id, change) {
      changes = [...changes, { id, change }];
    },
    async ask(question) {
      const own = ++asked;
      // All others stand in the sheet, or were taken back: the answer will tell of them.
      changes = changes.filter(({ id }) => isSaving(id));
      try {
        const answer = await question();
        return own === asked ? answer : null;
      } catch (thrown) {
        if (own === asked) throw thrown;
        return null;
      }
    },
    over: (answered) => changes.reduce((all, { change }) => change(all), answered),
  };
}
