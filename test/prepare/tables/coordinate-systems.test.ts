import { reckonerFor, systemCode } from '@doorwalk/prepare/tables/coordinate-systems'
import { describe, expect, it } from 'vitest'

type Point = [number, number]

/** Of PROJ 9, https://proj.org, which reckons by itself. */
const POINTS: [code: number, called: string, place: Point, point: Point][] = [
  [2154, 'Lambert-93', [2.3522, 48.8566], [652469.02, 6862035.26]],
  [3949, 'CC49', [2.3522, 48.8566], [1652467.87, 8184256.87]],
  [3943, 'CC43', [5.37, 43.3], [1892269.92, 2236038.27]],
  [27572, 'Lambert II étendu', [2.3522, 48.8566], [601152.3, 2428695.9]],
  [2056, 'LV95', [6.1432, 46.2044], [2500016.02, 1117821.07]],
  [21781, 'LV03', [6.1432, 46.2044], [500016.02, 117821.07]],
  [28992, 'RD (Amersfoort)', [4.9041, 52.3676], [122096.81, 486744.86]],
  [31370, 'Belgian Lambert 72', [4.3517, 50.8466], [148799.08, 170688.56]],
  [3812, 'Belgian Lambert 2008', [4.3517, 50.8466], [648798.69, 670688.83]],
  [27700, 'British National Grid', [-0.1195, 51.5033], [530616.44, 179938.93]],
  [3035, 'ETRS89 LAEA', [9.1829, 48.7758], [4260924.74, 2851720.68]],
  [3857, 'Web Mercator', [2.3522, 48.8566], [261845.71, 6250564.35]],
  [32632, 'UTM 32N', [9.1829, 48.7758], [513437.71, 5402549.15]],
  [25833, 'UTM 33N', [13.405, 52.52], [391779.26, 5820072.16]],
  [3067, 'UTM 35N', [24.9384, 60.1699], [385611.32, 6672118.38]],
  [3006, 'UTM 33N', [18.0686, 59.3293], [674571.87, 6580743.01]],
  [2975, 'UTM 40S', [55.4504, -20.8789], [338807.61, 7690477.75]],
  [32723, 'UTM 23S', [-46.6333, -23.5505], [333287.92, 7394588.32]],
  [26918, 'UTM 18N', [-76.8867, 40.2732], [339590.69, 4459788.07]],
  [4326, 'degrees', [2.3522, 48.8566], [2.3522, 48.8566]],
]

const around = ([lng, lat]: Point): [number, number, number, number] => [
  lng - 0.02,
  lat - 0.02,
  lng + 0.02,
  lat + 0.02,
]
const name = '--dwellings x.csv'

describe('a point', () => {
  it.each(POINTS)('in EPSG:%i (%s) is placed, named or not', async (code, called, place, point) => {
    for (const system of [undefined, `EPSG:${code}`]) {
      const found = (await reckonerFor(around(place), { name, system })).place(point)
      expect(found?.system).toBe(called)
      // 1e-6 degrees are 0.1 m; more than 7 digits differ between machines.
      expect(found?.at.map((value) => Number(value.toFixed(7)))).toEqual(found?.at)
      expect(found?.at[0]).toBeCloseTo(place[0], 5.5)
      expect(found?.at[1]).toBeCloseTo(place[1], 5.5)
    }
  })

  it('lands in one system only, wherever a region is', async () => {
    for (const [, , place] of POINTS) {
      const reckoner = await reckonerFor(around(place), { name, system: undefined })
      for (const [, called, other, point] of POINTS) {
        const found = reckoner.place(point)
        if (other[0] !== place[0] || other[1] !== place[1])
          expect(found, `${called} at ${place.join()}`).toBeUndefined()
      }
    }
  })

  it('elsewhere is elsewhere; turned round it is told', async () => {
    const reckoner = await reckonerFor(around([2.3522, 48.8566]), { name, system: undefined })
    expect(reckoner.place([2.4, 48.8])).toBeUndefined()
    expect(reckoner.place([48.8566, 2.3522])).toBeUndefined()
    expect(reckoner.isSwapped([48.8566, 2.3522])).toBe(true)
    expect(reckoner.isSwapped([6862035, 652469])).toBe(true)
    expect(reckoner.isSwapped([2.4, 48.8])).toBe(false)
  })
})

describe('a coordinate system', () => {
  it.each([
    'EPSG:2154',
    'epsg:2154',
    '2154',
    'urn:ogc:def:crs:EPSG::2154',
    'http://www.opengis.net/def/crs/EPSG/0/2154',
  ])('is known as %s', (written) => {
    expect(systemCode(written)).toBe('EPSG:2154')
  })

  it('is degrees by its other name', () => {
    expect(systemCode('urn:ogc:def:crs:OGC:1.3:CRS84')).toBe('OGC:CRS84')
  })

  it('that is not read is refused, with what to do', async () => {
    const asked = reckonerFor([14, 50, 14.1, 50.1], { name, system: 'EPSG:5514' })
    await expect(asked).rejects.toMatchObject({
      code: 'table.system',
      message: expect.stringMatching(
        /EPSG:5514.*Lambert-93 \(EPSG:2154\).*ogr2ogr .*-t_srs EPSG:4326.*"x\.csv"/s,
      ) as string,
    })
  })
})
