/** The presets by which areas are ranked, as a form fills them in. */
import type { Schemas } from '@doorwalk/client'

export const PRESETS = ['mobilise', 'persuade', 'cover', 'fresh'] as const
export type Preset = (typeof PRESETS)[number]

/** Shares of the region that may be those of the own side: `pct_…` of its precincts. */
export function shareFields(fields: readonly string[]): string[] {
  return fields.filter(
    (field) => /^(?:pct|part|share)_/i.test(field) && !/autre|other|blanc|nul|abst/i.test(field),
  )
}

/** Empty `own`: none is named. Null: the preset needs one. */
export function formulaOf(preset: Preset, own: string): Schemas['NewRanking']['formula'] | null {
  switch (preset) {
    case 'mobilise':
      return own === '' ? null : { preset, own }
    case 'persuade':
      return own === '' ? { preset } : { preset, own }
    case 'cover':
    case 'fresh':
      return { preset }
  }
}
