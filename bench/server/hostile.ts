/**
 * One hostile request after the other to a real `doorwalk serve` on its bundled region: what each costs the server in
 * processor time, dearest first. Linux only, for the time is read from /proc.
 *
 * npm run bench:hostile
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PARIS } from '../../test/support/worlds/builders.ts'
import { comb, spiral, star, zigzag } from '../../test/support/worlds/hostile-rings.ts'
import { processorSeconds } from '../../test/support/servers/processor.ts'
import { PATIENT, startServerProcess } from '../../test/support/servers/serve.ts'
import { until } from '../../test/support/until.ts'

const REGION = 'paris-9e-10e'

interface Case {
  name: string
  path: string
  body: string
  type?: string
}

interface Cost {
  name: string
  status: number
  code: string
  cpuSeconds: number
  seconds: number
}

const times = (count: number, text: string): string => Array<string>(count).fill(text).join(',')
const listOf = (count: number, text: string): string => `[${times(count, text)}]`
const polygon = (coordinates: unknown): unknown => ({ type: 'Polygon', coordinates })
const box = (west: number, south: number, size: number): number[][] => [
  ...[[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]], // prettier-ignore
]
const around = (size: number): number[][] => box(PARIS[0] - size, PARIS[1] - size, 2 * size)

const plan = (area: unknown): Case['body'] =>
  JSON.stringify({ region: REGION, area, volunteers: 1, minutes: 20, iterations: 1 })
const planOf = (fields: string): Case['body'] =>
  `{"region":"${REGION}","volunteers":1,"minutes":20,"iterations":1,${fields}}`

const slivers = Array.from({ length: 2_400 }, (_, index) => {
  const [x, y] = [PARIS[0] - 0.004 + (0.004 * index) / 2_400, PARIS[1] - 0.003]
  return [[[x, y], [x + 0.004, y + 0.006], [x + 0.004001, y + 0.006], [x, y]]] // prettier-ignore
})
const frames = Array.from({ length: 1_900 }, (_, index) => around(0.003 - 0.000001 * index))
const earth = [[around(0.003)], [box(-180, -90, 0.001)], [box(179.999, 89.999, 0.001)]]

const asPlan = (name: string, body: string): Case => ({ name, path: '/v1/plans', body })
const asList = (name: string, body: string, type = 'application/json'): Case => ({
  ...{ name, path: `/v1/buildings?region=${REGION}`, body, type },
})

const CASES: Case[] = [
  asPlan('star of 9,999 corners', plan(polygon([star(9_999)]))),
  asPlan('zigzag of 10,000 corners', plan(polygon([zigzag(10_000)]))),
  asPlan('comb of 10,000 corners', plan(polygon([comb(10_000)]))),
  asPlan('spiral of 10,000 corners', plan(polygon([spiral(10_000)]))),
  asPlan('2,400 slivers over each other', plan({ type: 'MultiPolygon', coordinates: slivers })),
  asPlan('1,900 holes in each other', plan(polygon([around(0.0031), ...frames]))),
  asPlan('specks around the earth', plan({ type: 'MultiPolygon', coordinates: earth })),
  asPlan('10,000 times the same cell', plan({ cells: Array<string>(10_000).fill('871fb4662ffffff') })),
  asPlan(
    '350,000 positions',
    planOf(`"area":{"type":"Polygon","coordinates":[${listOf(350_000, '[2.34,48.87]')}]}`),
  ),
  asPlan('400,000 empty lists', planOf(`"area":{"type":"Polygon","coordinates":${listOf(400_000, '[]')}}`)),
  asPlan('90,000 empty lists', planOf(`"area":{"type":"Polygon","coordinates":${listOf(90_000, '[]')}}`)),
  asPlan('5,000 levels', planOf(`"area":${'['.repeat(5_000)}${']'.repeat(5_000)}`)),
  asPlan('2,500,000 levels', '['.repeat(2_500_000)),
  asPlan('300,000 fields', planOf(Array.from({ length: 300_000 }, (_, index) => `"k${index}":0`).join(','))),
  asPlan('100,000 wrong targets', planOf(`"targets":${listOf(99_999, '{"id":"","doors":-1}')}`)),
  asPlan('100,000 targets at one place', planOf(`"area":${JSON.stringify(polygon([around(0.003)]))},"targets":[${Array.from({ length: 90_000 }, (_, index) => `{"id":"t${index}","doors":1,"location":[2.3488,48.8793]}`).join(',')},{"id":"x"}]`)), // prettier-ignore
  asPlan('one text of 5 MB', planOf(`"language":"${'\\\\'.repeat(2_400_000)}"`)),
  { name: '500 wrong visits', path: '/v1/visits', body: `{"visits":${listOf(500, '{"id":7,"at":"x"}')}}` },
  { name: 'roll-call of 10,000', path: '/v1/plans/PLAN/replan', body: JSON.stringify({ present: Array.from({ length: 10_000 }, (_, index) => `w${index}`), late: Array.from({ length: 10_000 }, (_, index) => ({ walker: `w${9_999 - index}`, minutes: 5 })) }) }, // prettier-ignore
  asList('JSON list of 99,999 numbers', listOf(99_999, '0')),
  asList('GeoJSON of 90,000 empty features', `{"features":${listOf(90_000, '{"type":"Feature"}')}}`, 'application/geo+json'), // prettier-ignore
  asList('CSV of 2,500,000 lines', `id\n${'a\n'.repeat(2_490_000)}`, 'text/csv'),
  asList('CSV of 2,500,000 columns', `id${','.repeat(2_490_000)}\n`, 'text/csv'),
  asList('CSV of 90,000 wrong lines', `id;lng;lat;doors\n${'a;x;y;-1\n'.repeat(90_000)}`, 'text/csv'),
  asList('CSV that never closes its quote', `id\n"${'a\n'.repeat(2_400_000)}`, 'text/csv'),
]

const folder = await mkdtemp(join(tmpdir(), 'doorwalk-hostile-'))
const server = await startServerProcess(join(folder, 'data'), {
  env: { ...PATIENT, DOORWALK_RATE: '100000' },
})
const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(server.url + path, { ...init, headers: { Authorization: `Bearer ${server.key}`, ...init.headers } })

/** Until a quarter of a second has cost nothing to speak of. */
async function idle(): Promise<void> {
  await until(async () => {
    const before = processorSeconds(server.pid)
    await new Promise((next) => setTimeout(next, 250))
    return processorSeconds(server.pid) - before <= 0.02
  })
}

async function price({ name, path, body, type = 'application/json' }: Case): Promise<Cost> {
  await idle()
  const [cpu, from] = [processorSeconds(server.pid), performance.now()]
  const answer = await ask(path, { method: 'POST', body, headers: { 'Content-Type': type } })
  const { code = '' } = (await answer.json()) as { code?: string }
  const seconds = (performance.now() - from) / 1000
  await idle()
  return { name, status: answer.status, code, cpuSeconds: processorSeconds(server.pid) - cpu, seconds }
}

try {
  const warm = JSON.stringify({ region: REGION, area: { precincts: ['0925'] }, volunteers: 2, minutes: 30 })
  const made = await ask('/v1/plans', {
    method: 'POST',
    body: warm,
    headers: { 'Content-Type': 'application/json' },
  })
  const { id } = (await made.json()) as { id: string }
  const costs: Cost[] = []
  for (const each of CASES) costs.push(await price({ ...each, path: each.path.replace('PLAN', id) }))
  costs.sort((a, b) => b.cpuSeconds - a.cpuSeconds)
  console.log('CPU s   s       status  what')
  for (const { name, status, code, cpuSeconds: cpu, seconds } of costs)
    console.log(
      `${cpu.toFixed(2).padEnd(7)} ${seconds.toFixed(2).padEnd(7)} ${status}     ${name}${code && `: ${code}`}`,
    )
} finally {
  await server.kill()
  await rm(folder, { recursive: true, force: true })
}
