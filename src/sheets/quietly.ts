/** What may be refused where the user has not allowed everything, and what nothing depends on. */
export function quietly(act: () => void): void {
  try {
    act();
  } catch (error) {
    console.info((error as Error).message);
  }
}
