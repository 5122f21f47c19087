/** A campaign in a made-up quarter, through the API in this process. */
import { expect } from 'vitest'
import type { Doorwalk, PlanRequest } from '@doorwalk/client'
import type { PlanRequestInput } from '@doorwalk/core/request/request'
import type { Plan, Walk } from '@doorwalk/core/walk/answer'
import { clientOf } from '../client.ts'
import { type CallInit, type TestApi, type TestSettings, openTestApi } from '../servers/api.ts'
import { once } from '../once.ts'
import { World, place } from '../worlds/osm-fixture.ts'
import { prepareWorld } from '../worlds/prepared.ts'

export const REGION = 'quarter'
/** The middle of the quarter. */
export const CENTRE = place(200, 120)

/** Four streets of 400 m, 80 m apart, with blocks of flats of 6 to 24 doors on both sides; three streets across. */
export function quarter(): World {
  const world = new World(REGION)
  world.box([-60, -60, 520, 360])
  const [columns, rows] = [
    [0, 200, 400],
    [0, 80, 160, 240],
  ]
  const corner = new Map<string, number>(
    columns.flatMap((x) => rows.map((y) => [`${x} ${y}`, world.node(x, y)] as const)),
  )
  const street = (name: string, corners: string[]) =>
    world.way(
      corners.map((at) => corner.get(at)!),
      { highway: 'residential', name },
    )
  for (const y of rows)
    street(
      `Rue ${y}`,
      columns.map((x) => `${x} ${y}`),
    )
  for (const x of columns)
    street(
      `Cours ${x}`,
      rows.map((y) => `${x} ${y}`),
    )
  for (const y of rows)
    for (const side of [-1, 1])
      for (let n = 0; n < 16; n++)
        world.building([12 + 24 * n, side < 0 ? y - 22 : y + 8, 16, 12], {
          building: 'apartments',
          'building:levels': '4',
          'building:flats': String(6 + 6 * (n % 4)),
          'addr:housenumber': String(2 * n + (side < 0 ? 1 : 2)),
          'addr:street': `Rue ${y}`,
        })
  return world
}

export interface Campaign {
  api: TestApi
  key: string
  /** Its organiser's. */
  client: Doorwalk
  send: (path: string, body?: unknown, init?: CallInit) => Promise<Response>
  get: <T>(path: string) => Promise<T>
  plan: (over?: Partial<PlanRequestInput>) => Promise<Plan>
}

export async function openCampaign(settings: TestSettings = {}): Promise<Campaign> {
  const root = await once(REGION, (folder) => prepareWorld(quarter(), {}, folder))
  const api = await openTestApi({ requestsPerMinute: 100_000, regionRoots: [root], ...settings })
  return campaignOf(api, await api.key('alpha', 'organiser'))
}

export function campaignOf(api: TestApi, key: string): Campaign {
  const send: Campaign['send'] = (path, body, init = {}) =>
    api.call(path, { key, method: 'POST', ...(body === undefined ? {} : { body }), ...init })
  const client = clientOf(api, key)
  return {
    api,
    key,
    client,
    send,
    async get(path) {
      const answer = await api.call(path, { key })
      expect(answer.status, await answer.clone().text()).toBe(200)
      return (await answer.json()) as never
    },
    async plan(over = {}) {
      const request = { region: REGION, volunteers: 3, minutes: 60, iterations: 400, ...over }
      return (await client.makePlan(request as PlanRequest)) as unknown as Plan
    },
  }
}

export function served(walks: Walk[]): string[] {
  return walks.flatMap(({ stops }) => stops.flatMap(({ targets }) => targets.map(({ id }) => id)))
}

/** The walk of somebody who has one. */
export function walkOf({ walks }: Plan, walker: string): Walk {
  return walks.find((walk) => walk.walker === walker)!
}
