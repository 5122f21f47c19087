/** What is wrong with the value of a field, in English. */
import { figureIn } from '../figure.ts'
import type { FieldSentences } from '../sentence.ts'

const figure = figureIn('en')

export const fields: FieldSentences = {
  atMost: (most, came) =>
    came === '' ? `At most ${figure(most)}.` : `${figure(came)} is too much: at most ${figure(most)}.`,
  atLeast: (least, came) =>
    came === '' ? `At least ${figure(least)}.` : `${figure(came)} is too little: at least ${figure(least)}.`,
  fewEntries: (least) => `At least ${figure(least)} of them.`,
  manyEntries: (most) => `At most ${figure(most)} of them.`,
  tooLong: (most) => `At most ${figure(most)} characters.`,
  required: 'Fill this in.',
  moment: (came) => `${quoted(came)}A date and a time, from 2000 to 2099.`,
  day: (came) => `${quoted(came)}A day, such as 14/03/2026.`,
  time: (came) => `${quoted(came)}A time, such as 20:30.`,
  number: (came) => `${quoted(came)}A number.`,
  whole: (came) => `${quoted(came)}A whole number.`,
  text: 'A text.',
  yesOrNo: 'Yes or no.',
  choice: (came) => `${quoted(came)}Choose from the list.`,
  place: 'A point of the map.',
  zone: (came) => `${quoted(came)}A time zone, such as Europe/Paris.`,
  control: 'It holds a character that cannot be seen. Type this text again.',
  past: 'This moment is over. Choose one to come.',
  afterBallot: 'This would be after the last ballot. Choose an earlier moment.',
  farAhead: (days) => `This is more than ${days} days ahead. Choose an earlier moment.`,
  unknown: 'The server does not know this field. Reload the page.',
  counts:
    'These counts contradict each other: opened, refused and opted out are at most the doors knocked at.',
  other: (came) => `${quoted(came)}This value is not accepted. Correct it, then try again.`,
}

function quoted(came: string): string {
  return came === '' ? '' : `“${came}”: `
}
