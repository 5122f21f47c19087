/** Servers that die after a number of writes: started in advance, because most of their time goes into loading. */
import { type ChildProcess, fork } from 'node:child_process'
import { once as onceOf } from 'node:events'
import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { type Plugin, build } from 'esbuild'
import { once } from '../once.ts'
import type { CrashOrder } from './crashing-server.ts'

const ROOT = join(import.meta.dirname, '../../..')

interface CrashingServer {
  url: string
  /** Waits until it has died, or has nothing left to do, and ends it in any case; did it die by itself? */
  end: () => Promise<boolean>
}

/** One at a time; the next one loads meanwhile. */
export interface CrashingServers {
  start: (order: CrashOrder) => Promise<CrashingServer>
  close: () => void
}

export async function openCrashingServers(): Promise<CrashingServers> {
  const file = await bundled()
  let next: ChildProcess | undefined = fork(file)
  return {
    async start(order) {
      const child = next ?? fork(file)
      next = fork(file)
      child.send(order)
      const [{ url }] = (await onceOf(child, 'message')) as [{ url: string }]
      return {
        url,
        async end() {
          const isDead = (): boolean => child.exitCode !== null || child.signalCode !== null
          const gone = isDead() ? Promise.resolve() : onceOf(child, 'exit').then(() => undefined)
          if (!isDead()) child.send('settle', () => undefined)
          const isSettled = await Promise.race([
            gone.then(() => false),
            onceOf(child, 'message').then(() => true),
          ])
          if (isSettled) child.kill('SIGKILL')
          await gone
          return !isSettled
        },
      }
    },
    close() {
      next?.kill('SIGKILL')
      next = undefined
    },
  }
}

const ownPackages: Plugin = {
  name: 'own packages',
  setup(plugin) {
    plugin.onResolve({ filter: /^@doorwalk\// }, ({ path }) => {
      const [, name, file] = /^@doorwalk\/(\w+)\/(.*)$/.exec(path) ?? []
      return { path: join(ROOT, name === 'functions' ? name : `packages/${name}`, 'src', `${file}.ts`) }
    })
  },
}

/** One file of JavaScript, which a process loads in a fraction of the time that tsx takes; libraries as they are. */
async function bundled(): Promise<string> {
  const folder = await once('crashing-server', async (folder) => {
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
    await build({
      entryPoints: [join(import.meta.dirname, 'crashing-server.ts')],
      outfile: join(folder, 'server.mjs'),
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      packages: 'external',
      plugins: [ownPackages],
      logLevel: 'error',
    })
  })
  return join(folder, 'server.mjs')
}
