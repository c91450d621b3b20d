import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rules',
          include: ['{src,packages}/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
          globalSetup: 'tests/support/database-snapshot.ts',
          pool: 'forks',
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'endurance',
          include: ['tests/endurance/*.test.ts'],
          globalSetup: 'tests/support/database-snapshot.ts',
          pool: 'forks',
          testTimeout: 7_200_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/e2e/*.e2e.ts'],
          globalSetup: 'tests/support/running-server.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
