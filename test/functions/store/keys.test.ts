/** Keys of the table: their bytes, which old data folders hold, and that nobody else writes them. */
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import * as keys from '@doorwalk/functions/store/keys'

const SOURCES = join(import.meta.dirname, '../../../functions/src')
const inRegion = { campaign: 'north', region: 'paris' }
const hook = { campaign: 'north', webhookId: 'whk_1' }

it.each([
  [keys.AREA.key('north', 'area_1'), 'C#north', 'AREA#area_1'],
  [keys.BATCH.key('north', 'bat_1'), 'C#north', 'BATCH#bat_1'],
  [keys.IN_BATCH.key('north', 'pln_1'), 'C#north', 'INBATCH#pln_1'],
  [keys.COMMIT.key('north', 'pln_1'), 'C#north', 'COMMIT#pln_1'],
  [keys.HOLDOUT.key('north', 'hld_1'), 'C#north', 'HOLDOUT#hld_1'],
  [keys.IDEMPOTENCY.key('north', 'abc'), 'C#north', 'IDEMPOTENCY#abc'],
  [keys.IMPORT.key('north', 'imp_1'), 'C#north', 'IMPORT#imp_1'],
  [keys.LISTS.key('north', 'paris'), 'C#north', 'LISTS#paris'],
  [keys.uploadKey('abc'), 'UPLOAD#abc', 'UPLOAD'],
  [keys.LISTED_KEY.key('north', 'key_1'), 'C#north', 'KEY#key_1'],
  [keys.LISTED_SOURCE.key('north', 'src_1'), 'C#north', 'SOURCE#src_1'],
  [keys.PARTS.key('north', 'pln_1'), 'C#north', 'PARTS#pln_1'],
  [keys.PLAN.key('north', 'pln_1'), 'C#north', 'PLAN#pln_1'],
  [keys.RANKING.key('north', 'rk_1'), 'C#north', 'RANKING#rk_1'],
  [keys.RANKING_NAME.key('north', keys.rankingNameId('paris', 'abc')), 'C#north', 'RANKINGNAME#paris#abc'],
  [keys.REPLAN.key('north', 'pln_1'), 'C#north', 'REPLAN#pln_1'],
  [keys.WALK.key('north', 'walk_1'), 'C#north', 'WALK#walk_1'],
  [keys.WEBHOOK.key('north', 'whk_1'), 'C#north', 'HOOK#whk_1'],
  [keys.settingsKey('north'), 'C#north', 'CAMPAIGN'],
  [
    keys.ACCESS.key(
      'north',
      keys.accessId({ at: '2026-03-14T13:00:00.000Z', key: 'key_1', call: 'GET /v1' }),
    ),
    'C#north#ACCESS',
    'A#2026-03-14T13:00:00.000Z#key_1#GET /v1',
  ],
  [keys.BLOCK.key(inRegion, '8a1fb'), 'C#north#BLOCKS#paris', 'BLOCK#8a1fb'],
  [
    keys.OVERFLOW.key(inRegion, keys.overflowId('8a1fb', 'ovf_1')),
    'C#north#BLOCKS#paris',
    'OVERFLOW#8a1fb#ovf_1',
  ],
  [keys.DELIVERY.key(hook, 'evt_1'), 'C#north#HOOK#whk_1', 'DELIVERY#evt_1'],
  [keys.OWN_TARGET.key(inRegion, 'osm:w12'), 'C#north#TARGETS#paris', 'T#osm:w12'],
  [keys.apiKeyKey('abc'), 'KEY#abc', 'KEY'],
  [keys.sourceKey('src_1'), 'SOURCE#src_1', 'SOURCE'],
  [keys.endingKey('north'), 'ENDING', 'north'],
  [keys.SEEN_KEY, 'SEEN', 'SEEN'],
  [keys.HEALTH_KEY, 'HEALTH', 'HEALTH'],
  [keys.jobKey({ planId: 'pln_1' }), 'QUEUE#plan', 'pln_1'],
  [keys.jobKey({ planId: 'pln_1', part: '7' }), 'QUEUE#plan', 'part_pln_1#7'],
  [
    keys.dueKey({ at: '2026-03-14T13:00:00.000Z', webhookId: 'whk_1', eventId: 'evt_1' }),
    'QUEUE#delivery',
    'D#2026-03-14T13:00:00.000Z#whk_1#evt_1',
  ],
])('%o', (key, pk, sk) => {
  expect(key).toEqual({ pk, sk })
})

it.each([
  [keys.homeItems('north'), 'C#north', ''],
  [keys.accessItems('north'), 'C#north#ACCESS', ''],
  [keys.ledgerItems(inRegion), 'C#north#BLOCKS#paris', ''],
  [keys.targetItems(inRegion), 'C#north#TARGETS#paris', ''],
  [keys.deliveryItems(hook), 'C#north#HOOK#whk_1', ''],
  [keys.ENDING_ITEMS, 'ENDING', ''],
  [keys.JOB_ITEMS, 'QUEUE#plan', ''],
  [keys.JOB_RANGES[0], 'QUEUE#plan', 'pln_'],
  [keys.JOB_RANGES[1], 'QUEUE#plan', 'imp_'],
  [keys.JOB_RANGES[2], 'QUEUE#plan', 'lst_'],
  [keys.JOB_RANGES[3], 'QUEUE#plan', 'part_'],
  [keys.DUE_ITEMS, 'QUEUE#delivery', 'D#'],
  [keys.PLAN.range('north'), 'C#north', 'PLAN#'],
])('range %o', (range, pk, prefix) => {
  expect(range).toEqual({ pk, prefix })
})

it('gives back the id that a key was made with, and tells kinds apart', () => {
  const key = keys.PLAN.key('north', 'pln_1')
  expect(keys.PLAN.idOf(key)).toBe('pln_1')
  expect(keys.PLAN.has(key)).toBe(true)
  expect(keys.WALK.has(key)).toBe(false)
})

/** `'PLAN#'` and what looks like it; names of columns and letters in texts do not. */
const KEY_LITERAL = /['"`#}][A-Z]+#|['"`](?:ENDING|HEALTH|CAMPAIGN|SOURCE|KEY)['"`]/

it('stand in one file', async () => {
  const files = (await readdir(SOURCES, { recursive: true })).filter((file) => file.endsWith('.ts'))
  const found: string[] = []
  for (const file of files) {
    if (file === join('store', 'keys.ts')) continue
    const lines = (await readFile(join(SOURCES, file), 'utf8')).split('\n')
    found.push(...lines.filter((line) => KEY_LITERAL.test(line)).map((line) => `${file}: ${line.trim()}`))
  }
  expect(found).toEqual([])
})

it.each([
  "pk: 'QUEUE#plan'",
  'pk: `C#${campaign}`',
  'sk: `PLAN#${id}`',
  '`${home}#TARGETS#${region}`',
  "'ENDING'",
])('would be seen elsewhere: %s', (line) => expect(line).toMatch(KEY_LITERAL))
