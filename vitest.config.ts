import { defineConfig } from 'vitest/config';

const shared = { testTimeout: 30_000, hookTimeout: 30_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'sources',
          include: ['test/**/*.test.ts'],
          exclude: ['test/dist/**'],
          // It imports JSON in a way that Node does not take.
          server: { deps: { inline: ['@actions/workflow-parser'] } },
        },
      },
      // A project of its own, so that only these wait for the bundle.
      {
        test: { ...shared, name: 'dist', include: ['test/dist/**/*.test.ts'], globalSetup: ['test/support/bundle.ts'] },
      },
    ],
  },
});
