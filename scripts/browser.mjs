// A Chromium for tests and scripts, wherever they run: CHROME_PATH, else the one that npm brings to Linux on x64
// (always the same, so that pictures and timings compare), else an installed Chrome, Chromium or Edge.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { chromium as playwright } from 'playwright-core';
import { Mistake } from './mistake.mjs';

// Nothing of a test may leave the machine, not even the browser's own curiosity.
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--metrics-recording-only',
  '--font-render-hinting=none',
];

const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const WINDOWS = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
const LINUX = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];

/** Starts a browser without a window; close it when done. */
export async function launchBrowser(options = {}) {
  const { executablePath, env } = await findBrowser();
  // A root user (containers) cannot have Chromium's sandbox; only pages of ours are opened.
  const args = process.platform === 'linux' ? ['--no-sandbox', ...QUIET] : QUIET;
  return playwright.launch({ executablePath, headless: true, args, env, ...options });
}

/** A browser to start and the environment it needs. Says in one sentence what to do when there is none. */
async function findBrowser() {
  const asked = process.env.CHROME_PATH;
  if (asked) {
    if (existsSync(asked)) return { executablePath: asked, env: process.env };
    throw new Mistake(`CHROME_PATH names ${asked}, which does not exist.`);
  }
  const packaged = await packagedBrowser();
  if (packaged) return packaged;
  const executablePath = installedBrowser();
  if (executablePath) return { executablePath, env: process.env };
  throw new Mistake('No browser was found: install Chrome, Chromium or Edge, or set CHROME_PATH to one.');
}

async function packagedBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const folder = join(homedir(), '.cache', 'sheety-crm');
  mkdirSync(folder, { recursive: true });
  const before = { ...process.env };
  // The package unpacks into TMPDIR, and brings the system libraries that a bare machine lacks only where it believes
  // itself in this runtime, which it asks when it is loaded.
  process.env.TMPDIR = folder;
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    const executablePath = await packaged.executablePath();
    const { LD_LIBRARY_PATH } = process.env;
    return { executablePath, env: { ...before, LD_LIBRARY_PATH, FONTCONFIG_FILE: fontsOf(folder) } };
  } catch (error) {
    if (error.code === 'ERR_MODULE_NOT_FOUND' || error.code === 'MODULE_NOT_FOUND') return null;
    throw error;
  } finally {
    process.env = before;
  }
}

/** The package's own font settings look in folders that are not ours, and without fonts Chromium dies on an input. */
function fontsOf(folder) {
  const path = join(folder, 'fonts.conf');
  const prefer = (family) =>
    `<alias binding="same"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`;
  writeFileSync(
    path,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${join(folder, 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir>
${['system-ui', 'sans-serif', 'Arial', 'Helvetica', 'Roboto'].map(prefer).join('\n')}
</fontconfig>
`,
  );
  return path;
}

function installedBrowser() {
  if (process.platform === 'darwin') return MAC.find((path) => existsSync(path)) ?? null;
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    const paths = roots.filter(Boolean).flatMap((root) => WINDOWS.map((path) => join(root, path)));
    return paths.find((path) => existsSync(path)) ?? null;
  }
  for (const name of LINUX) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch {
      // Not this one.
    }
  }
  return null;
}
