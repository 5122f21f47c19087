import { describe, expect, it } from 'vitest'
import { attendanceOf, whoComes } from '../../../web/src/console/model/people/attendance.ts'
import { readList } from '../../../web/src/console/model/people/list.ts'

const SHIFTS = [
  [new Date(2026, 10, 28, 10), 120],
  [new Date(2026, 10, 28, 14), 120],
  [new Date(2026, 10, 29, 10), 120],
] as const
const moments = SHIFTS.map(([start, minutes], index) => ({ start, minutes, number: index + 1 }))

/** Name, then minutes in Saturday morning, Saturday afternoon, Sunday morning; "-": not there, "all": as the shift. */
function read(text: string): string {
  const { people, remarks } = readList(text)
  const told = people.map((person) => {
    const there = moments.map((moment) => attendanceOf(person, moment))
    return `${person.name}${person.address && ` @${person.address}`} ${there.map((one) => (one === null ? '-' : (one.minutes ?? 'all'))).join(' ')}`
  })
  return [...told, ...remarks.map(({ kind, text: said }) => `(${kind} ${said})`)].join(' / ')
}

describe('words for times beside a name', () => {
  it.each([
    ['Mia', 'Mia all all all'],
    ['Mia samedi', 'Mia all all -'],
    ['Mia Samedi', 'Mia all all -'],
    ['Mia sam. matin', 'Mia all - -'],
    ['Mia sam matin', 'Mia all - -'],
    ['Mia (sam. matin)', 'Mia all - -'],
    ['Mia, samedi matin seulement', 'Mia all - -'],
    ['Mia\tsamedi\tmatin', 'Mia all - -'],
    ['Mia dimanche seulement', 'Mia - - all'],
    ['Mia seulement le dimanche', 'Mia - - all'],
    ['Mia – dimanche uniquement, 90 min', 'Mia - - 90'],
    ['Mia Saturday only', 'Mia all all -'],
    ['Mia only on Saturdays', 'Mia all all -'],
    ['Mia Sat & Sun', 'Mia all all all'],
    ['Mia sat morning + sunday', 'Mia all - all'],
    ['Mia sam matin et dim matin', 'Mia all - all'],
    ['Mia le matin', 'Mia all - all'],
    ['Mia (aprem)', 'Mia - all -'],
    ['Mia après-midi', 'Mia - all -'],
    ['Mia samedi après midi, 12 rue Condorcet', 'Mia @12 rue Condorcet - all -'],
    ['Mia Sat pm', 'Mia - all -'],
    ['Mia sauf dimanche', 'Mia all all -'],
    ['Mia pas dispo samedi matin', 'Mia - all all'],
    ['Mia not Sunday', 'Mia all all -'],
    ['Mia tout le week-end', 'Mia all all all'],
    ['Mia le 28', 'Mia all all -'],
    ['Mia 28/11', 'Mia all all -'],
    ['Mia le 29 novembre', 'Mia - - all'],
    ['Mia Nov 29', 'Mia - - all'],
    ['Mia créneau 2', 'Mia - all -'],
    ['Mia shifts 1 and 3', 'Mia all - all'],
    ["Mia jusqu'à 11h30", 'Mia 90 - 90'],
    ['Mia jusqu’à 11 h 30', 'Mia 90 - 90'],
    ['Mia until 11:30', 'Mia 90 - 90'],
    ['Mia till 11.30am', 'Mia 90 - 90'],
    ['Mia until noon', 'Mia all - all'],
    ["Rachid dispo jusqu'à 11h30", 'Rachid 90 - 90'],
    ['Mia dispo à partir de 10h', 'Mia all all all'],
    ['Mia à partir de 10h30', 'Mia 90 all 90'],
    ['Mia from 2pm', 'Mia - all -'],
    ['Mia pas avant 14h', 'Mia - all -'],
    ['Mia not after 11', 'Mia 60 - 60'],
    ['Mia 10h-11h30', 'Mia 90 - 90'],
    ['Mia entre 10 et 11h', 'Mia 60 - 60'],
    ['Mia 18h-20h', 'Mia - - -'],
    ["Mia samedi jusqu'à 11h, dimanche", 'Mia 60 - all'],
    ["Mia jusqu'à 11h samedi", 'Mia 60 - -'],
    ['Mia 45 min samedi matin', 'Mia 45 - -'],
    ['Mia + Paul samedi', 'Mia + Paul all all -'],
    ['samedi: Mia', 'Mia all all -'],
    ['Mia 06 12 34 56 78 dimanche', 'Mia - - all / (contact 06 12 34 56 78)'],
    ['Mia Dupont;;dim.;12 rue Condorcet', 'Mia Dupont @12 rue Condorcet - - all'],
  ])('%j', (text, expected) => expect(read(text)).toBe(expected))

  it.each([
    ['Sam', 'Sam all all all'],
    ['Sam 2h', 'Sam 120 120 120'],
    ['Sam matin', 'Sam all - all'],
    ['Sam samedi', 'Sam all all -'],
    ['Sam Martin', 'Sam Martin all all all'],
    ['Yi Sun', 'Yi Sun all all all'],
    ['Jean-Marc Ven', 'Jean-Marc Ven all all all'],
    ['Mars Avril', 'Mars Avril all all all'],
    ['Pauline Matin', 'Pauline Matin all all all'],
    ['Mia, 12 rue du 4 septembre', 'Mia @12 rue du 4 septembre all all all'],
    ['Mia, 3 rue du Midi', 'Mia @3 rue du Midi all all all'],
    ['Mia, gare du Midi', 'Mia @gare du Midi all all all'],
    ['Maxime 2h max', 'Maxime 120 120 120'],
  ])('are no names and no streets: %j', (text, expected) => expect(read(text)).toBe(expected))

  it('are read from columns, and from one line of names', () => {
    expect(read('Nom;Jour;Horaires\nMia;samedi;10h-11h\nPaul;dim;\nZoé;;')).toBe(
      'Mia 60 - - / Paul - - all / Zoé all all all',
    )
    expect(read('Name\tTime\nMia\tuntil 11:30\nPaul\t45')).toBe('Mia 90 - 90 / Paul 45 45 45')
    expect(read('Mia, samedi')).toBe('Mia all all -')
    expect(read('Mia samedi, Paul, Zoé dimanche')).toBe('Mia all all - / Paul all all all / Zoé - - all')
  })

  it('say who comes to a shift, from when on, and cut what is too long', () => {
    const { people } = readList('Mia\nPaul dimanche\nZoé 3h à partir de 10h30\nAda dès 11h55')
    expect(whoComes(people, moments[0]!).map(({ name, minutes }) => [name, minutes])).toEqual([
      ['Mia', null],
      ['Zoé', 90],
    ])
    expect(attendanceOf(people[2]!, moments[0]!)?.comesAt).toBe(10.5 * 60)
    const open = { start: new Date(2026, 10, 28, 10, 20), minutes: null, number: 1 }
    expect(attendanceOf(readList('Mia until 11:30').people[0]!, open)?.minutes).toBe(70)
    expect(attendanceOf(readList('Mia 2h').people[0]!, open)?.minutes).toBe(120)
  })
})
