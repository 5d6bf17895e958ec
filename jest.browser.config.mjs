import base from './jest.config.mjs';

/** Journeys in a real browser: `node scripts/build-host.mjs` first. One after the other, because each wants the machine. */
export default {
  ...base,
  testMatch: ['<rootDir>/tests/browser/**/*.browser.{ts,tsx}'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 60_000,
  maxWorkers: 1,
};
