/** All that is on the map of a plan, ready to be drawn and found. */
import { type Finder, type LineFinder, findAmong, findLines } from './model/finder.ts'
import { lanesOf } from './model/lanes.ts'
import { type Box, type Point, boxOf, worldLine, worldOf } from './model/mercator.ts'
import type { LooseTarget, MapTarget, MapWalk, TargetState, WalkState } from './model/plan.ts'
import { type LooseKind, kindOf } from './model/reasons.ts'
import { shareWays } from './model/shared-ways.ts'
import { THEMES, type Theme, type ThemeName, mix, walkColour } from './model/theme.ts'
import { type WalkLines, walkLines } from './walk-lines.ts'

/** An area to outline: what is canvassed, what is reached in so many minutes, what is never handed out. */
export interface Outline {
  kind: 'area' | 'reach' | 'hold-out'
  shape: GeoJSON.Polygon | GeoJSON.MultiPolygon
}

export interface Cell {
  /** Its corners, in degrees. */
  ring: readonly (readonly number[])[]
  /** From 0 to 1; null: nothing is known or may be told of it. */
  value: number | null
}

/** A target where it is drawn, in pixels of the world at zoom 0. */
export type Item = Point &
  (
    | { id: string; target: MapTarget; loose: null; kind: 'target' }
    | { id: string; target: null; loose: LooseTarget; kind: LooseKind }
  )

export interface Drop {
  item: Item
  /** The pointer, in pixels of the world at zoom 0; null: it is moved by keys. */
  at: Point | null
  /** The walk on which it would be dropped. */
  walk: number | null
}

interface Rings<Of> {
  of: Of
  rings: Float64Array[]
  box: Box
}

export interface Scene {
  themeName: ThemeName
  theme: Theme
  walks: readonly MapWalk[]
  lines: WalkLines
  lineFinder: LineFinder
  items: Finder<Item>
  byId: ReadonlyMap<string, Item>
  focus: number | null
  selected: string | null
  hovered: Item | null
  /** Where the keys are. */
  cursor: Item | null
  drop: Drop | null
  walkStates: ReadonlyMap<number, WalkState> | null
  targetStates: ReadonlyMap<string, TargetState>
  outlines: readonly Rings<Outline>[]
  cells: readonly Rings<Cell>[]
}

export function emptyScene(): Scene {
  return {
    ...{ themeName: 'light', theme: THEMES.light, walks: [], lines: walkLines(shareWays([]), []) },
    ...{ lineFinder: findLines(new Map()), items: findAmong<Item>([]), byId: new Map() },
    ...{ focus: null, selected: null, hovered: null, cursor: null, drop: null },
    ...{ walkStates: null, targetStates: new Map(), outlines: [], cells: [] },
  }
}

/** Walks, with their lanes: computed once for a plan. */
export function setWalks(scene: Scene, walks: readonly MapWalk[], loose: readonly LooseTarget[]): void {
  if (scene.walks !== walks) {
    const shared = shareWays(walks)
    scene.walks = walks
    scene.lines = walkLines(shared, lanesOf(shared))
    scene.lineFinder = findLines(
      new Map(
        shared.ways.map(({ walk, corners }) => [walk, corners.map((corner) => shared.corners[corner]!)]),
      ),
    )
  }
  const planned = walks.flatMap(({ targets }) =>
    targets.map((target): Item => ({
      ...worldOf(target.at),
      id: target.id,
      target,
      loose: null,
      kind: 'target',
    })),
  )
  const others = loose.map((each): Item => {
    return { ...worldOf(each.at), id: each.id, target: null, loose: each, kind: kindOf(each.reason) }
  })
  scene.items = findAmong([...planned, ...others])
  scene.byId = new Map(scene.items.items.map((item) => [item.id, item]))
  const kept = (item: Item | null): Item | null => (item && scene.byId.get(item.id)) ?? null
  scene.hovered = kept(scene.hovered)
  scene.cursor = kept(scene.cursor)
  scene.drop = null
}

export function ringsOf<Of>(of: Of, lines: readonly (readonly (readonly number[])[])[]): Rings<Of>[] {
  const rings = lines.map(worldLine)
  const box = boxOf(rings)
  return box === null ? [] : [{ of, rings, box }]
}

export function outlineRings(outline: Outline): Rings<Outline>[] {
  const { type, coordinates } = outline.shape
  return ringsOf(outline, type === 'Polygon' ? coordinates : coordinates.flat())
}

/** Of a walk, its targets and its number: by its state where states are shown, pale where another is in focus. */
export function colourOf({ walkStates, theme, themeName, focus }: Scene, walk: number): string {
  const state = walkStates?.get(walk)
  const full = state === undefined ? walkColour(walk, themeName) : theme.states[state]
  return focus === null || focus === walk ? full : mix(full, theme.ground, PALE)
}

/** So much of the ground is in the colour of a walk that is not in focus. */
const PALE = 0.7

export function overlaps(a: Box, b: Box): boolean {
  return a.minX <= b.maxX && a.maxX >= b.minX && a.minY <= b.maxY && a.maxY >= b.minY
}
