/** Lengths as people tag them: metres unless a unit says otherwise, feet and inches with marks or words. */
import type { Metres } from '@doorwalk/core/units'

const FOOT: Metres = 0.3048
const INCH: Metres = 0.0254

/** By how a unit is written; https://wiki.openstreetmap.org/wiki/Map_features/Units */
const UNITS: Readonly<Record<string, Metres>> = {
  m: 1,
  metre: 1,
  meter: 1,
  mt: 1,
  km: 1000,
  cm: 0.01,
  mm: 0.001,
  ft: FOOT,
  foot: FOOT,
  feet: FOOT,
  in: INCH,
  inch: INCH,
  inche: INCH,
  yd: 0.9144,
}

/**
 * Metres of "12", "12.2 m", "12,2", "40'", "40 ft", `40'6"`, "40 ft 6 in", "480 in", "1220 cm"; of "12-15" and "12;15"
 * the first. Undefined for what is no length of more than 0, and for a unit that nobody knows.
 */
export function metresOf(text: string | undefined): Metres | undefined {
  if (text === undefined) return undefined
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[′’‘´`]/g, "'")
    .replace(/''|[“”]/g, '"')
    .replace(/(?<=\d),(?=\d)/g, '.')
    .replace(/^\s*(~|≈|ca\.?|circa|about)\s*/, '')
  const [, first = '', unit = '', inches = ''] =
    /^\+?(\d+(?:\.\d+)?|\.\d+)\s*('|"|[a-z]+)?\.?(?:\s*(\d+(?:\.\d+)?)\s*(?:"|in\b|inch|$))?/.exec(plain) ??
    []
  if (first === '') return undefined
  const each = unit === '' ? 1 : unit === "'" ? FOOT : unit === '"' ? INCH : UNITS[unit.replace(/s$/, '')]
  if (each === undefined) return undefined
  const metres = Number(first) * each + (each === FOOT ? Number(inches) * INCH : 0)
  return metres > 0 ? metres : undefined
}
