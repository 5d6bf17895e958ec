// Asks clasp itself, offline, which files it would push: exactly dist/, nothing more.
import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export function checkPushSet(root = process.cwd()) {
  const clasp = join(root, 'node_modules/@google/clasp/build/src/index.js');
  const project = join(root, '.clasp-check.json');
  // clasp wants a script id before it says anything; the real one belongs to whoever pushes.
  writeFileSync(project, JSON.stringify({ scriptId: 'x'.repeat(57), rootDir: 'dist' }));
  try {
    const said = execFileSync(process.execPath, [clasp, 'show-file-status', '--json', '--project', project], {
      cwd: root,
      encoding: 'utf8',
    });
    const { filesToPush, untrackedFiles } = JSON.parse(said);
    const built = readdirSync(join(root, 'dist'))
      .map((name) => `dist/${name}`)
      .sort();
    if (
      filesToPush
        .map((path) => path.replaceAll('\\', '/'))
        .sort()
        .join() !== built.join() ||
      untrackedFiles.length > 0
    ) {
      throw new Error(
        `clasp would push ${filesToPush.join(', ')} and leave out ${untrackedFiles.join(', ') || 'nothing'}; dist/ holds ${built.join(', ')}.`,
      );
    }
    return built;
  } finally {
    rmSync(project);
  }
}
