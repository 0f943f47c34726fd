import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // By default one core is left to vitest itself, which on two cores halves the speed.
    maxWorkers: '100%',
    // A worker goes on from file to file with the modules it has, which keep nothing of a test: loading
    // and warming them anew for each of 150 files was a third of all work.
    isolate: false,
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text-summary', 'html'] },
  },
});
