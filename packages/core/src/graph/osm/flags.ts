/** Bits that tiles store of edges and nodes, and how a street may be crossed. */

/** Bits of an edge. Stored in tiles: never renumber. */
export const FLAG = {
  compatForward: 1,
  compatBackward: 2,
  compatStart: 4, // OSRM may snap to it (not a ferry)
  canvassForward: 8,
  canvassBackward: 16,
  private: 32, // canvass: first or last edge of a walk only
  bridge: 64,
  tunnel: 128,
  indoor: 256,
  oneway: 512, // for cars: half of a dual carriageway is crossed in half the time
  up: 1024, // incline=up along the way
  down: 2048,
  area: 4096, // outline of a square
  chord: 8192, // made by prepare: straight across a square
  covered: 16384, // covered=yes, tunnel=building_passage: a passage through a building
  nameFromStreet: 32768, // a sidewalk or crossing named after its street
  // Told by a graph, stored in no tile:
  gated: 65536, // reached only through a gate that is locked or private
  shut: 131072, // behind a gate or wall that nobody passes
} as const

/** How a street may be crossed at a node. Stored in tiles: never renumber. */
export const CROSSINGS = ['none', 'unmarked', 'marked', 'signals'] as const
export type Crossing = (typeof CROSSINGS)[number]

/** Bits of a node. Stored in tiles: never renumber. */
export const NODE_FLAG = {
  compatBarrier: 1,
  canvassBarrier: 2, // no way through; `gate` and `shut` say more
  signals: 4, // highway=traffic_signals: OSRM waits two seconds
  crossingShift: 3, // two bits: index in CROSSINGS
  crossingMask: 24,
  gate: 32, // with canvassBarrier: a gate or door that is locked or private
  shut: 64, // with canvassBarrier: a wall, a gate for nobody; regions prepared before have neither bit
} as const
