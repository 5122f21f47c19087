/** The view of coverage in English. */
import { someEn } from '../../../words/count.ts'

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
    `Left to the goal: ${someEn(left, 'door')}, in ${someEn(days, 'day')}: ${aDay} a day.`,
  reached: 'The goal is reached.',
  noPace: 'No pace is known yet.',
  pace: (anOuting: string, outings: string) =>
    `So far ${someEn(anOuting, 'door')} a day out, over ${someEn(outings, 'day')}.`,
  doneOn: (day: string) => `At this pace it is done on ${day}.`,
  enough: 'That is in time.',
  short: (outings: string, walks: string) =>
    `That is too late by ${someEn(outings, 'outing')} of ${someEn(walks, 'walk')}.`,
  days: 'Day by day',
  day: 'Day',
  daysHelp: 'In buildings of 11 doors and more; smaller ones are in the sums only.',
  few: 'fewer than 11',
  mapHelp: 'The stronger the colour of a block, the more of its doors are done.',
}

export type CoverageWords = typeof en
