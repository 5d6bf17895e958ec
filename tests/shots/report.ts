import { readdirSync } from 'node:fs';
import type { Fault } from './shoot';

/** What is wrong, one line each. */
export function table(faults: readonly Fault[]): string {
  const widest = Math.max(...faults.map(({ picture }) => picture.length));
  const lines = [...faults]
    .sort((a, b) => a.picture.localeCompare(b.picture))
    .map(({ picture, what, where }) => `${picture.padEnd(widest)}  ${what.padEnd(20)}  ${where}`);
  return [`\n${faults.length} ${faults.length === 1 ? 'thing is' : 'things are'} wrong:`, ...lines, ''].join('\n');
}

/** A page with all pictures of a folder, to look at them beside each other. */
export function gallery(folder: string): string {
  const pictures = readdirSync(folder)
    .filter((name) => name.endsWith('.png'))
    .map((name) => `<figure><figcaption>${name}</figcaption><img loading="lazy" src="${name}" alt=""></figure>`);
  return `<!doctype html><meta charset="utf-8"><title>Shots</title><style>
body { display: flex; flex-wrap: wrap; gap: 16px; font: 12px system-ui; background: #888; align-items: start }
figure { margin: 0 } img { display: block; max-width: 460px }
</style>${pictures.join('\n')}\n`;
}
