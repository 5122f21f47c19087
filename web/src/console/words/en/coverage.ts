/** The view of coverage in English. */
export const en = {
  title: 'Coverage',
  area: 'Area',
  wholeRegion: 'The whole region',
  none: 'No door has been knocked on yet. Plan walks and hand them out; what they report is counted here.',
  plan: 'Make a plan',
  doors: 'Doors',
  done: 'Done',
  later: 'Later again',
  due: 'To knock on',
  leased: 'On walks',
  heldOut: 'Held out',
  shut: 'Street doors that stayed shut twice',
  share: 'Share done',
  blocksFinished: 'Blocks finished',
  precincts: 'Polling stations',
  precinct: 'Polling station',
  csv: 'Table as CSV',
  file: 'coverage',
  noGoal: 'No goal is set: say in the settings how many doors by when, and the pace stands here.',
  toSettings: 'To the settings',
  goal: (left: string, days: string, aDay: string) =>
    `${left} doors are left to the goal, in ${days} days: ${aDay} a day.`,
  reached: 'The goal is reached.',
  noPace: 'No pace is known yet.',
  pace: (anOuting: string, outings: string) => `So far ${anOuting} doors on each of ${outings} days out.`,
  doneOn: (day: string) => `At this pace it is done on ${day}.`,
  enough: 'That is in time.',
  short: (outings: string, walks: string) =>
    `That is too late: ${outings} outings of ${walks} walks are missing.`,
  days: 'Day by day',
  day: 'Day',
  daysHelp: 'In buildings of 11 doors and more; smaller ones are in the sums only.',
  few: 'fewer than 11',
  mapHelp: 'The stronger the colour of a block, the more of its doors are done.',
}

export type CoverageWords = typeof en
