/** The weekend in English. */
import { someEn } from '../../../words/count.ts'

export const en = {
  title: 'Weekend',
  intro:
    'All shifts of a weekend in one go: who walks where is planned once for each shift and area, and no door twice.',
  shifts: 'Shifts',
  shift: (number: string) => `Shift ${number}`,
  date: 'Date',
  from: 'From',
  to: 'To',
  removeShift: (number: string) => `Remove shift ${number}`,
  shiftRemoved: 'The shift is removed.',
  addShift: 'One more shift',
  ownLists: 'Shifts with a list of their own',
  ownListsHelp: 'The list above is for all shifts; one that is ticked has its own instead.',
  ownListOf: (shift: string) => `Names, one per line: ${shift}`,
  ownListGone: 'The shift has the list of all again.',
  areas: 'Areas',
  tickAll: (count: string) => `Tick all ${count}`,
  tickNone: 'Untick all',
  areasHelp: 'Each area that is ticked gets walks of its own; none: the whole region.',
  storedAreas: 'Saved areas',
  chosen: (areas: string, plans: string) => `${areas} ticked, ${someEn(plans, 'plan')}.`,
  more: 'More choices',
  label: 'Name of this weekend',
  labelHelp: 'For your lists; no names of people.',
  ranking: 'What a door counts',
  rankingNone: 'every door counts the same',
  plan: (plans: string, isOne: boolean) =>
    isOne ? 'Plan the weekend (1 plan)' : `Plan the weekend (${plans} plans)`,
  again: 'Start over',
  startedOver: 'The form is empty again.',
  earlier: 'Weekends so far',
  none: 'None yet.',
  unnamed: (when: string) => `Weekend of ${when}`,
  faults: {
    empty: 'Fill in the date and both times.',
    order: 'It ends before it begins: put a later time behind "to".',
    length: 'A shift takes 10 minutes to 10 hours.',
    past: 'It begins in the past: choose a later date.',
    nobody_then: 'Nobody of the list comes to it: correct the list, or remove the shift.',
    no_shift: 'Add a shift: a weekend has at least one.',
    many_areas:
      'At most 20 areas in a weekend: untick some, or save several as one area in the view "Areas".',
    many_plans: 'At most 60 plans, one for each shift and area: untick some areas or remove a shift.',
  },
  progress: (done: string, of: string) => `Plans made: ${done} of ${of}.`,
  made: (walks: string, doors: string) => `${someWalks(walks)}, ${someDoors(doors)}.`,
  area: 'Area',
  wholeRegion: 'The whole region',
  cell: (walks: string, doors: string) => `${someWalks(walks)} · ${someDoors(doors)}`,
  nothingAtAll:
    'Nothing is left to walk in these areas: all is visited or on walks that are handed out. Choose other areas, or take back walks that nobody did. What is done:',
  nothingLeft: 'nothing is left by then',
  cellLabel: (area: string, shift: string) => `Plan of ${area}, ${shift}`,
  states: {
    waiting: 'waiting',
    queued: 'waiting',
    running: 'being made',
    done: 'ready',
    failed: 'failed',
    cancelled: 'cancelled',
    removed: 'removed',
  },
  next: 'Hand out',
  give: 'Hand the walks out at once: their addresses are kept for these teams',
  giveAll: 'Hand out all walks',
  giveHelp: 'The addresses are kept for these teams from then on.',
  giving: (done: string, of: string) => `Handing out: ${done} of ${someEn(of, 'plan')}.`,
  given: (plans: string, isOne: boolean) =>
    isOne ? '1 plan is handed out.' : `${plans} plans are handed out.`,
  notGiven: (area: string, shift: string) => `${area}, ${shift}:`,
  reading: (done: string, of: string) => `Plans read: ${done} of ${of}.`,
  findArea: 'Find an area',
  links: 'Links for everybody',
  pack: 'Everything to print (ZIP)',
  packing: 'Gathering what is to be printed…',
  packingShift: (shift: string, of: string) => `Packing what is to be printed: shift ${shift} of ${of}…`,
  printShift: (shift: string) => `Print ${shift}`,
  failedOf: (area: string, shift: string) => `${area}, ${shift}, failed:`,
  back: 'All weekends',
  estimating: 'Estimating how much there is to do in these areas…',
  work: (area: string, walks: string | null, duration: string, doors: string) =>
    walks === '0'
      ? `${area}: nothing to do.`
      : walks === null
        ? `${area}: work for more walks of ${duration} than this weekend has.`
        : `${area}: work for about ${someWalks(walks)} of ${duration}, ${someDoors(doors)}.`,
  allBusy: 'There is something to do for everybody in every shift.',
  idleIn: (shift: string, idle: string, of: string) =>
    idle === of
      ? `Shift ${shift}: nothing is left to do.`
      : `Shift ${shift}: about ${idle} of ${of} have nothing to do.`,
  idleHelp: 'Tick another area, shorten the list, or remove a shift.',
  walkless: 'Without a walk',
  never: (count: string, of: string, who: string) => `No walk in any shift for ${count} of ${of}: ${who}.`,
  idleOf: (shift: string, area: string, who: string) => `${shift}, ${area}: ${who}.`,
  everybody: (count: string) => `all who were sent there (${count})`,
  because: (walks: string) =>
    walks === '0'
      ? 'Nothing is left to do there by then.'
      : `${someWalks(walks)} there is all that is left to do.`,
  teams: (count: number) => (count === 1 ? '1 team' : `${count} teams`),
  rollCall: 'Roll-call',
  rollCallOf: (area: string, shift: string) => `Roll-call: ${area}, ${shift}`,
  walklessHelp:
    'Tell them, or plan again with another area or a shorter list. Whoever comes anyway is ticked at the roll-call and gets what somebody leaves.',
  planAgain: 'To the form of this weekend',
}

export type WeekendWords = typeof en

function someWalks(count: string): string {
  return count === '1' ? '1 walk' : `${count} walks`
}

function someDoors(count: string): string {
  return count === '1' ? '1 door' : `${count} doors`
}
