/**
 * Executes the SST program as the `sst` command would, against Pulumi's mocks instead of an account, and prints every
 * resource it asks for as JSON. A process of its own: the program changes folder and leaves timers behind.
 *
 * Arguments: stage, then optionally JSON of texts to replace in the program's files, to see a check turn red.
 */
import { createServer } from 'node:http'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import type { Patch, ProgramRun, Resource } from './program.ts'

const root = resolve(import.meta.dirname, '../..')
const platform = join(root, '.sst/platform')
const [stage = 'test', patchText = '[]', outFile = ''] = process.argv.slice(2)
const patches = JSON.parse(patchText) as Patch[]

/** What the bundle exports; it is made below, so nothing else can say its types. */
interface Bundle {
  config: { app(input: { stage: string }): Record<string, unknown>; run(): Promise<unknown> }
  run: (program: () => Promise<unknown>) => Promise<unknown>
  pulumi: {
    runtime: {
      setMocks(mocks: unknown, project: string, stack: string, preview: boolean): Promise<void> | void
      runInPulumiStack(program: () => Promise<unknown>): Promise<unknown>
      disconnect(): Promise<void>
    }
  }
}

interface NewResource {
  type: string
  name: string
  inputs: Record<string, unknown>
}

const resources: Resource[] = []
const mocks = {
  newResource({ type, name, inputs }: NewResource) {
    resources.push({ type, name, inputs: plain(inputs) })
    const physical = firstText(inputs['name'], inputs['bucket'], name)
    const state = {
      ...inputs,
      name: physical,
      arn: `arn:aws:${type.split('/')[0]?.replace('aws:', '') ?? ''}:eu-west-3:123456789012:${physical}`,
      url: `https://sqs.eu-west-3.amazonaws.com/123456789012/${physical}`,
      bucket: physical,
      executionArn: `arn:aws:execute-api:eu-west-3:123456789012:${physical}`,
      apiEndpoint: `https://${physical}.execute-api.eu-west-3.amazonaws.com`,
      domainName: `${physical}.cloudfront.net`,
      bucketRegionalDomainName: `${physical}.s3.eu-west-3.amazonaws.com`,
      base64: Buffer.alloc(32).toString('base64'),
      result: physical,
    }
    return { id: `${name}-id`, state }
  },
  call({ token, inputs }: { token: string; inputs: Record<string, unknown> }) {
    if (token.includes('getRegion')) return { region: 'eu-west-3', id: 'eu-west-3', name: 'eu-west-3' }
    if (token.includes('getPartition')) return { partition: 'aws', dnsSuffix: 'amazonaws.com' }
    if (token.includes('getCallerIdentity')) return { accountId: '123456789012' }
    // Both: the statements for roles to read, and the document for policies to carry.
    if (token.includes('getPolicyDocument')) return { ...inputs, json: JSON.stringify(inputs) }
    return inputs
  },
}

/** The calls back into the `sst` command. */
function answer(
  method: string,
  [input]: { bundle?: string; handler?: string; functionID?: string }[],
): unknown {
  if (method === 'Provider.Aws.Bootstrap') {
    return { asset: 'assets', assetEcrRegistryId: '0', assetEcrUrl: 'ecr', state: 'state' }
  }
  if (method === 'Runtime.Build') {
    const { bundle = '', handler = '', functionID = '' } = input ?? {}
    const file = join(root, bundle, handler.replace(/\.[^.]+$/, '.mjs'))
    if (bundle === '' || !existsSync(file))
      throw new Error(`${functionID}: ${file} is missing: npm run bundle`)
    return { handler, out: join(root, bundle), errors: [], sourcemaps: [] }
  }
  throw new Error(`the check does not answer ${method}`)
}

const server = createServer((request, response) => {
  let text = ''
  request.on('data', (chunk: Buffer) => (text += chunk.toString()))
  request.on('end', () => {
    const { method, params } = JSON.parse(text) as { method: string; params: [] }
    try {
      response.end(JSON.stringify({ result: answer(method, params) }))
    } catch (error) {
      response.end(JSON.stringify({ error: String(error) }))
    }
  })
})

async function main(): Promise<ProgramRun> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  process.env['SST_SERVER'] = `http://127.0.0.1:${address.port}`
  process.env['SST_SECRET_OperatorKey'] = 'dw_secret-of-the-infrastructure-check'

  // `app` of the config decides removal and protection, as the command itself would ask it first.
  const first = await load({
    name: 'doorwalk',
    stage,
    removal: 'remove',
    protect: false,
    providers: { aws: {} },
  })
  const app = { stage, ...first.config.app({ stage }) }
  const { config, pulumi, run } = await load(app)
  await pulumi.runtime.setMocks(mocks, 'doorwalk', stage, false)
  await pulumi.runtime.runInPulumiStack(() => run(() => config.run()))
  // Resources made inside `apply` come later: wait for all of them.
  await pulumi.runtime.disconnect()
  return { app, resources }
}

let loads = 0

/** Bundles the program with what the command puts around it, beside the platform's own modules. */
async function load(app: Record<string, unknown>): Promise<Bundle> {
  const outfile = join(platform, `check-${process.pid}-${loads++}.mjs`)
  const used = new Set<Patch>()
  await build({
    stdin: {
      contents: `
        import * as pulumi from '@pulumi/pulumi'
        import { run } from ${JSON.stringify(join(platform, 'src/auto/run.ts'))}
        import config from ${JSON.stringify(join(root, 'sst.config.ts'))}
        export { pulumi, run, config }`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    outfile,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    nodePaths: [join(platform, 'node_modules')],
    inject: [join(platform, 'src/shim/run.js')],
    external: [
      '@pulumi/*',
      '@pulumiverse/*',
      '@sst-provider/*',
      '@aws-sdk/*',
      'undici',
      'esbuild',
      'archiver',
      'glob',
      'vite',
    ],
    define: {
      $app: JSON.stringify(app),
      $cli: JSON.stringify({
        command: 'deploy',
        paths: { home: join(root, '.sst/home'), root, work: join(root, '.sst'), platform },
        state: { version: {} },
      }),
      $dev: 'false',
    },
    banner: {
      js: `import { createRequire as checkCreateRequire } from 'node:module'
import { fileURLToPath as checkFileUrlToPath } from 'node:url'
const require = checkCreateRequire(import.meta.url)
const __filename = checkFileUrlToPath(import.meta.url)
const __dirname = checkFileUrlToPath(new URL('.', import.meta.url))`,
    },
    plugins: [
      {
        name: 'globals',
        setup(plugin) {
          plugin.onLoad({ filter: /\.ts$/ }, ({ path }) => {
            if (path.startsWith(join(root, '.sst')) || path.includes('node_modules')) return undefined
            const name = relative(root, path)
            let text = readFileSync(path, 'utf8')
            for (const patch of patches.filter(({ file }) => file === name)) {
              if (!text.includes(patch.find)) throw new Error(`${name} does not hold: ${patch.find}`)
              text = text.replace(patch.find, patch.replace)
              used.add(patch)
            }
            const globals = `import * as aws from '@pulumi/aws'\nimport * as sst from ${JSON.stringify(join(platform, 'src/components'))}\n`
            return { contents: globals + text, loader: 'ts' }
          })
        },
      },
    ],
    logLevel: 'error',
  })
  const lost = patches.find((patch) => !used.has(patch))
  if (lost) throw new Error(`${lost.file} is no part of the program`)
  const bundle = (await import(pathToFileURL(outfile).href)) as Bundle
  rmSync(outfile)
  return bundle
}

/** Outputs are resolved by then; what is left of Pulumi's wrapping is dropped. */
function plain(inputs: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(inputs)) as Record<string, unknown>
}

function firstText(...values: unknown[]): string {
  return values.find((value): value is string => typeof value === 'string') ?? 'unnamed'
}

main().then(
  (result) => {
    writeFileSync(outFile, JSON.stringify(result))
    process.exit(0)
  },
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
