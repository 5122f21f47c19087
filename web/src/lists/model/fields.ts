/** What a column of a list may be taken for, as `mapping.fields` of an import names it; in the order of the choice. */
export const FIELDS = [
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
export type Field = (typeof FIELDS)[number]

export function isField(name: string): name is Field {
  return FIELDS.some((field) => field === name)
}
