import type { Context, Role } from './context';
import { fail } from './errors';
import { User } from './session';

/** Who a file is shared with, as `Spreadsheet` tells and changes it. */
export class Sharing {
  constructor(private readonly context: Context) {}

  with(...roles: readonly Role[]): User[] {
    return [...this.context.sharing].filter(([, role]) => roles.includes(role)).map(([email]) => new User(email));
  }

  /** Only those who may edit can share. An owner stays one. */
  give(people: readonly (string | User)[], role: Role): void {
    this.check();
    for (const person of people) {
      const email = person instanceof User ? person.getEmail() : String(person);
      if (this.context.sharing.get(email) !== 'owner') this.context.sharing.set(email, role);
    }
  }

  take(person: string | User, role: Role): void {
    this.check();
    const email = person instanceof User ? person.getEmail() : String(person);
    if (this.context.sharing.get(email) === role) this.context.sharing.delete(email);
  }

  private check(): void {
    const { role } = this.context;
    if (role !== 'owner' && role !== 'editor') fail('You do not have permission to perform that action.');
  }
}
