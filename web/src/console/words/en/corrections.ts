/** Corrections of buildings in English. */
import { someEn } from '../../../words/count.ts'

export const en = {
  title: 'Corrections',
  help: 'What those who walked say the map has wrong. It counts once you accept it.',
  none: 'Nothing waits for you. Who walks can say on the phone that a door does not exist, or how many there are.',
  decided: 'Nothing here.',
  states: { open: 'To decide', accepted: 'Accepted', refused: 'Refused' },
  show: 'Show',
  address: 'Address',
  said: 'What is said',
  times: 'Said',
  last: 'Last on',
  decide: 'Decide',
  accept: 'Accept',
  refuse: 'Refuse',
  acceptOf: (where: string) => `Accept: ${where}`,
  refuseOf: (where: string) => `Refuse: ${where}`,
  kinds: {
    no_such_door: 'There is no such door',
    other_entrance: 'The entrance is elsewhere',
    lift: 'There is a lift',
    gate: 'There is a gate',
    doors: 'Another number of doors',
  },
  doors: (n: string) => someEn(n, 'door'),
  follows: {
    no_such_door: 'No later plan goes there.',
    other_entrance: 'Later plans go to the entrance that was shown.',
    lift: 'It is kept for whoever prepares the region.',
    gate: 'It is kept for whoever prepares the region.',
    doors: 'Later plans count with this number of doors.',
  },
  refuseHelp: 'Nothing changes. Said again, it stands here again.',
  accepted: 'Accepted.',
  refused: 'Refused.',
  somewhere: 'A building that the map no longer has',
  noAddress: 'Building without an address',
}

export type CorrectionsWords = typeof en
