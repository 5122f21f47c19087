/** The map as a part of a view: told by its properties what to show, tells what was done on it. */
import type { LngLat } from '@doorwalk/core/units'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { PrecinctFeature } from '../../api/answers.ts'
import { type Ground, createGround } from '../../api/ground.ts'
import type { LooseTarget, MapTarget, MapWalk, TargetState, WalkState } from '../map/model/plan.ts'
import { type MapMode, type PlanMap, createPlanMap } from '../map/plan-map.ts'
import type { Cell } from '../map/scene.ts'
import type { MapWords } from '../map/words.ts'
import type { Region } from '../state/session.ts'
import { currentLanguage, sayNumber } from '../../words/language.ts'
import { mapWords, sayPlace } from '../words/map.ts'
import { planWords } from '../words/plan.ts'

export interface MapViewProps {
  region: Region
  mode?: MapMode
  walks?: readonly MapWalk[]
  /** On no walk: left out, in reserve, or to choose from. */
  loose?: readonly LooseTarget[]
  /** They are what the map is about: it goes to where they are. */
  isOfLoose?: boolean
  /** Walks in the colour of their state; absent: in their own. */
  walkStates?: ReadonlyMap<number, WalkState>
  targetStates?: ReadonlyMap<string, TargetState>
  /** Of a coverage. */
  cells?: readonly Cell[]
  focus?: number | null
  selected?: string | null
  /** Targets may be moved to another walk. */
  isEditable?: boolean
  /** To choose from; absent: none are shown. */
  precincts?: readonly PrecinctFeature[]
  chosenPrecincts?: readonly string[]
  /** Of an area that is drawn. */
  corners?: readonly LngLat[]
  /** Of an area as a whole, coordinates of a MultiPolygon. */
  outline?: readonly LngLat[][][]
  start?: LngLat | null
  onSelect?: (target: string | null) => void
  onFocus?: (walk: number | null) => void
  onMove?: (target: string, walk: number) => void
  onKey?: (target: string) => void
  onPoint?: (at: LngLat) => void
  onPrecinct?: (code: string) => void
  onProblem?: (error: unknown) => void
}

const NONE: readonly never[] = []
const NO_STATES: ReadonlyMap<string, TargetState> = new Map()

export function MapView(props: MapViewProps) {
  const { region, mode = 'look', walks = NONE, loose = NONE, focus = null, selected = null } = props
  const {
    isEditable = false,
    precincts = NONE,
    chosenPrecincts = NONE,
    corners = NONE,
    outline = NONE,
    start = null,
  } = props
  const { isOfLoose = false, walkStates = null, targetStates = NO_STATES, cells = NONE } = props
  const element = useRef<HTMLDivElement>(null)
  const map = useRef<PlanMap | null>(null)
  const now = useRef(props)
  now.current = props
  const ground = useRef<Ground | null>(null)
  const [status, setStatus] = useState('')
  const language = currentLanguage()

  async function loadGround(): Promise<void> {
    const [mine, shown] = [ground.current, map.current]
    if (mine === null || shown === null) return
    setStatus(mapWords().loading)
    try {
      const { features, tooFar } = await mine.see(shown.view())
      if (mine !== ground.current || shown !== map.current) return
      if (features !== null) shown.setGround(features)
      setStatus(tooFar ? mapWords().tooFar : '')
    } catch (error) {
      setStatus('')
      now.current.onProblem?.(error)
    }
  }

  useEffect(() => {
    const own = createPlanMap(element.current!, {
      words: wordsNow(),
      onSelect: (target) => now.current.onSelect?.(target),
      onFocus: (walk) => now.current.onFocus?.(walk),
      onMove: (target, walk) => now.current.onMove?.(target, walk),
      onKey: (target) => now.current.onKey?.(target),
      onPoint: (at) => now.current.onPoint?.(at),
      onPrecinct: (code) => now.current.onPrecinct?.(code),
      onView: () => void loadGround(),
    })
    map.current = own
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const follow = (): void => own.setTheme(dark.matches ? 'dark' : 'light')
    const print = (): void => own.setTheme('light')
    follow()
    dark.addEventListener('change', follow)
    addEventListener('beforeprint', print)
    addEventListener('afterprint', follow)
    return () => {
      dark.removeEventListener('change', follow)
      removeEventListener('beforeprint', print)
      removeEventListener('afterprint', follow)
      map.current = null
      own.close()
    }
  }, [])
  useEffect(() => {
    ground.current = createGround(region)
    map.current?.setGround([])
    map.current?.show(region.bbox)
    void loadGround()
  }, [region.name, region.version])
  useEffect(() => map.current?.setWords(wordsNow()), [language])
  useEffect(() => map.current?.setPlan(walks, loose), [walks, loose])
  useEffect(() => map.current?.setFocus(focus), [focus])
  useEffect(() => map.current?.setWalkStates(walkStates), [walkStates])
  useEffect(() => map.current?.setTargetStates(targetStates), [targetStates])
  useEffect(() => map.current?.setCells(cells), [cells])
  const hasWalks = walks.length > 0
  useEffect(() => {
    if (hasWalks) map.current?.showWalk(focus)
  }, [hasWalks, focus])
  useEffect(() => {
    if (isOfLoose) map.current?.showLoose()
  }, [isOfLoose, loose])
  useEffect(() => map.current?.setSelected(selected), [selected])
  useEffect(() => map.current?.setMode(mode), [mode])
  useEffect(() => map.current?.setEditable(isEditable), [isEditable])
  useEffect(() => {
    const chosen = new Set(chosenPrecincts)
    map.current?.precincts.set([...precincts], (code) => chosen.has(code))
  }, [precincts, chosenPrecincts])
  useEffect(() => map.current?.setDrawnArea([...corners]), [corners])
  useEffect(() => map.current?.setOutline(outline), [outline])
  useEffect(() => map.current?.setStart(start, mapWords().start), [start, language])

  return (
    <div class="map-view">
      <div class="map" ref={element} tabIndex={0} />
      <p class="help map-status" role="status">
        {status}
      </p>
    </div>
  )
}

function wordsNow(): MapWords {
  const w = mapWords()
  return {
    name: w.name,
    keys: w.keys,
    zoomIn: w.zoomIn,
    zoomOut: w.zoomOut,
    walk: w.walk,
    spot: w.spot,
    taken: w.taken,
    dropOn: w.dropOn,
    dropNowhere: w.dropNowhere,
    kept: w.kept,
    target: sayTarget,
  }
}

function sayTarget(of: MapTarget | LooseTarget): string[] {
  const w = mapWords()
  const { doors, key, address, within = {} } = of
  const facts = [
    ...(doors === null ? [] : [w.doors(sayNumber(doors), doors === 1)]),
    ...(key ? [`★ ${w.key}`] : []),
  ].join(' · ')
  const where = 'walk' in of ? w.stop(of.walk, of.label) : (of.note ?? sayReason(of.reason))
  return [sayPlace({ address, within }), ...(facts === '' ? [] : [facts]), ...(where === '' ? [] : [where])]
}

function sayReason(reason: string | null): string {
  return reason === null ? '' : (planWords().reasons[reason] ?? reason)
}
