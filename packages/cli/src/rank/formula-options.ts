/** The formula that the options of `rank` ask for. An option that would change nothing is refused. */
import {
  checkKnown,
  cover,
  fresh,
  mobilise,
  ownFormula,
  persuade,
  STANDARDISATIONS,
  type Formula,
  type OwnWeight,
} from '@doorwalk/core/ranking/formula'
import { usualAbstention, usualLists } from '@doorwalk/core/ranking/usual-fields'
import { numberOption, usage } from '../terminal/arguments.ts'

export const PRESETS = ['mobilise', 'persuade', 'cover', 'fresh'] as const
export type Preset = (typeof PRESETS)[number]

export interface FormulaOptions {
  preset?: string | undefined
  weight?: string[] | undefined
  standardise?: string | undefined
  abstention?: string | undefined
  own?: string | undefined
  list?: string[] | undefined
  visits?: string[] | undefined
  at?: string | undefined
}

/** Options that a preset, or weights, make use of. */
const USED: Record<Preset | 'weights', readonly (keyof FormulaOptions)[]> = {
  mobilise: ['preset', 'abstention', 'own'],
  persuade: ['preset', 'abstention', 'own', 'list'],
  cover: ['preset', 'visits', 'at'],
  fresh: ['preset', 'visits', 'at'],
  weights: ['weight', 'standardise'],
}

/** @throws VisibleError usage */
export function presetOption(options: FormulaOptions): Preset | 'weights' {
  const { preset, weight } = options
  if ((preset === undefined) === (weight === undefined))
    throw usage(`give --preset ${PRESETS.join('|')}, or weights of your own with --weight FIELD=NUMBER`)
  const known = preset === undefined ? 'weights' : PRESETS.find((each) => each === preset)
  if (known === undefined) throw usage(`--preset: got "${preset}", expected one of ${PRESETS.join(', ')}`)
  const names = Object.keys(options) as (keyof FormulaOptions)[]
  const idle = names.find((name) => options[name] !== undefined && !USED[known].includes(name))
  if (idle !== undefined)
    throw usage(
      `--${idle} changes nothing ${known === 'weights' ? 'of weights' : `of ${known}`}; leave it out. Used: ${USED[known].map((name) => `--${name}`).join(', ')}`,
    )
  if ((known === 'cover' || known === 'fresh') && options.visits === undefined)
    throw usage(
      `--visits is missing: ${known} asks at which doors nobody has knocked; give the body of POST /v1/visits`,
    )
  return known
}

/** @param fields  with numbers, that the areas have */
export function formulaOption(options: FormulaOptions, fields: readonly string[]): Formula {
  const preset = presetOption(options)
  if (preset === 'cover') return cover()
  if (preset === 'fresh') return fresh()
  if (preset === 'weights') {
    const standardise = options.standardise ?? 'z'
    const standardisation = STANDARDISATIONS.find((each) => each === standardise)
    if (standardisation === undefined)
      throw usage(`--standardise: got "${standardise}", expected one of ${STANDARDISATIONS.join(', ')}`)
    return ownFormula(options.weight!.map(weightOption), { standardisation, fields })
  }
  const lists = options.list ?? usualLists(fields)
  const { own } = options
  const abstention = options.abstention ?? usualAbstention(fields)
  if (abstention === undefined)
    throw usage(`--abstention is missing: no field has a usual name for it; there are ${fields.join(', ')}`)
  if (preset === 'mobilise' && own === undefined)
    throw usage(
      `--own is missing: the field with the past share of your own side${lists.length > 0 ? `, such as ${lists.join(', ')}` : ''}`,
    )
  const formula = preset === 'mobilise' ? mobilise({ abstention, own }) : persuade({ abstention, own, lists })
  checkKnown(abstention, { fields, pointer: '--abstention' })
  if (own !== undefined) checkKnown(own, { fields, pointer: '--own' })
  for (const list of options.list ?? []) checkKnown(list, { fields, pointer: '--list' })
  return formula
}

function weightOption(text: string): OwnWeight {
  const at = text.lastIndexOf('=')
  if (at < 1) throw usage(`--weight: got "${text}", expected FIELD=NUMBER such as taux_abstention=1`)
  const field = text.slice(0, at).trim()
  return { field, weight: numberOption(`weight ${field}`, text.slice(at + 1)) }
}
