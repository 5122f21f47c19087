/** What the server says of a wrong request, in words of a form, in English; what is not here is said by the server. */
export const en = {
  /** By the code of a problem. The server's own sentences are English. */
  codes: {} as Readonly<Record<string, string>>,
  atMost: (most: string) => `At most ${most}.`,
  atLeast: (least: string) => `At least ${least}.`,
  fewEntries: (least: string) => `At least ${least} of them.`,
  manyEntries: (most: string) => `At most ${most} of them.`,
  tooLong: (most: string) => `At most ${most} characters.`,
  required: 'Fill this in.',
  moment: 'A date and a time, from 2000 to 2099.',
  number: 'A number.',
  whole: 'A whole number.',
  /** What a field of a request is called in the forms, by the last word of its pointer. */
  fields: {
    area: 'area',
    precincts: 'polling stations',
    volunteers: 'teams',
    minutes: 'minutes',
    start: 'start',
    startAt: 'date and time',
    maxDoors: 'doors per walk',
    keys: 'key buildings',
    label: 'name',
    shifts: 'shifts',
    areas: 'areas',
    priority: 'first where there is most',
    present: 'who is there',
    target: 'address',
    walk: 'walk',
    walker: 'team',
    knocked: 'doors knocked at',
    opened: 'doors opened',
    doors: 'doors',
    until: 'until',
    name: 'name',
  } as Readonly<Record<string, string>>,
  ofField: (field: string, sentence: string) =>
    `${field.charAt(0).toUpperCase()}${field.slice(1)}: ${sentence}`,
}

export type ProblemsWords = typeof en
