import { afterEach, describe, expect, it, vi } from 'vitest'
import { sayStep, type Door, type SayContext } from '@doorwalk/core/words/instruction'
import type { Step } from '@doorwalk/core/graph/route/path'

function step(over: Partial<Step>): Step {
  return {
    type: 'turn',
    name: 'Rue Condorcet',
    location: [2.35, 48.88],
    bearingBefore: 0,
    bearingAfter: 90,
    metres: 50,
    deciseconds: 400,
    ...over,
  }
}

function fr(over: Partial<Step>, context: Partial<SayContext> = {}): string {
  return sayStep(step(over), { language: 'fr', legIndex: 0, legCount: 3, ...context })
}

function en(over: Partial<Step>, context: Partial<SayContext> = {}): string {
  return sayStep(step(over), { language: 'en', legIndex: 0, legCount: 3, ...context })
}

function door(address: string, over: Partial<Door> = {}): Partial<SayContext> {
  return { door: { address, street: 'Rue Condorcet', building: { kind: 'house' }, ...over } }
}

describe('turns', () => {
  it('says them with the French article', () => {
    expect(fr({ modifier: 'left' })).toBe('Tourner à gauche sur la rue Condorcet')
    expect(fr({ modifier: 'right', name: "Avenue de l'Opéra" })).toBe(
      'Tourner à droite sur l’avenue de l’Opéra',
    )
    expect(fr({ type: 'new name', modifier: 'straight', name: 'Boulevard de Magenta' })).toBe(
      'Continuer tout droit sur le boulevard de Magenta',
    )
  })

  it('knows articles the library has none for', () => {
    expect(fr({ modifier: 'left', name: 'Escalier Sainte-Dévote' })).toBe(
      'Tourner à gauche sur l’escalier Sainte-Dévote',
    )
    expect(fr({ modifier: 'left', name: 'Ancienne Route de Lyon' })).toBe(
      'Tourner à gauche sur l’ancienne Route de Lyon',
    )
    expect(fr({ modifier: 'left', name: 'Allées de Tourny' })).toBe(
      'Tourner à gauche sur les allées de Tourny',
    )
    expect(fr({ modifier: 'left', name: 'Cours de l’Intendance' })).toBe(
      'Tourner à gauche sur le cours de l’Intendance',
    )
    expect(fr({ modifier: 'left', name: 'La Canebière' })).toBe('Tourner à gauche sur la Canebière')
    expect(fr({ modifier: 'left', name: "Grand'Rue" })).toBe('Tourner à gauche sur la grand’Rue')
  })

  it('turns back in proper French', () => {
    expect(fr({ modifier: 'uturn' })).toBe('Revenir sur ses pas, le long de la rue Condorcet')
    expect(en({ modifier: 'uturn' })).toBe('Go back along Rue Condorcet')
  })

  it('says what kind of way has no name, and where that leads', () => {
    const lane: Partial<Step> = { name: '', way: 'service', modifier: 'left' }
    expect(en(lane)).toBe('Turn left onto the access road')
    expect(fr(lane)).toBe('Tourner à gauche sur la voie de desserte')
    expect(
      sayStep({ ...step(lane), towards: 'Allée Mozart' }, { language: 'fr', legIndex: 0, legCount: 1 }),
    ).toBe('Tourner à gauche sur la voie de desserte vers l’allée Mozart')
    expect(en({ ...lane, type: 'depart' })).toBe('Head east on the access road')
    expect(en({ name: '', modifier: 'left' })).toBe('Turn left')
  })

  it('tells who comes out of a door which way to turn', () => {
    const leaving: Partial<Step> = { type: 'depart', modifier: 'slight left' }
    expect(en(leaving, { fromDoor: true })).toBe('Head east on Rue Condorcet, left out of the door')
    expect(fr({ ...leaving, modifier: 'right' }, { fromDoor: true })).toBe(
      'Se diriger vers l’est sur la rue Condorcet, à droite en sortant',
    )
    expect(en(leaving)).toBe('Head east on Rue Condorcet')
    expect(en({ type: 'depart', modifier: 'uturn' }, { fromDoor: true })).toBe('Head east on Rue Condorcet')
  })

  it('says a missing modifier as straight on', () => {
    expect(fr({ type: 'new name' })).toBe('Continuer tout droit sur la rue Condorcet')
  })

  it('sets off by the compass, whatever turn of the circle the bearing has', () => {
    expect(fr({ type: 'depart', bearingAfter: 180 })).toBe('Se diriger vers le sud sur la rue Condorcet')
    expect(en({ type: 'depart', bearingAfter: -90 })).toBe('Head west on Rue Condorcet')
    expect(en({ type: 'depart', bearingAfter: 450, name: '' })).toBe('Head east')
    expect(en({ type: 'depart', bearingAfter: NaN })).toBe('Head on Rue Condorcet')
  })
})

describe('an unknown type', () => {
  afterEach(() => vi.restoreAllMocks())

  it('is a turn, and nothing is written to the console', () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
    const strange: object = { ...step({ modifier: 'left' }), type: 'teleport' }
    expect(sayStep(strange as Step, { language: 'en', legIndex: 0, legCount: 1 })).toBe(
      'Turn left onto Rue Condorcet',
    )
    expect(log).not.toHaveBeenCalled()
  })
})

describe('arrival', () => {
  it('names the address', () => {
    const at = door('12 bis rue Condorcet')
    expect(fr({ type: 'arrive', modifier: 'left' }, at)).toBe(
      'Vous êtes arrivé au 12 bis rue Condorcet, sur la gauche',
    )
    expect(en({ type: 'arrive', modifier: 'right' }, at)).toBe(
      'You have arrived at 12 bis rue Condorcet, on the right',
    )
    expect(fr({ type: 'arrive' }, door('Rue Condorcet'))).toBe('Vous êtes arrivé rue Condorcet')
    expect(fr({ type: 'arrive' }, door('Bondy'))).toBe('Vous êtes arrivé à Bondy')
  })

  it('has a number without address, past the library’s tenth ordinal too', () => {
    expect(fr({ type: 'arrive' }, { legIndex: 13, legCount: 20 })).toBe('Vous êtes arrivé à l’étape 14')
    expect(en({ type: 'arrive' }, { legIndex: 13, legCount: 20 })).toBe('You have arrived at stop 14')
  })

  it('describes a door that has no number', () => {
    const house = door('', { street: 'Rue de Maubeuge' })
    expect(fr({ type: 'arrive', modifier: 'left' }, house)).toBe(
      'Vous êtes arrivé à la maison sans numéro de la rue de Maubeuge, sur la gauche',
    )
    expect(en({ type: 'arrive' }, house)).toBe(
      'You have arrived at the house without a number on Rue de Maubeuge',
    )
    const tower = door('', { street: '', building: { kind: 'flats', storeys: 5 } })
    expect(fr({ type: 'arrive' }, tower)).toBe('Vous êtes arrivé à l’immeuble de 5\u00a0niveaux sans numéro')
    expect(en({ type: 'arrive' }, tower)).toBe('You have arrived at the 5-storey building without a number')
    const flats = door('', { street: '', building: { kind: 'flats' } })
    expect(en({ type: 'arrive' }, flats)).toBe('You have arrived at the building without a number')
  })

  it.each([
    [{ entrance: 'B' }, ', entrance B', ', entrée B'],
    [{ metres: 24 }, '', ''],
    [{ metres: 38 }, ', about 40\u00a0m back from the street', ', à environ 40\u00a0m de la rue'],
    [
      { behind: 'private' },
      ', on private ground, maybe behind a gate',
      ', sur un terrain privé, peut-être derrière un portail',
    ],
    // the fence of a front garden
    [{ behind: 'wall', metres: 6 }, '', ''],
    [
      { behind: 'wall', metres: 12 },
      ', behind the wall, fence or gate',
      ', derrière le mur, la clôture ou le portail',
    ],
  ] satisfies [Partial<Door>, string, string][])('says what one sees: %o', (over, english, french) => {
    const at = door('12 rue Condorcet', over)
    expect(en({ type: 'arrive' }, at)).toBe(`You have arrived at 12 rue Condorcet${english}`)
    expect(fr({ type: 'arrive' }, at)).toBe(`Vous êtes arrivé au 12 rue Condorcet${french}`)
    expect(en({ type: 'arrive' }, { ...at, towards: 'start' })).toBe('You have arrived at the starting point')
  })

  it('returns to the start', () => {
    expect(fr({ type: 'arrive' }, { towards: 'start' })).toBe('Vous êtes arrivé au point de départ')
    expect(en({ type: 'arrive' }, { towards: 'end' })).toBe('You have arrived at the end of the walk')
  })
})

describe('own templates', () => {
  it('crosses', () => {
    expect(fr({ type: 'cross', name: 'Boulevard de Magenta', detail: 'signals' })).toBe(
      'Traverser le boulevard de Magenta au feu',
    )
    expect(fr({ type: 'cross', name: 'Avenue Foch', detail: 'marked' })).toBe(
      'Traverser l’avenue Foch au passage piéton',
    )
    expect(fr({ type: 'cross', name: '', detail: 'unmarked' })).toBe('Traverser la rue')
    expect(fr({ type: 'cross', name: '', detail: 'signals' })).toBe('Traverser au feu')
    expect(en({ type: 'cross', name: 'Rue de Maubeuge', detail: 'signals' })).toBe(
      'Cross Rue de Maubeuge at the lights',
    )
    expect(en({ type: 'cross', name: '' })).toBe('Cross the street')
    expect(en({ type: 'cross', name: '', detail: 'marked' })).toBe('Cross at the crossing')
  })

  it('says behind a crossing where one goes on', () => {
    const crossing: Partial<Step> = { type: 'cross', name: 'Rue de Maubeuge', detail: 'marked' }
    expect(en({ ...crossing, onto: 'Rue Condorcet' })).toBe(
      'Cross Rue de Maubeuge at the crossing and continue on Rue Condorcet',
    )
    expect(fr({ ...crossing, onto: 'Rue Condorcet' })).toBe(
      'Traverser la rue de Maubeuge au passage piéton et continuer sur la rue Condorcet',
    )
    expect(en({ ...crossing, onto: 'Rue de Maubeuge' })).toBe(
      'Cross Rue de Maubeuge at the crossing and continue on the other side',
    )
    expect(fr({ ...crossing, detail: 'unmarked', corner: 'Avenue Foch', onto: 'Rue de Maubeuge' })).toBe(
      'Traverser la rue de Maubeuge à l’angle de l’avenue Foch et continuer sur l’autre trottoir',
    )
    expect(en({ ...crossing, detail: 'unmarked', corner: 'Avenue Foch' })).toBe(
      'Cross Rue de Maubeuge at the corner of Avenue Foch',
    )
  })

  it('climbs', () => {
    expect(fr({ type: 'steps', name: 'Escalier Sainte-Dévote', detail: 'up' })).toBe(
      'Monter l’escalier Sainte-Dévote',
    )
    expect(fr({ type: 'steps', name: 'Rue Foyatier', detail: 'down' })).toBe(
      'Descendre l’escalier de la rue Foyatier',
    )
    expect(fr({ type: 'steps', name: 'Square Montholon' })).toBe('Prendre l’escalier du square Montholon')
    expect(en({ type: 'steps', name: '', detail: 'down' })).toBe('Go down the stairs')
  })

  it('passes through', () => {
    expect(fr({ type: 'passage', name: 'Cour des Petites Écuries' })).toBe(
      'Prendre la cour des Petites Écuries',
    )
    expect(fr({ type: 'passage', name: 'Rue de Malatrex' })).toBe(
      'Prendre le passage couvert de la rue de Malatrex',
    )
    expect(en({ type: 'passage', name: 'Rue de Malatrex' })).toBe(
      'Go through the covered part of Rue de Malatrex',
    )
    expect(en({ type: 'passage', name: '' })).toBe('Go through the passage')
    expect(fr({ name: '', modifier: 'uturn' })).toBe('Revenir sur ses pas')
  })
})
