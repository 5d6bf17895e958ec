import type { Context } from './context';

/** E-mail addresses of those who may edit the file beside its owner. */
export const editorsOfFile = ({ sharing }: Context): readonly string[] =>
  [...sharing].filter(([, role]) => role === 'editor').map(([email]) => email);

/** Whether the one under whose authority the script runs owns the file. */
export const ownsFile = ({ role }: Context): boolean => role === 'owner';
