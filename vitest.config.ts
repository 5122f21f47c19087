import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { closingLine } from './test/support/closing-line.ts'
import { ProcessesFirst } from './test/support/sequence.ts'

/** Only a test that hangs is ended by the clock: a machine that is busy with other things may take its time. */
const timeouts = { testTimeout: 600_000, hookTimeout: 600_000 }

/** Tests of whole processes that take minutes: they run in `long` only. */
const slow = 'test/**/*.long.test.ts'

/** What users of the client import by its name; of a checkout that is its source. */
const resolve = {
  alias: { '@doorwalk/client': join(import.meta.dirname, 'packages/client/src/index.ts') },
}

/** Files whose random runs are short in `main`: they ask length.ts how long to be. */
const random = readdirSync(join(import.meta.dirname, 'test'), { recursive: true, encoding: 'utf8' })
  .map((name) => `test/${name.replaceAll('\\', '/')}`)
  .filter((name) => name.endsWith('.test.ts') && readFileSync(name, 'utf8').includes("/length.ts'"))

/**
 * `main` needs Node only. `long` is the same random runs as in `main` with more rounds, and what waits long for
 * processes. `data` needs the raw data sets, `browser` Debian's chromium, `infra` SST's platform. What is missing is
 * skipped with a reason.
 */
export default defineConfig({
  test: {
    reporters: ['default', closingLine],
    globalSetup: './test/support/temporary-folder.ts',
    sequence: { sequencer: ProcessesFirst },
    teardownTimeout: 60_000,
    maxWorkers: '100%',
    projects: [
      {
        resolve,
        test: {
          ...timeouts,
          name: 'main',
          include: ['test/**/*.test.ts'],
          exclude: ['test/data/**', 'test/browser/**', 'test/infra/**', slow],
          // Each worker reads the sources once, not once for each file: a file's state in its modules is shared.
          isolate: false,
        },
      },
      {
        resolve,
        test: {
          ...timeouts,
          name: 'long',
          include: [...random, slow],
          env: { DOORWALK_TESTS: 'long' },
          isolate: false,
        },
      },
      {
        test: { ...timeouts, name: 'data', include: ['test/data/**/*.test.ts'], fileParallelism: false },
      },
      {
        resolve,
        test: {
          ...timeouts,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
        },
      },
      { test: { ...timeouts, name: 'infra', include: ['test/infra/**/*.test.ts'] } },
    ],
  },
})
