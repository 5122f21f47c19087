/**
 * `npm run check:lambda`: the bundles on the Node that Lambda runs, fetched from npm, with the events and the emulators
 * of test/functions/lambda*.test.ts, and the solver's committed answers. `npm test` runs the same on the Node that is
 * installed.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { bin, checked, fetched, root } from './step.ts'

/** Of the major version that infra/function.ts names. */
const VERSION = '24.21.0'
const folder = join(root, '.cache/node', VERSION)
const node = join(folder, 'node_modules/node/bin/node')

if (!existsSync(node)) {
  await fetched(
    {
      what: `fetching Node ${VERSION}`,
      command: [
        'npm',
        'install',
        '--prefix',
        folder,
        '--no-save',
        '--no-audit',
        '--no-fund',
        `node@${VERSION}`,
      ],
    },
    'the npm registry, install scripts, and about 190 MB of disk.',
  )
}
await checked({
  what: `the bundles and the answers of the solver on Node ${VERSION}`,
  command: [
    ...[bin('vitest'), 'run', '--project', 'main'],
    ...['test/functions/lambda', 'test/core/solver/determinism.test.ts'],
  ],
  env: { DOORWALK_LAMBDA_NODE: node },
})
