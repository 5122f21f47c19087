/** What is drawn at which zoom, and how large: the whole town shows walks, a street shows doors. */

export interface Level {
  /** Width of a walk's line, and between the middles of two side by side, pixels. */
  line: number
  lane: number
  /** Radius of a target; 0: not drawn. */
  dot: number
  /** Radius of a target of the walk in focus. */
  ownDot: number
  /** Arrows of every walk, not of the one in focus only. */
  allArrows: boolean
  /** Numbers of stops of the walk in focus. */
  numbers: boolean
  /** Of buildings: whether they are drawn, and with their edges. */
  buildings: boolean
  edges: boolean
  /** Streets narrower than this are not drawn, metres. */
  leastStreet: number
  paths: boolean
}

interface Step extends Level {
  /** Holds up to and without this zoom. */
  below: number
}

const FAR: Level = {
  ...{ line: 1.2, lane: 1, dot: 0, ownDot: 2, allArrows: false, numbers: false },
  ...{ buildings: false, edges: false, leastStreet: 11, paths: false },
}
const STEPS: readonly Step[] = [
  { ...FAR, below: 13 },
  { ...FAR, below: 14, line: 1.5, lane: 1.5, leastStreet: 6 },
  { ...FAR, below: 15, line: 1.8, lane: 2.2, dot: 1.2, ownDot: 2.5, buildings: true, leastStreet: 4 },
  {
    ...{ below: 16, line: 2.2, lane: 2.8, dot: 1.4, ownDot: 3, allArrows: false, numbers: true },
    ...{ buildings: true, edges: false, leastStreet: 0, paths: false },
  },
  {
    ...{ below: 17, line: 2.6, lane: 3.6, dot: 3, ownDot: 4, allArrows: false, numbers: true },
    ...{ buildings: true, edges: true, leastStreet: 0, paths: true },
  },
]
const NEAR: Level = {
  ...{ line: 3.2, lane: 4.4, dot: 4, ownDot: 5, allArrows: true, numbers: true },
  ...{ buildings: true, edges: true, leastStreet: 0, paths: true },
}

export function levelAt(zoom: number): Level {
  return STEPS.find(({ below }) => zoom < below) ?? NEAR
}
