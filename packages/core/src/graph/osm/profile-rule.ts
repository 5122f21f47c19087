/** What one profile says of a way. */

export interface ProfileRule {
  /** FLAG bits of one profile; 0 where nobody walks. */
  flags: number
  /** Per cent of walking speed. */
  speed: number
}

export const NOT_WALKABLE: ProfileRule = { flags: 0, speed: 0 }
