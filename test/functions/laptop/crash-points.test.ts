/**
 * The server is killed right after a write, any write of what it does, and started again; whoever asked asks again.
 * Nothing that was acknowledged is lost, nothing is leased twice or by a plan that nobody was told of, and every
 * request has its answer. `npm run test:long` kills at every write there is.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Random } from '@doorwalk/core/solver/chance/random'
import { killAt, setStage } from '../../support/scenes/crash-scene.ts'
import { STORIES } from '../../support/scenes/crash-stories.ts'
import { IS_LONG } from '../../support/length.ts'
import { type CrashingServers, openCrashingServers } from '../../support/servers/crashing.ts'

/** In `npm test`: one write each. */
const FEW = ['a plan that is leased at once', 'a walk now']

/** `CRASH_POINTS=all` kills after every single write; `npm run test:long` after every fourth, and the last. */
const IS_EVERY = process.env['CRASH_POINTS'] === 'all'
const STEP = 4
/** Of those who are killed twice. */
const ROUNDS = IS_EVERY ? 8 : 1

let servers: CrashingServers
let killed = 0
const random = new Random(IS_LONG ? 20_261_125 : 20_260_314)

beforeAll(async () => {
  servers = await openCrashingServers()
})
afterAll(() => {
  servers.close()
  console.log(`crash points: ${killed} processes were killed, each after another write`)
})

describe('survives kill -9 after a write', () => {
  for (const [name, story] of Object.entries(STORIES)) {
    if (!IS_LONG && !FEW.includes(name)) continue
    it(`of ${name}`, async () => {
      const stage = await setStage(story)
      expect(stage.writes).toBeGreaterThan(2)
      const all = Array.from({ length: stage.writes }, (_, index) => index + 1)
      const some = all.filter((write) => IS_EVERY || write % STEP === 1 || write === stage.writes)
      const points = IS_LONG ? some : [1 + random.below(stage.writes)]
      for (const writes of points) killed += await killAt(story, { stage, deaths: [writes], servers })
      if (IS_LONG) console.log(`${name}: ${stage.writes} writes`)
    })
  }

  // A batch goes on without a plan that is given up: then it is not all done.
  for (const [name, story] of IS_LONG ? Object.entries(STORIES) : []) {
    if (/batch|shift/.test(name)) continue
    it(`of ${name}, and again before it is through`, async () => {
      const stage = await setStage(story)
      for (let round = 0; round < ROUNDS; round++) {
        const deaths = [1 + random.below(stage.writes), 1 + random.below(stage.writes)]
        killed += await killAt(story, { stage, deaths, servers })
      }
    })
  }
})
