/** Areas of areas: together, what they have in common, one without another. Judged place by place, so exact. */
import { fieldError } from '../error.ts'
import { boxesOverlap } from '../region/box.ts'
import type { Area } from './place.ts'
import { joinBboxes } from './polygon.ts'

export function unionOf(parts: Area[]): Area {
  return {
    bbox: joinBboxes(parts.map(({ bbox }) => bbox)),
    holds: (place) => parts.some((part) => part.holds(place)),
    warnings: warningsOf(parts),
    isDerived: true,
  }
}

/** @throws VisibleError area.holds_nothing where no place can lie in all of them */
export function commonOf(parts: Area[], pointer: string): Area {
  const bbox = parts
    .map((part) => part.bbox)
    .reduce((common, box) => {
      if (!boxesOverlap(common, box)) throw holdsNothing(pointer)
      return [
        Math.max(common[0], box[0]),
        Math.max(common[1], box[1]),
        Math.min(common[2], box[2]),
        Math.min(common[3], box[3]),
      ]
    })
  return {
    bbox,
    holds: (place) => parts.every((part) => part.holds(place)),
    warnings: warningsOf(parts),
    isDerived: true,
  }
}

/** The first without the second. */
export function restOf(parts: Area[]): Area {
  const [of, without] = parts as [Area, Area]
  return {
    bbox: of.bbox,
    holds: (place) => of.holds(place) && !without.holds(place),
    warnings: of.warnings,
    isDerived: true,
  }
}

export function holdsNothing(pointer: string): Error {
  return fieldError(
    'area.holds_nothing',
    pointer,
    'no building of the region lies in what these areas leave; look at each of them alone, or make one larger',
  )
}

/** Each once: what reaches out of the region in two parts does so in the whole. */
function warningsOf(parts: Area[]): Area['warnings'] {
  const all = parts.flatMap(({ warnings }) => warnings)
  return [...new Map(all.map((warning) => [JSON.stringify(warning), warning])).values()]
}
