export const NOT_IN_THIS_MODE = 'You do not have permission to call';
export const NOT_WITH_THESE_SCOPES = 'Specified permissions are not sufficient to call';

/** The beginning of the sentence with which Google refuses something. */
export function refusal(act: () => void): string {
  try {
    act();
    return 'allowed';
  } catch (error) {
    return (
      [NOT_IN_THIS_MODE, NOT_WITH_THESE_SCOPES].find((words) => (error as Error).message.startsWith(words)) ??
      (error as Error).message
    );
  }
}
