/**
 * What is changed here in a list that the server answers with. An answer may be older than the changes made since it was asked for,
 * and than those that were on their way to the sheet then: they are made to it again before it is shown.
 */
export type Meanwhile<All> = {
  /** Remembers a change of one record. */
  note(id: string, change: (all: All) => All): void;
  /** Asks. Null where a newer question is answered already, or still to be answered where this one failed. */
  ask<Answer>(question: () => Promise<Answer>): Promise<Answer | null>;
  /** What was answered last, with the changes that it may not know of. */
  over(answered: All): All;
};

type Noted<All> = {
  readonly id: string;
  readonly change: (all: All) => All;
  /** The first question that was asked when it stood in the sheet, or was taken back; 0: none yet. */
  knownTo: number;
};

/** `isSaving`: whether a change of this record is on its way to the sheet. */
export function createMeanwhile<All>(isSaving: (id: string) => boolean): Meanwhile<All> {
  let asked = 0;
  let answered = 0;
  let noted: readonly Noted<All>[] = [];
  return {
    note(id, change) {
      noted = [...noted, { id, change, knownTo: 0 }];
    },
    async ask(question) {
      const own = ++asked;
      for (const one of noted) if (!one.knownTo && !isSaving(one.id)) one.knownTo = own;
      try {
        const answer = await question();
        if (own < answered) return null;
        answered = own;
        noted = noted.filter(({ knownTo }) => !knownTo || knownTo > own);
        return answer;
      } catch (thrown) {
        if (own === asked) throw thrown;
        return null;
      }
    },
    over: (all) => noted.reduce((changed, { change }) => change(changed), all),
  };
}
