import type { Browser, LaunchOptions } from 'playwright-core';

/** Starts a browser without a window; close it when done. */
export function launchBrowser(options?: LaunchOptions): Promise<Browser>;
