/** Something that whoever typed the command can mend: shown as its sentence, without a stack. */
export class Mistake extends Error {
  isForPeople = true;
}
