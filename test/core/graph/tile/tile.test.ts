import { VisibleError } from '@doorwalk/core/error'
import { decodeStreetTile, encodeStreetTile } from '@doorwalk/core/graph/tile/tile'
import { describe, expect, test } from 'vitest'
import { oneStreet, riverWithOneBridge } from '../../../support/worlds/osm-worlds.ts'
import { tilesOf } from '../../../support/worlds/streets.ts'

const [bytes] = [...tilesOf(riverWithOneBridge()).tiles.values()]
const tile = bytes!

describe('street tile', () => {
  test('comes back as it was written', () => {
    expect(encodeStreetTile(decodeStreetTile(tile))).toEqual(tile)
  })

  test('is the same for the same extract', () => {
    expect([...tilesOf(oneStreet()).tiles]).toEqual([...tilesOf(oneStreet()).tiles])
  })

  test('cut short anywhere it is a clear error', () => {
    for (let length = 0; length < tile.length; length++) {
      expect(() => decodeStreetTile(tile.subarray(0, length))).toThrow(
        expect.objectContaining({ code: 'streets.damaged' }),
      )
    }
  })

  test('of an unknown format it says so', () => {
    const newer = tile.slice()
    newer[4] = 99
    expect(() => decodeStreetTile(newer)).toThrow(
      expect.objectContaining({
        code: 'streets.format',
        message: expect.stringMatching(/format 99.*formats 4 and 5/) as string,
      }),
    )
  })

  test('with any byte changed it is an error or a tile, never a crash', () => {
    for (let i = 0; i < tile.length; i++) {
      const changed = tile.slice()
      changed[i] = changed[i]! ^ 0x55
      try {
        decodeStreetTile(changed)
      } catch (error) {
        expect(error).toBeInstanceOf(VisibleError)
      }
    }
  })
})
