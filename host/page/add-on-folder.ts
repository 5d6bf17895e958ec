import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type AddOn, readAddOn } from '../add-on';

/** A built add-on that may be built anew while the host runs. */
export class AddOnFolder {
  private current: AddOn;
  private stamp: string;

  constructor(private readonly folder: string) {
    this.current = readAddOn(folder);
    this.stamp = stampOf(folder);
  }

  get addOn(): AddOn {
    return this.current;
  }

  /** Reads the folder again when a file of it changed. True when there is something new. */
  refresh(): boolean {
    const stamp = stampOf(this.folder);
    if (stamp === this.stamp) return false;
    try {
      this.current = readAddOn(this.folder);
    } catch {
      // In the middle of a build. What we have still runs, and the next look finds the rest.
      return false;
    }
    this.stamp = stamp;
    return true;
  }
}

function stampOf(folder: string): string {
  try {
    return readdirSync(folder)
      .map((name) => `${name}:${statSync(join(folder, name)).mtimeMs}`)
      .join();
  } catch {
    return '';
  }
}
