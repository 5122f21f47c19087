import type { Warning } from '@doorwalk/core/words/warning'
import { describe, expect, it } from 'vitest'
import { resolveArea } from '@doorwalk/core/area/area'
import type { Aliases } from '@doorwalk/core/building/alias'
import { decodeAliases, encodeAliases, overridesByTarget, resolveAlias } from '@doorwalk/core/building/alias'
import { DEFAULT_ASSUMPTIONS } from '@doorwalk/core/building/door-time'
import { selectTargets } from '@doorwalk/core/building/select'
import { ledgerView } from '@doorwalk/core/ledger/due'
import { Visit } from '@doorwalk/core/ledger/visit'
import { PARIS, aBuilding, aManifest, aRequest, aTarget } from '../../support/worlds/builders.ts'

const aliases: Aliases = new Map([
  ['old', ['new']],
  ['whole', ['left', 'right']],
])

describe('an id of an earlier version', () => {
  it('means what stands there now; any other means itself', () => {
    expect(resolveAlias(aliases, 'old')).toEqual(['new'])
    expect(resolveAlias(aliases, 'whole')).toEqual(['left', 'right'])
    expect(resolveAlias(aliases, 'constructor')).toEqual(['constructor'])
  })

  it('carries an override to its target; one by the id of today wins', () => {
    const warnings: Warning[] = []
    const overrides = [
      { id: 'new', priority: 10 },
      { id: 'old', priority: 90 },
      { id: 'whole', priority: 50, doors: 8, key: true },
    ]
    expect([...overridesByTarget(overrides, aliases, warnings).values()]).toEqual(
      expect.arrayContaining([
        { id: 'new', priority: 10 },
        { id: 'left', priority: 50, key: true },
        { id: 'right', priority: 50, key: true },
      ]),
    )
    expect(warnings).toEqual([{ code: 'target_split', id: 'whole', now: ['left', 'right'] }])
  })

  it('skips what continues it, and still the building of that name', () => {
    const buildings = [
      aBuilding([aTarget({ id: 'left' })]),
      aBuilding([aTarget({ id: 'right' })]),
      aBuilding([aTarget({ id: 'whole!e1', building: 'whole' })]),
      aBuilding([aTarget({ id: 'other' })]),
    ]
    const { candidates, leftOut } = selectTargets({
      buildings,
      area: resolveArea(undefined, { manifest: aManifest(), precincts: [] }),
      precincts: [],
      request: aRequest({
        skip: { targets: ['whole'] },
        targets: [{ id: 'old', location: PARIS, doors: 3 }],
      }),
      assumptions: DEFAULT_ASSUMPTIONS,
      aliases,
    })
    expect(leftOut.map(({ target }) => target)).toEqual(['left', 'right', 'whole!e1'])
    expect(candidates.map(({ target }) => target.id)).toEqual(['other', 'new'])
  })

  it('counts visits for every target that continues it', () => {
    const visit = { at: '2026-03-14T13:00:00+01:00', knocked: 10, opened: 4 }
    const visits = [
      Visit.parse({ ...visit, id: 'visit-0001', target: 'whole', optedOut: 1, scope: 'target' }),
      Visit.parse({ ...visit, id: 'visit-0002', target: 'old' }),
    ]
    const view = ledgerView(visits, { at: '2026-03-14T14:00:00+01:00', aliases })
    for (const id of ['left', 'right']) expect(view(aTarget({ id }))).toEqual({ reason: 'visited' })
    expect(view(aTarget({ id: 'new', doors: 12 }))).toEqual({ doors: 2 })
    expect(view(aTarget({ id: 'other', doors: 12 }))).toEqual({ doors: 12 })
  })

  it('is stored sorted, and refused when it is something else', () => {
    const orphans = [{ id: 'gone', location: PARIS, block: '8a1fb46622dffff', doors: 3 }]
    const bytes = encodeAliases({ aliases: new Map([...aliases].reverse()), orphans })
    expect(bytes).toEqual(encodeAliases({ aliases, orphans }))
    expect(decodeAliases(bytes)).toEqual({ aliases, orphans })
    for (const text of ['', '[]', '{"aliases":{}}', '{"aliases":{"a":"b"},"orphans":[]}'])
      expect(() => decodeAliases(new TextEncoder().encode(text))).toThrow('prepare it again')
  })
})
