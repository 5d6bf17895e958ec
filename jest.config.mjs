export default {
  testMatch: ['<rootDir>/tests/**/*.test.{ts,tsx}'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/browser/'],
  transform: { '\\.[cm]?[jt]sx?$': '<rootDir>/scripts/jest-transform.cjs' },
  // These ship ES modules only.
  transformIgnorePatterns: [
    '/node_modules/(?!(@borgar/fx|preact|@preact/signals|@preact/signals-core|@testing-library/preact)/)',
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/host/.build/'],
};
