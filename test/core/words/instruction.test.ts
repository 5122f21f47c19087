import { afterEach, describe, expect, it, vi } from 'vitest'
import { sayStep, type SayContext } from '@doorwalk/core/words/instruction'
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
    const at: Partial<SayContext> = { waypointName: '12 bis rue Condorcet' }
    expect(fr({ type: 'arrive', modifier: 'left' }, at)).toBe(
      'Vous êtes arrivé au 12 bis rue Condorcet, sur la gauche',
    )
    expect(en({ type: 'arrive', modifier: 'right' }, at)).toBe(
      'You have arrived at 12 bis rue Condorcet, on the right',
    )
    expect(fr({ type: 'arrive' }, { waypointName: 'Rue Condorcet' })).toBe('Vous êtes arrivé rue Condorcet')
    expect(fr({ type: 'arrive' }, { waypointName: 'Bondy' })).toBe('Vous êtes arrivé à Bondy')
  })

  it('has a number without address, past the library’s tenth ordinal too', () => {
    expect(fr({ type: 'arrive' }, { legIndex: 13, legCount: 20 })).toBe('Vous êtes arrivé à l’étape 14')
    expect(en({ type: 'arrive' }, { legIndex: 13, legCount: 20 })).toBe('You have arrived at stop 14')
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
