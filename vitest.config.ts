import { configDefaults, defineConfig } from 'vitest/config';

/** These use no database or an embedded folder of their own: on a server they would say the same once more. */
const withoutServer = [
  'packages/**',
  'src/standards/import/killed-import.test.ts',
  'tests/endurance/power-cut.test.ts',
  'tests/kernel/sealing-key.test.ts',
  'tests/migrations/upgrade.test.ts',
];
/** No test measures time: the limit ends what hangs, on a busy machine too. */
const testTimeout = 300_000;
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
          // Every processor: the default leaves one to whoever watches. On a server one, because what is written in one of its
          // databases keeps the seals of the others waiting: transactions are numbered for all of them.
          maxWorkers: isOnServer ? 1 : '100%',
          testTimeout,
          hookTimeout: testTimeout,
        },
      },
      {
        test: {
          name: 'endurance',
          include: ['tests/endurance/*.test.ts'],
          globalSetup: 'tests/support/database-snapshot.ts',
          pool: 'forks',
          testTimeout: 7_200_000,
          hookTimeout: testTimeout,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/e2e/*.e2e.ts'],
          globalSetup: 'tests/support/running-server.ts',
          testTimeout,
          hookTimeout: testTimeout,
        },
      },
    ],
  },
});
