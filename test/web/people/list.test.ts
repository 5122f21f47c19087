import { describe, expect, it } from 'vitest'
import { readList } from '../../../web/src/console/model/people/list.ts'

/** Name, minutes, people, address, start, "no stairs" of each, as far as they are said. */
function read(text: string): string[] {
  return readList(text).people.map((person) =>
    [
      person.name,
      ...(person.minutes === null ? [] : [person.minutes]),
      ...(person.people === 1 ? [] : [`×${person.people}`]),
      ...(person.address === '' ? [] : [`@${person.address}`]),
      ...(person.start === null ? [] : [`@${person.start.join('/')}`]),
      ...(person.avoidStairs ? ['no stairs'] : []),
    ].join(' | '),
  )
}

function remarks(text: string): string[] {
  return readList(text).remarks.map(({ line, kind, text: said }) => `${line} ${kind} ${said}`)
}

describe('people as they are pasted', () => {
  it.each([
    ['Anna', 'Anna'],
    ['Anna 2h', 'Anna | 120'],
    ['Anna 2 h', 'Anna | 120'],
    ['Anna (1h30)', 'Anna | 90'],
    ['Anna 1 h 30 min', 'Anna | 90'],
    ['Anna\t90 min', 'Anna | 90'],
    ['Anna: 90 minutes', 'Anna | 90'],
    ["Anna, 90'", 'Anna | 90'],
    ['Anna;90', 'Anna | 90'],
    ['Anna 90', 'Anna | 90'],
    ['Anna, 1,5 h', 'Anna | 90'],
    ['Anna – 1.5 hours', 'Anna | 90'],
    ['Anna 2 heures', 'Anna | 120'],
    ['Anna 1:30', 'Anna | 90'],
    ['Anna 18h-20h', 'Anna | 120'],
    ['Anna de 18h30 à 20h', 'Anna | 90'],
    ['Anna 45mn', 'Anna | 45'],
    ['Anna, no stairs', 'Anna | no stairs'],
    ['Anna (sans escaliers), 2h', 'Anna | 120 | no stairs'],
    ["Anna, pas d'escalier", 'Anna | no stairs'],
    ['Anna + Paul', 'Anna + Paul | ×2'],
    ['Anna et Paul 2h', 'Anna + Paul | 120 | ×2'],
    ['Anna & Paul & Zoé', 'Anna + Paul + Zoé | ×3'],
    ['Anna +1', 'Anna + 1 | ×2'],
    ['- Anna', 'Anna'],
    ['• Anna 2h', 'Anna | 120'],
    ['3. Anna', 'Anna'],
    ['Anna, 12 rue Condorcet', 'Anna | @12 rue Condorcet'],
    ['Anna, 12, rue Condorcet, 75009 Paris', 'Anna | @12 rue Condorcet, 75009 Paris'],
    ['Anna 12 rue Condorcet', 'Anna | @12 rue Condorcet'],
    ['Anna\tDupont\t12 bis rue Condorcet\t2h', 'Anna Dupont | 120 | @12 bis rue Condorcet'],
    ['Dupont, Anna; 2h', 'Dupont Anna | 120'],
    ['Anna, gare du Nord', 'Anna | @gare du Nord'],
    ['Anna, 48.8791, 2.3475', 'Anna | @2.3475/48.8791'],
    ['Anna 48.8791 2.3475 2h', 'Anna | 120 | @2.3475/48.8791'],
    ['Jean-Marc d’Ormesson', 'Jean-Marc d’Ormesson'],
    ['Étienne Hébert', 'Étienne Hébert'],
    ['Hervé Minh 2h', 'Hervé Minh | 120'],
    ['\uFEFFAnna\u00A02\u202Fh', 'Anna | 120'],
  ])('reads %j', (text, expected) => {
    expect(read(text)).toEqual([expected])
    expect(remarks(text)).toEqual([])
  })

  it.each([
    ['Thomas\t2h\t12 rue Condorcet', 'Thomas | 120 | @12 rue Condorcet'],
    ['Thomas 2h 12 rue Condorcet', 'Thomas | 120 | @12 rue Condorcet'],
    ['Thomas 2 h 12, rue Condorcet', 'Thomas | 120 | @12 rue Condorcet'],
    ['Thomas 2 h 12 bis rue Condorcet', 'Thomas | 120 | @12 bis rue Condorcet'],
    ['Thomas 2 h 12-14 rue Condorcet', 'Thomas | 120 | @12-14 rue Condorcet'],
    ['Thomas 2 h 30, gare du Nord', 'Thomas | 150 | @gare du Nord'],
    ['Thomas 2 h 30 min 12 rue Condorcet', 'Thomas | 150 | @12 rue Condorcet'],
    ['Thomas 18h-20h 12 rue Condorcet', 'Thomas | 120 | @12 rue Condorcet'],
    ['Thomas 90 12 rue Condorcet', 'Thomas | 90 | @12 rue Condorcet'],
    ['2 h 30 Thomas', 'Thomas | 150'],
    ['2 h, Thomas, 12 rue Condorcet', 'Thomas | 120 | @12 rue Condorcet'],
    ['Thomas;1 h;30 rue Condorcet', 'Thomas | 60 | @30 rue Condorcet'],
    ['Luc, 45 min max', 'Luc | 45'],
    ['Max 2h', 'Max | 120'],
    ['2h\tDupont\tMax', 'Dupont Max | 120'],
    ['Anna "Nana\t2h\t12 rue Condorcet', 'Anna "Nana | 120 | @12 rue Condorcet'],
  ])('takes no number of a house for minutes: %j', (text, expected) => {
    expect(read(text)).toEqual([expected])
    expect(remarks(text)).toEqual([])
  })

  it('reads every length, start, pair and wish about stairs alike, whatever stands between them', () => {
    const two = ['2h', '2 h', '2 heures', '120', '120 min', '120mn', "120'", '2:00', '18h-20h']
    const half = ['1h30', '1 h 30', '1h 30', '1 h 30 min', '90', '90 min', '1,5h', '1.5 h', '1:30']
    const lengths = new Map<string, number | null>([
      ['', null],
      ...two.map((text): [string, number] => [text, 120]),
      ...half.map((text): [string, number] => [text, 90]),
    ])
    const starts = [
      ...['', '12 rue Condorcet', '12, rue Condorcet', '12 bis rue Condorcet', '9 ter, rue Condorcet'],
      ...[
        '30 boulevard de Magenta',
        '45 avenue Trudaine',
        '5 place Kossuth',
        'gare du Nord',
        '15 Main Street',
      ],
    ]
    const wrong: string[] = []
    for (const name of ['Thomas', 'Anna + Marie-Hélène d’Arc'])
      for (const [length, minutes] of lengths)
        for (const start of starts)
          for (const stairs of ['', 'sans escalier'])
            for (const separator of ['\t', ';', ' ; ', ', ', ' ', ' | '])
              for (const parts of [
                [name, length, start, stairs],
                [name, stairs, length, start],
                [name, start, length, stairs],
              ]) {
                // With nothing but a space, a bare number behind a street belongs to nobody.
                const isLast = parts[1] === start && /^\d+$/.test(length)
                if (separator === ' ' && (isLast || (start.startsWith('gare') && length === ''))) continue
                const said = separator.trim() === '' || separator === ', ' ? parts.filter(Boolean) : parts
                const text = said.join(separator)
                const { people } = readList(text)
                const [one] = people
                const address = start.replace(',', '')
                const isRight =
                  one?.name === name &&
                  one.minutes === minutes &&
                  one.address.replace(',', '') === address &&
                  one.avoidStairs === (stairs !== '') &&
                  people.length === 1
                if (!isRight) wrong.push(`${JSON.stringify(text)} → ${read(text).join(' // ')}`)
              }
    expect(wrong).toEqual([])
  })

  it('says that a time of day is no length of a walk, and keeps it out of the name', () => {
    expect(read("Rachid dispo jusqu'à 11h30\nAnna 18h until 20h")).toEqual(['Rachid', 'Anna | 120'])
    expect(remarks("Rachid dispo jusqu'à 11h30")).toEqual([])
    expect(read('Rachid 11h30\nAnna 11:30, 2h')).toEqual(['Rachid', 'Anna | 120'])
    expect(remarks('Rachid 11h30\nAnna 11:30, 2h')).toEqual(['1 clock 11h30', '2 clock 11:30'])
  })

  it('takes one line of names for a name each, and keeps families together where there are lines', () => {
    expect(read('Anna, Paul 2h, Zoé + Karim')).toEqual(['Anna', 'Paul | 120', 'Zoé + Karim | ×2'])
    expect(read('Dupont, Anna\nMartin, Paul')).toEqual(['Dupont Anna', 'Martin Paul'])
    expect(read('Anna\r\n\r\nPaul\r\n')).toEqual(['Anna', 'Paul'])
    expect(read('')).toEqual([])
    expect(read(`Mia${' '.repeat(20_000)}2h`)).toEqual(['Mia | 120'])
  })

  it('reads a table by its head, in French and English', () => {
    expect(
      read(
        'Prénom\tNom\tTéléphone\tDurée\tAdresse de départ\tSans escalier\n' +
          'Anna\tDupont\t06 12 34 56 78\t1h30\t"12, rue Condorcet"\toui\nPaul\tMartin\t\t\t\tnon',
      ),
    ).toEqual(['Anna Dupont | 90 | @12, rue Condorcet | no stairs', 'Paul Martin'])
    expect(read('Name;Hours;With\nAnna;1,5;Paul\nZoé;2;')).toEqual(['Anna + Paul | 90 | ×2', 'Zoé | 120'])
    expect(read('Name\nAnna\nPaul')).toEqual(['Anna', 'Paul'])
    expect(remarks('Name;Minutes;Colour\nAnna;90;red')).toEqual(['1 unused Colour'])
  })

  it('tells what it does not use, with the line', () => {
    expect(remarks('Anna\nPaul 06 12 34 56 78 paul@example.org')).toEqual([
      '2 contact paul@example.org',
      '2 contact 06 12 34 56 78',
    ])
    expect(read('Anna\nPaul 06 12 34 56 78 paul@example.org')).toEqual(['Anna', 'Paul'])
    expect(remarks('Anna 5 min\nPaul 12h')).toEqual(['1 minutes Anna', '2 clock 12h'])
    expect(remarks('Anna; 3')).toEqual(['1 unused 3'])
    expect(remarks('Anna\nanna ')).toEqual(['2 twice anna'])
    expect(remarks('Anna\n12 rue Condorcet')).toEqual(['2 nobody 12 rue Condorcet'])
    expect(remarks('A + B + C + D + E + F + G')).toEqual(['1 many A + B + C + D + E + F + G'])
  })
})
