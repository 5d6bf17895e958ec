import type { Context } from './context';

/** `Session`. */
export class Session {
  constructor(private readonly context: Context) {}

  /** The person at the keyboard; nobody before a clock trigger. */
  getActiveUser(): User {
    return new User(this.context.kind === 'clock trigger' ? '' : this.context.user.email);
  }
  getEffectiveUser(): User {
    return new User(this.context.effectiveUser.email);
  }
  getActiveUserLocale(): string {
    return this.context.user.locale;
  }
  getScriptTimeZone(): string {
    return this.context.scriptZone;
  }
  /** Changes every 30 days, so it names no one for long. Source: reference "Session.getTemporaryActiveUserKey". */
  getTemporaryActiveUserKey(): string {
    const month = Math.floor(this.context.now() / (30 * 86_400_000));
    return Buffer.from(`key ${month} of ${this.context.user.email}`).toString('base64url');
  }
}

/** `Base.User`. */
export class User {
  constructor(private readonly email: string) {}
  getEmail(): string {
    return this.email;
  }
  getUserLoginId(): string {
    return this.email;
  }
}
