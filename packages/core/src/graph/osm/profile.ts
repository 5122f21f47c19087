/** The profiles: for whom the streets of one area are made walkable. */

/** `osrm-compat` reproduces OSRM's stock foot profile (for tests); `canvass` is the production profile. */
export const PROFILES = ['canvass', 'osrm-compat'] as const
export type Profile = (typeof PROFILES)[number]
