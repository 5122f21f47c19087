import { defineConfig } from 'vitest/config'
import { closingLine } from './test/support/closing-line.ts'

const timeouts = { testTimeout: 60_000, hookTimeout: 120_000 }

/** `main` needs Node only; `data` the raw data sets; `browser` Debian's chromium; `infra` SST's platform. What is missing is skipped with a reason. */
export default defineConfig({
  test: {
    reporters: ['default', closingLine],
    globalSetup: './test/support/temporary-folder.ts',
    projects: [
      {
        test: {
          ...timeouts,
          name: 'main',
          include: ['test/**/*.test.ts'],
          exclude: ['test/data/**', 'test/browser/**', 'test/infra/**'],
        },
      },
      { test: { ...timeouts, name: 'data', include: ['test/data/**/*.test.ts'] } },
      {
        test: {
          ...timeouts,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          fileParallelism: false,
        },
      },
      { test: { ...timeouts, name: 'infra', include: ['test/infra/**/*.test.ts'] } },
    ],
  },
})
