/** The view of hold-outs in English. */
import { someEn } from '../../../words/count.ts'

export const en = {
  title: 'Hold-outs: what does canvassing do?',
  help: 'Chance picks polling stations that nobody is sent to. After the vote their results are held against those of their like: the difference is what canvassing did.',
  none: 'Nothing is held out in this region. Draw before the first walk: what was knocked on already cannot be compared.',
  noPrecincts: 'This region has no polling stations, and results are told by polling station.',
  list: 'Hold-outs of this region',
  drawnOn: 'Drawn on',
  by: 'Alike by',
  blocks: 'Blocks',
  heldOut: 'Held out',
  ofUnits: (drawn: string, units: string) => `${drawn} of ${units}`,
  state: 'State',
  sealed: 'sealed',
  unsealed: (when: string) => `open since ${when}`,
  open: 'Look at',
  openOf: (when: string) => `Look at the draw of ${when}`,
  remove: 'Delete',
  removeOf: (when: string) => `Delete the draw of ${when}`,
  removeHelp: 'Its polling stations are handed out again, and nothing can be measured by it any more.',
  drawOf: (when: string) => `the draw of ${when}`,
  draw: {
    title: 'Draw',
    help: 'Polling stations that are most alike form a group; chance holds one of each out.',
    by: 'Alike by',
    fields: 'Numbers of the polling stations',
    rankings: 'Saved rankings',
    choose: 'choose',
    share: 'Held out',
    ofEach: (n: string) => `one of ${n}`,
    effect: (out: string, all: string) =>
      `Without any walk: about ${out} of ${someEn(all, 'polling station')}.`,
    askTitle: 'Hold polling stations out?',
    askHelp:
      'Walks there that are handed out already still go. No later plan goes there until the draw is deleted.',
    go: 'Draw now',
    done: 'Drawn.',
    faults: {
      by: 'Choose what makes polling stations alike.',
      size: 'So few polling stations cannot be split like this. Hold out one of fewer.',
      field: 'The polling stations have no such number. Choose another.',
    },
  },
  proof: {
    title: 'Proof that chance decided',
    help: 'Publish this fingerprint now: after the vote everybody can check that the draw was not changed.',
    hash: 'Fingerprint (SHA-256)',
    seed: 'The number it was drawn with',
    unsealedHelp: 'The fingerprint of this number is the one above.',
    unseal: 'Open the draw',
    unsealHelp:
      'Tells which polling stations were held out. Open it after the vote: whoever knows it before may act on it. They stay without walks.',
    unsealedNow: 'The draw is open.',
    wait: 'After the vote, open the draw; then the results go here.',
  },
  members: {
    title: 'Who was held out',
    station: 'Polling station',
    group: 'Group',
    was: 'Held out',
    yes: 'yes',
    no: 'no',
  },
  results: {
    title: 'Results',
    label: 'Results, one polling station per line',
    help: 'Number of the station, votes counted, registered voters: "925; 412; 1000". Or number and share: "925; 41.2 %". Paste from a spreadsheet.',
    fill: 'Write the stations of the draw there',
    last: 'The same share at the vote before',
    lastNone: 'not given',
    go: 'Evaluate',
    kept: 'This browser keeps what is typed; the server does not.',
    faults: {
      none: 'Type or paste at least one result.',
      line: (line: string, text: string) => `Line ${line}, "${text}":`,
      cells: 'a number and a share, or a number, votes and registered voters.',
      figure: 'a figure is missing or cannot be read.',
      votes: 'more votes than registered voters.',
      share: 'a share lies between 0 and 100 %.',
      twice: 'this polling station stands there twice.',
      unknown: 'there is no such polling station in this region.',
      mixed: 'some lines have counts and some have shares; give all alike.',
      few: 'Too few groups have results on both sides to say anything. Add the stations that are missing.',
      blocks: 'This draw is of blocks, and results are told by polling station.',
    },
  },
  found: {
    title: 'What canvassing did',
    higher: (points: string, low: string, high: string) =>
      `Where walks were planned the share is higher than where nobody was sent: by ${someEn(points, 'point')}. With 95 % certainty it lies between ${low} and ${high}.`,
    lower: (points: string, low: string, high: string) =>
      `Where walks were planned the share is lower than where nobody was sent: by ${someEn(points, 'point')}. With 95 % certainty it lies between ${low} and ${high}.`,
    unclear: (points: string, low: string, high: string) =>
      `No difference can be told from chance: ${someEn(points, 'point')}, and with 95 % certainty between ${low} and ${high}.`,
    smallest: (points: string) => `An effect below ${someEn(points, 'point')} would mostly have gone unseen.`,
    warning: (canvassed: string, heldOut: string) =>
      `Do not compare before and after: the canvassed polling stations moved by ${someEn(canvassed, 'point')} since the last vote, and those that nobody was sent to by ${heldOut} by themselves.`,
    warningPlain:
      'Do not compare before and after: polling stations that nobody was sent to move between two votes as well, and only the draw tells how much.',
    asPlanned:
      'Polling stations count as canvassed when they could be, whether or not somebody got there: the effect at a door that was knocked on is larger.',
    check: (points: string) =>
      `A second way of reckoning, by the vote before, lies outside of this (${someEn(points, 'point')}): look for wrong or missing results before you rely on either.`,
    lost: (lost: string, all: string) =>
      `Results are missing in ${lost} of ${someEn(all, 'group')}, which therefore say nothing.`,
    missing: (codes: string) => `Without a result: ${codes}.`,
    unused: (codes: string) => `Not in the draw, and not counted: ${codes}.`,
    fractions: 'No share is above 1: they were read as fractions of 1.',
    rests: (stations: string, groups: string) =>
      `It rests on ${someEn(stations, 'polling station')} in ${someEn(groups, 'group')}.`,
  },
}

export type HoldoutsWords = typeof en
