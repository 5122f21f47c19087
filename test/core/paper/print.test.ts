import { describe, expect, it } from 'vitest'
import { qrSvg } from '@doorwalk/core/paper/qr'
import { planToPrintHtml, walkToPrintHtml } from '@doorwalk/core/paper/print'
import { fixtureMap, fixturePlan } from '../../support/worlds/plan-fixture.ts'

const map = fixtureMap()

function count(html: string, pattern: RegExp): number {
  return [...html.matchAll(pattern)].length
}

describe('planToPrintHtml', () => {
  const plan = fixturePlan({ walks: 2, stops: 12, reserves: 3 })
  const html = planToPrintHtml(plan, map)

  it('has a page per walk, a row per stop, a box per door', () => {
    expect(count(html, /<section class="walk"/g)).toBe(2)
    expect(count(html, /<td class="number">★?\d+<\/td>/g)).toBe(24)
    const reserves = plan.walks.flatMap((walk) => walk.reserves)
    const doors = plan.summary.doors + reserves.reduce((sum, target) => sum + target.doors, 0)
    expect(count(html, /<span class="box">/g)).toBe(doors)
  })

  it('lists floors from the top', () => {
    const [first] = /<tr>.*?14\u202fh\u202f01.*?<\/tr>/.exec(html) ?? ['']
    const floors = [...first.matchAll(/class="floor[^"]*">([^<]+)</g)].map(([, floor]) => floor)
    expect(floors).toEqual(['5', '4', '3', '2', '1', 'RdC'])
  })

  it('cuts a part of a tower out of its floors', () => {
    const [part] = /<tr>(?:(?!<\/tr>).)*étages 6 à 4.*?<\/tr>/.exec(html) ?? ['']
    expect([...part.matchAll(/class="floor[^"]*">([^<]+)</g)].map(([, floor]) => floor)).toEqual([
      '6',
      '5',
      '4',
    ])
  })

  it('asks nothing of the network', () => {
    const urls = [...html.matchAll(/https?:[^"' <)]*/g)].map(([url]) => url)
    expect(new Set(urls)).toEqual(new Set(['http://www.w3.org/2000/svg']))
    expect(html).toContain(`default-src 'none'`)
    expect(html).not.toMatch(/<script|<link|<img|@import|url\(| style=| on\w+=/)
  })

  it('has a QR code for each walk that has a link, and for no other', () => {
    expect(html).not.toContain('class="qr"')
    const url =
      'https://walks.example.org/w/#dwl_alpha.01KKN9J4X0V5C0ZJ7M8Q2R3S4T.tbx9a8.0zJ7M8Q2R3S4T0V5C0ZJ7M'
    const withCode = planToPrintHtml(plan, map, { links: { [plan.walks[1]!.walkId]: url } })
    expect(count(withCode, /<svg class="qr"/g)).toBe(1)
    const [, second] = withCode.split('<section class="walk"').slice(1)
    expect(second).toContain(/<path d="[^"]+"/.exec(qrSvg(url, { size: 21, label: '' }))![0])
    // What is written on the page itself is read over shoulders, and by whoever finds it.
    expect(withCode).not.toContain('dwl_alpha')
  })

  it('says totals, times and sources', () => {
    const walk = plan.walks[0]!
    expect(html).toContain(`<p>12\u00a0étapes · ${walk.doors}\u00a0portes · `)
    expect(html).toContain('samedi 14 mars 2026 · <b>14\u202fh\u202f00 → ')
    expect(html).toContain('© OpenStreetMap contributors (ODbL) · INSEE')
  })

  it('speaks the language of each walk', () => {
    const mixed = structuredClone(plan)
    mixed.walks[1]!.language = 'en'
    const both = planToPrintHtml(mixed, map)
    expect(both).toContain('<section class="walk" lang="fr">')
    expect(both).toContain('<section class="walk" lang="en">')
    expect(both).toContain('Saturday 14 March 2026 · <b>14:00 → ')
  })

  it('marks estimated door counts and none that were counted', () => {
    const counted = structuredClone(plan.walks[0]!)
    for (const target of [...counted.stops.flatMap((stop) => stop.targets), ...counted.reserves])
      target.doorsSource = 'dwellings'
    expect(html).toMatch(/<span class="count">≈\d/)
    expect(walkToPrintHtml(counted, map, { attribution: [] })).not.toMatch(/<span class="count">≈/)
  })

  it('tells which floors a reserve is, as it does for stops', () => {
    const walk = structuredClone(plan.walks[0]!)
    walk.reserves[0]!.part = { number: 1, of: 2, fromFloor: 4, toFloor: 6 }
    walk.reserves[1]!.entrance = { id: 'e1', label: 'B' }
    const page = walkToPrintHtml(walk, map, { attribution: [] })
    expect(page).toMatch(/>R1<\/td><td><b>[^<]*<\/b> <small>étages 6 à 4 · interphone<\/small>/)
    expect(page).toMatch(/>★R2<\/td><td><b>[^<]*<\/b> <small>entrée B · digicode<\/small>/)
  })

  it('escapes what people wrote', () => {
    const hostile = fixturePlan({ walks: 1, stops: 2, address: '<script>alert(1)</script> & "rue"' })
    const page = planToPrintHtml(hostile, map)
    expect(page).not.toContain('<script')
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;rue&quot;')
  })
})

describe('a row of houses', () => {
  it('is one line with a box behind each number', () => {
    const walk = fixturePlan({ walks: 1, stops: 3, targets: 4, reserves: 0 }).walks[0]!
    const html = walkToPrintHtml(walk, map, { attribution: [] })
    expect(count(html, /<td class="number">/g)).toBe(3)
    expect(html).toContain('<b>Rue Condorcet</b> <small>1 → 7 bis</small>')
    expect(html).toContain('<span class="house">7 bis <span class="box"></span></span>')
    expect(html).toMatch(/<td class="ticks"><span class="count">≈4<\/span><span class="house">/)
  })
})

describe('a building in parts', () => {
  const walk = fixturePlan({ walks: 1, stops: 10, reserves: 0 }).walks[0]!
  for (const [place, stop] of walk.stops.entries()) {
    if (place === 0 || place > 8) continue
    Object.assign(walk.legs[place]!, { steps: [] })
    const part = { number: place, of: 8, fromFloor: 9 - place, toFloor: 9 - place }
    Object.assign(stop.targets[0]!, { address: '20 Rue Pétrelle', building: 'osm:w20', part })
  }
  const rows = (html: string): string[] =>
    html.split('<tr').filter((row) => row.includes('<td class="number"'))

  it('has one row, and in it a line for each part with its own number and floors', () => {
    const html = walkToPrintHtml(walk, map, { attribution: [] })
    expect(count(html, /20 Rue Pétrelle/g)).toBe(1)
    const numbers = rows(html).map((row) => /class="number">★?(\w+)</.exec(row)![1])
    expect(numbers).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'])
    expect(rows(html)[1]).toContain('<td rowspan="8"><b>20 Rue Pétrelle</b>')
    expect(rows(html)[2]).toMatch(
      /^[^/]*class="number">★?3<\/td><td class="ticks"><span class="floor">7<\/span><span class="count">/,
    )
  })

  it('is told apart from the next one, and where there is a way between', () => {
    const next = structuredClone(walk)
    Object.assign(next.stops[4]!.targets[0]!, { address: '22 Rue Pétrelle' })
    expect(count(walkToPrintHtml(next, map, { attribution: [] }), /20 Rue Pétrelle/g)).toBe(2)
    const far = structuredClone(walk)
    far.stops[4]!.detour = { seconds: 300, stops: 1 }
    expect(count(walkToPrintHtml(far, map, { attribution: [] }), /20 Rue Pétrelle/g)).toBe(2)
  })
})

describe('house numbers of a row', () => {
  it.each([
    ['Maderbräustraße', ['Maderbräustraße 3', 'Maderbräustraße 5 a'], '3 → 5 a'],
    ['Zwaardemakerstraat', ['Zwaardemakerstraat 91-1', 'Von Liebigweg 2'], '91-1 → Von Liebigweg 2'],
    ['West 11th Street', ['269 West 11th Street', '271 West 11th Street'], '269 → 271'],
    ['Church Lane', ['The Old Rectory, Church Lane', 'Church Lane'], 'The Old Rectory → ·'],
    ['Cedar St; Cedar Ave', ['3 Cedar St / Cedar Ave', ''], '3 → ·'],
    ['', ['12 bis rue Condorcet', '14 rue Condorcet'], '12 bis → 14'],
  ])('stand apart from their street %s', (street, addresses, ends) => {
    const walk = fixturePlan({ walks: 1, stops: 1, targets: 2, reserves: 0 }).walks[0]!
    const [stop] = walk.stops
    stop!.street = street
    stop!.targets.forEach((target, i) => (target.address = addresses[i]!))
    expect(walkToPrintHtml(walk, map, { attribution: [] })).toContain(`<small>${ends}</small>`)
  })
})

it('a door without a number is described', () => {
  const walk = fixturePlan({ walks: 1, stops: 2, reserves: 1 }).walks[0]!
  const [first, second] = walk.stops
  Object.assign(first!.targets[0]!, { address: '', seen: 'immeuble de 5 niveaux sans numéro' })
  Object.assign(second!.targets[0]!, { address: '' })
  Object.assign(walk.reserves[0]!, { address: '', seen: 'maison sans numéro' })
  const html = walkToPrintHtml(walk, map, { attribution: [] })
  expect(html).toContain(`<b>${first!.street}, immeuble de 5 niveaux sans numéro</b>`)
  expect(html).toContain(`<b>${second!.street}</b>`)
  expect(html).toContain('>R1</td><td><b>maison sans numéro</b>')
})

describe('an empty walk', () => {
  it('says so', () => {
    const walk = fixturePlan({ walks: 1, stops: 0, reserves: 0 }).walks[0]!
    expect(walkToPrintHtml(walk, map, { attribution: [] })).toContain('Aucune étape')
  })
})
