/** What a column of a campaign's list may be taken for, as `mapping.fields` of an import names it. */

/**
 * In the order of a choice. `address`: number, street, postcode and town in one; `place`: a geometry, or
 * "48.87, 2.34"; `storeys`: the ground floor included, `upper`: without it; `key`: a key building, `precision`: what a
 * geocoder placed, a house number or its street. The others are those of a target override.
 */
export const LIST_FIELDS = [
  'id',
  'address',
  'number',
  'suffix',
  'streetType',
  'street',
  'postcode',
  'city',
  'place',
  'lng',
  'lat',
  'entrance',
  'doors',
  'storeys',
  'upper',
  'priority',
  'key',
  'exclude',
  'precision',
] as const
export type ListField = (typeof LIST_FIELDS)[number]

export function isListField(name: string): name is ListField {
  return LIST_FIELDS.some((field) => field === name)
}
