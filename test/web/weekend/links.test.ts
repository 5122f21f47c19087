/** What is said of links that there are. */
import { describe, expect, it } from 'vitest'
import { isAmong, isThisComputer, linksThere } from '../../../web/src/console/model/links.ts'

const NOW = Date.parse('2026-11-28T09:00:00Z')
const link = (walkId: string, createdAt: string, expiresAt: string) => ({
  ...{ linkId: `lnk_${walkId}`, walkId, walker: null, usedOn: null, createdAt, expiresAt },
})

describe('links of walks', () => {
  it('are told by walks that have one, since the first was made, until the first walk is shut', () => {
    const links = new Map([
      [
        'a',
        [
          link('a', '2026-11-26T10:00:00Z', '2026-11-29T10:00:00Z'),
          link('a', '2026-11-27T10:00:00Z', '2026-11-30T10:00:00Z'),
        ],
      ],
      ['b', [link('b', '2026-11-27T10:00:00+01:00', '2026-11-29T12:00:00+01:00')]],
      ['c', []],
    ])
    expect(linksThere(links, NOW)).toEqual({
      walks: 2,
      since: '2026-11-26T10:00:00Z',
      until: '2026-11-29T12:00:00+01:00',
    })
  })

  it('that are over are none', () => {
    const over = new Map([['a', [link('a', '2026-11-20T10:00:00Z', '2026-11-28T08:59:59Z')]]])
    expect(linksThere(over, NOW)).toBeNull()
    expect(linksThere(new Map([['a', []]]), NOW)).toBeNull()
  })

  it('are known by the id in their address', () => {
    const url = 'https://w.example.org/w/#dwl_alpha.01KKN9J4X0V5C0ZJ7M8Q2R3S4T.tbx9a8.0zJ7M8Q2R3S4T0V5C0ZJ7M'
    expect(isAmong(url, [{ linkId: 'lnk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T' }])).toBe(true)
    expect(isAmong(url, [{ linkId: 'lnk_01KKN9J4X0V5C0ZJ7M8Q2R3S4V' }])).toBe(false)
    expect(isAmong(url, [])).toBe(false)
    expect(isAmong(url, undefined)).toBe(true)
  })
})

it.each([
  ['http://127.0.0.1:8787/w/#x', true],
  ['http://localhost:8787/', true],
  ['http://doorwalk.localhost/', true],
  ['http://[::1]:8787/', true],
  ['http://0.0.0.0:8787/', true],
  ['http://192.168.1.20:8787/', false],
  ['https://walks.example.org/w/#x', false],
])('%s is of this computer: %s', (url, isLocal) => {
  expect(isThisComputer(url)).toBe(isLocal)
})
