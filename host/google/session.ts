import type { Context } from './context';

/** `Session`. */
export class Session {
  constructor(private readonly context: Context) {}

  getActiveUser(): User {
    return new User(this.context.user.email);
  }
  getEffectiveUser(): User {
    return new User(this.context.user.email);
  }
  getActiveUserLocale(): string {
    return this.context.user.locale;
  }
  getScriptTimeZone(): string {
    return this.context.scriptZone;
  }
  getTemporaryActiveUserKey(): string {
    return Buffer.from(`key of ${this.context.user.email}`).toString('base64url');
  }
}

export class User {
  constructor(private readonly email: string) {}
  getEmail(): string {
    return this.email;
  }
}
