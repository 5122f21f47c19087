/** Changing a plan by hand, in English. */
import { someEn } from '../../../../words/count.ts'

export const en = {
  editing: 'Changing the plan…',
  change: 'Change…',
  changeOf: (what: string) => `Change: ${what}`,
  walkTo: 'To walk',
  move: 'Move it there',
  moveTail: 'Move it and all stops after it',
  pin: 'Pin to its walk',
  unpin: 'Unpin',
  pinned: 'pinned',
  key: 'Make it a key building',
  unkey: 'No key building any more',
  keyOf: (address: string) => `Key building: ${address}`,
  keyChosen: (address: string) => `Key building, chosen by the plan: ${address}`,
  keyChosenHelp: 'Chosen by the plan. A click makes it one that you ask for.',
  exclude: 'Take it off all walks',
  include: 'Allow it again',
  lock: 'Lock this walk',
  unlock: 'Unlock this walk',
  locked: 'locked',
  minutes: 'Minutes',
  setMinutes: 'Set the minutes',
  swapWith: 'Swap the teams with walk',
  swap: 'Swap',
  setStart: 'Choose its start on the map',
  startPick: (n: number) => `Click on the map where walk ${n} starts, or press Enter at the cross.`,
  giveUp: 'Give this walk up',
  addTeam: 'Add a team',
  addTeamHelp: 'One more walk, of what is on none; all others stay as they are.',
  done: 'Changed.',
  cost: (c: Cost) =>
    `${someEn(c.doors, 'door')}, ${c.prize} worth, ${c.time} of time, ${c.metres} of walking.`,
  noCost: 'Doors, worth, time and walking stay the same.',
  affected: (walks: string, one: boolean) =>
    one
      ? `Walk ${walks} changed; all others are as before.`
      : `Walks ${walks} changed; all others are as before.`,
  nobody: 'No walk changed.',
  lost: (n: string, one: boolean) => `${n} address${one ? '' : 'es'} found no room any more.`,
  gone: 'What was pinned or locked before cannot be kept everywhere any more.',
  conflictTitle: 'Somebody else changed this plan',
  conflict:
    'While you were looking, somebody else made another plan of it. Nothing of theirs was lost, and your change was not made yet.',
  conflictMake: 'Make my change in their plan, too',
  conflictLook: 'Look at their plan first',
  walkGone: (n: number) => `There is no walk ${n} in this plan any more: choose another one.`,
}

interface Cost {
  doors: string
  prize: string
  time: string
  metres: string
}

export type EditsWords = typeof en
