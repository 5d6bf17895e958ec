/** Two versions of an add-on, or one beside another, run in turn: what was made for the last few codes is kept. */
const KEPT = 4;

/** A map that forgets all but the last few keys that were set. */
export class Recent<K, V> {
  private readonly items = new Map<K, V>();
  private readonly kept: number;

  constructor(kept = KEPT) {
    this.kept = kept;
  }

  get(key: K): V | undefined {
    return this.items.get(key);
  }

  set(key: K, value: V): void {
    this.items.set(key, value);
    if (this.items.size > this.kept) this.items.delete(this.items.keys().next().value as K);
  }
}
