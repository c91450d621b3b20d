import { configDefaults, defineConfig } from 'vitest/config';

/** These use no database or an embedded folder of their own: on a server they would say the same once more. */
const withoutServer = [
  'packages/**',
  'src/standards/import/killed-import.test.ts',
  'tests/endurance/power-cut.test.ts',
  'tests/kernel/sealing-key.test.ts',
  'tests/migrations/upgrade.test.ts',
];
const isOnServer = process.env['TEST_DATABASE_URL'] !== undefined;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rules',
          include: ['{src,packages}/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...(isOnServer ? withoutServer : [])],
          globalSetup: 'tests/support/database-snapshot.ts',
          pool: 'forks',
          isolate: false,
          // Every processor: the default leaves one to whoever watches.
          maxWorkers: '100%',
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
