/** The table of what is no home, row by row, and the tags that say that people live somewhere. */
import { describe, expect, it } from 'vitest'
import { NO_HOMES } from '@doorwalk/prepare/structures/no-home'
import { isResidentialTag, kindByTags, kindsOf, noDoorsByTags } from '@doorwalk/prepare/structures/use'

const valuesOf = ({ values }: (typeof NO_HOMES)[number]) =>
  values.map((value) => (value === '*' ? 'anything' : value))

describe('the table of what is no home', () => {
  it.each(NO_HOMES.map((row) => [row.key, row.is, row.why, row] as const))(
    '%s: %s are %s',
    (key, _, why, row) => {
      for (const value of valuesOf(row)) {
        expect([value, noDoorsByTags({ building: 'yes', [key]: value })]).toEqual([value, why])
        const marked = { building: 'yes', 'building:levels': '2', 'addr:housenumber': '7', [key]: value }
        expect([value, noDoorsByTags(marked)]).toEqual([value, why])
        if (key !== 'building') continue
        for (const other of ['building:use', 'building:type', 'function'])
          expect([other, value, noDoorsByTags({ building: 'yes', [other]: value })]).toEqual([
            other,
            value,
            why,
          ])
      }
    },
  )

  it('names each value of a key once', () => {
    const named = NO_HOMES.flatMap(({ key, values }) => values.map((value) => `${key}=${value}`))
    expect(named.filter((each, i) => named.indexOf(each) !== i)).toEqual([])
  })

  it('says nothing for "no"', () => {
    for (const { key } of NO_HOMES.filter(({ key }) => key !== 'building' && key !== 'wall')) {
      expect(noDoorsByTags({ building: 'yes', [key]: 'no' })).toBeUndefined()
    }
  })

  it('is believed of a house where it must be, and never of flats where a ruin is none', () => {
    for (const row of NO_HOMES.filter(({ key }) => key !== 'building')) {
      const of = (building: string) => noDoorsByTags({ building, [row.key]: valuesOf(row)[0]! })
      expect([row.is, of('house')]).toEqual([row.is, row.believed === undefined ? undefined : row.why])
      expect([row.is, of('apartments')]).toEqual([row.is, row.believed === 'always' ? row.why : undefined])
    }
  })
})

describe('homes by tags', () => {
  const HOMES =
    'house detached semidetached_house terrace bungalow villa farm cabin static_caravan mobile_home houseboat apartments ' +
    'residential dormitory semi duplex townhouse stilt_house trullo ger council_house almshouse hall_of_residence social_housing maisonette yurt'

  it.each(HOMES.split(' '))('building=%s is one', (building) => {
    expect(noDoorsByTags({ building })).toBeUndefined()
    expect(isResidentialTag({ building })).toBe(true)
  })

  it.each([
    [{ building: 'House' }],
    [{ building: 'houses' }],
    [{ building: 'house;apartments' }],
    [{ building: 'semi-detached house' }],
    [{ building: 'yes', 'building:use': 'residential' }],
    [{ building: 'yes', residential: 'yes' }],
    [{ building: 'retail', 'building:flats': '4' }],
  ])('%o too', (tags) => expect(noDoorsByTags(tags)).toBeUndefined())

  it.each([
    [{ building: 'Warehouse' }, 'commercial'],
    [{ building: 'warehouses' }, 'commercial'],
    [{ building: 'train station' }, 'public'],
    [{ building: 'garage;shed' }, 'outbuilding'],
    [{ building: 'yes', amenity: 'school;kindergarten' }, 'public'],
    [{ building: 'residential', amenity: 'school', 'building:levels': '3' }, 'public'],
    [{ building: 'churches' }, 'public'],
    [{ building: 'factories' }, 'commercial'],
    [{ building: 'boat_house' }, 'outbuilding'],
    [{ building: 'guard house' }, 'outbuilding'],
    [{ building: 'engine_house' }, 'outbuilding'],
    [{ building: 'Packing House' }, 'commercial'],
    [{ building: 'fire_lookout' }, 'outbuilding'],
    [{ building: 'marquee' }, 'outbuilding'],
  ])('%o are none, however they are written', (tags, why) => expect(noDoorsByTags(tags)).toBe(why))

  it.each([[{ building: 'yes' }], [{ building: 'mixed_use' }], [{ building: 'yes', historic: 'house' }]])(
    '%o says nothing',
    (tags) => {
      expect(noDoorsByTags(tags)).toBeUndefined()
      expect(isResidentialTag(tags)).toBe(false)
      expect(kindByTags(tags)).toBeUndefined()
    },
  )

  it.each([
    ['garden_shed', 'outbuilding'],
    ['chicken_coop', 'outbuilding'],
    ['detached_garage', 'outbuilding'],
    ['multi-storey_car_park', 'outbuilding'],
    ['toilet_block', 'outbuilding'],
    ['primary_school', 'public'],
    ['school_building', 'public'],
    ['subway_station', 'public'],
    ['youth_centre', 'public'],
    ['department_store', 'commercial'],
    ['office_building', 'commercial'],
  ])('building=%s is told by its last word', (building, why) => {
    expect(noDoorsByTags({ building })).toBe(why)
  })

  it.each([
    'apartment_tower',
    'single_family_house',
    'retail_residential',
    'residential_commercial',
    'town house',
  ])('building=%s is a home, since a word in it is one', (building) => {
    expect(noDoorsByTags({ building })).toBeUndefined()
    expect(isResidentialTag({ building })).toBe(true)
  })

  it.each([
    [{ amenity: 'toy_library' }, 'public'],
    [{ amenity: 'weighbridge' }, 'public'],
    [{ healthcare: 'sample_collection' }, 'public'],
    [{ historic: 'aqueduct' }, 'public'],
    [{ utility: 'power' }, 'outbuilding'],
    [{ landuse: 'greenhouse_horticulture' }, 'outbuilding'],
    [{ landuse: 'cemetery' }, 'outbuilding'],
    [{ landuse: 'industrial' }, 'commercial'],
    [{ landuse: 'military' }, 'public'],
    [{ 'removed:building': 'house' }, 'ruin'],
    [{ 'construction:building': 'apartments' }, 'ruin'],
  ])('building=yes with %o is none', (tags, why) => {
    expect(noDoorsByTags({ building: 'yes', ...tags })).toBe(why)
  })

  it.each([
    [{ building: 'yes', amenity: 'restaurant' }],
    [{ building: 'yes', amenity: 'student_accommodation' }],
    [{ building: 'yes', healthcare: 'doctor' }],
    [{ building: 'yes', landuse: 'residential' }],
    [{ building: 'house', landuse: 'farmyard' }],
    [{ building: 'house', amenity: 'boat_rental' }],
    [{ building: 'yes', 'was:building': 'barn' }],
    [{ building: 'yes', power: 'generator', 'generator:source': 'solar', location: 'roof' }],
  ])('%o may be one', (tags) => expect(noDoorsByTags(tags as Record<string, string>)).toBeUndefined())

  it('of several kinds, the one that is lived in counts', () => {
    expect(kindByTags({ building: 'house;apartments' })).toBe('flats')
    expect(kindByTags({ building: 'house;shed' })).toBe('house')
    expect(kindsOf('House; Apartments')).toEqual(['house', 'apartments'])
  })
})
