/**
 * The whole installation on this machine: AWS's services, the functions' real bundles in processes of their own, a
 * receiver.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BundleSize, type FunctionName, bundleFunction } from '../../../scripts/bundle.ts'
import { type Cloud, openCloud } from './cloud.ts'
import { type Lambda, httpEvent, startLambda } from './lambda.ts'
import { once } from '../once.ts'
import { type Receiver, openReceiver } from './receiver.ts'

const KEY = 'dw_operator-key-of-the-tests-0123456789'
/** Lambda runs Node 24: `npm run check:lambda` sets this to one. */
export const LAMBDA_NODE = process.env['DOORWALK_LAMBDA_NODE']

/** The bundled region. */
export const REGION = 'paris-9e-10e'
/** A small plan: a corner of the bundled region. */
export const SMALL_PLAN = {
  region: REGION,
  area: {
    type: 'Polygon',
    coordinates: [
      [
        [2.344, 48.876],
        [2.348, 48.876],
        [2.348, 48.879],
        [2.344, 48.879],
        [2.344, 48.876],
      ],
    ],
  },
  volunteers: 2,
  minutes: 60,
  iterations: 200,
}

interface Answer {
  status: number
  headers: Record<string, string>
  json: Record<string, unknown>
}

export interface Installation {
  cloud: Cloud
  receiver: Receiver
  size: (name: FunctionName) => BundleSize
  lambda: (name: FunctionName) => Lambda
  /** Asks a function over HTTP, with the operator's key. */
  call: (name: FunctionName, http: Parameters<typeof httpEvent>[0], milliseconds?: number) => Promise<Answer>
  close: () => Promise<void>
}

/** @param functions  those that are bundled and started */
export async function openInstallation({
  functions,
  regionRoots,
}: {
  functions: readonly FunctionName[]
  regionRoots: string[]
}): Promise<Installation> {
  const receiver = await openReceiver()
  const cloud = await openCloud({ regionRoots, operatorKey: KEY })
  const env = { ...cloud.env, DOORWALK_WEBHOOK_ALLOW: receiver.origin }
  const sizes = new Map<FunctionName, BundleSize>()
  const lambdas = new Map<FunctionName, Lambda>()
  for (const name of functions) {
    const folder = await once(`bundle-${name}`, async (folder) => {
      const size = await bundleFunction(name, folder)
      await writeFile(join(folder, 'size.json'), JSON.stringify(size))
    })
    sizes.set(name, JSON.parse(await readFile(join(folder, 'size.json'), 'utf8')) as BundleSize)
    lambdas.set(name, await startLambda({ folder, env, node: LAMBDA_NODE ?? process.execPath }))
  }
  const found = <Value>(all: Map<FunctionName, Value>, name: FunctionName): Value => {
    const one = all.get(name)
    if (one === undefined) throw new Error(`the ${name} function is not part of this installation`)
    return one
  }
  const lambda = (name: FunctionName) => found(lambdas, name)
  return {
    cloud,
    receiver,
    size: (name) => found(sizes, name),
    lambda,
    async call(name, http, milliseconds) {
      const answer = await lambda(name).invoke(httpEvent({ key: KEY, ...http }), milliseconds)
      const text = String(answer['body'])
      const body = answer['isBase64Encoded'] === true ? Buffer.from(text, 'base64').toString() : text
      return {
        status: Number(answer['statusCode']),
        headers: answer['headers'] as Record<string, string>,
        json: body === '' ? {} : (JSON.parse(body) as Record<string, unknown>),
      }
    },
    async close() {
      for (const each of lambdas.values()) each.stop()
      await cloud.close()
      await receiver.kill()
    },
  }
}
