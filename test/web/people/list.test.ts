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

  it('takes one line of names for a name each, and keeps families together where there are lines', () => {
    expect(read('Anna, Paul 2h, Zoé + Karim')).toEqual(['Anna', 'Paul | 120', 'Zoé + Karim | ×2'])
    expect(read('Dupont, Anna\nMartin, Paul')).toEqual(['Dupont Anna', 'Martin Paul'])
    expect(read('Anna\r\n\r\nPaul\r\n')).toEqual(['Anna', 'Paul'])
    expect(read('')).toEqual([])
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
    expect(remarks('Anna 5 min\nPaul 12h')).toEqual(['1 minutes Anna', '2 minutes Paul'])
    expect(remarks('Anna; 3')).toEqual(['1 unused 3'])
    expect(remarks('Anna\nanna ')).toEqual(['2 twice anna'])
    expect(remarks('Anna\n12 rue Condorcet')).toEqual(['2 nobody 12 rue Condorcet'])
    expect(remarks('A + B + C + D + E + F + G')).toEqual(['1 many A + B + C + D + E + F + G'])
  })
})
