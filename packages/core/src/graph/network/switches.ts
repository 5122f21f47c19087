/** Walking speeds of both profiles, and what `canvass` does differently, each difference with a switch. */
import type { Profile } from '../osm/profile.ts'

/**
 * Walking speed in metres per second. OSRM: 5 km/h. Ours: the slower pace of someone with a clipboard
 * (docs/streets.md).
 */
export const WALKING_SPEED: Readonly<Record<Profile, number>> = { 'osrm-compat': 5 / 3.6, canvass: 1.25 }

/** What `canvass` does differently, each with a switch so that its effect can be measured (docs/streets.md). */
export interface Switches {
  /** Sides of streets are walked apart; crossing costs. */
  sides: boolean
  /** Private streets are the first or last of a walk only; off, they are streets like any other. */
  privateEnds: boolean
  /** Stairs at half speed, as fast as level ground, or only where there is no other way within reason. */
  stairs: 'slow' | 'level' | 'avoid'
  /** Straight across squares; off, around them. */
  squares: boolean
}

export const CANVASS: Switches = { sides: true, privateEnds: true, stairs: 'slow', squares: true }
export const COMPAT: Switches = { sides: false, privateEnds: false, stairs: 'level', squares: false }

/** Avoided stairs count as ten times their length: 10 m of stairs or 80 m more on the level. */
export const AVOIDED_STAIRS = 10
