/** What may fail or be refused, because nothing depends on it. */
export function quietly(act: () => void): void {
  try {
    act();
  } catch (error) {
    console.info((error as Error).message);
  }
}
