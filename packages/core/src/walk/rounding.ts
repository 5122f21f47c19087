/** Figures as plans tell them. */
import type { LngLat } from '../units.ts'

/** Six decimals: a tenth of a metre. */
export function short([lng, lat]: LngLat): LngLat {
  return [Math.round(lng * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6]
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
