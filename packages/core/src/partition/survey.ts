/** What there is to do in each block of an area of any size: read tile by tile, a few sums per block are kept. */
import type { KeyRule } from '../assembly/key-choice.ts'
import { openKeyTally } from '../assembly/key-choice.ts'
import type { Site } from '../assembly/site.ts'
import { secondsTogether } from '../assembly/placement.ts'
import { overridesByTarget } from '../building/alias.ts'
import type { Building } from '../building/building.ts'
import { type Elsewhere, openAccount } from '../building/account.ts'
import { scaleOf } from '../building/priority.ts'
import { accountInput, keysElsewhere, keysIn, selectTargets } from '../building/select.ts'
import { openSkippedCells } from '../building/skipped-cells.ts'
import type { CrewMember } from '../grouping/crew.ts'
import type { Workload } from '../grouping/workload.ts'
import { emptyWorkload, joinWorkloads, workloadsOf } from '../grouping/workload.ts'
import type { Cell } from '../h3.ts'
import { BLOCK_RESOLUTION, cellAt, cellCentre } from '../h3.ts'
import type { TargetOverride } from '../request/request.ts'
import type { Warning } from '../words/warning.ts'

export interface Survey {
  /** Takes in all buildings of one tile. */
  look: (buildings: Building[]) => void
  end: () => {
    blocks: Workload[]
    /** Which targets are key buildings, in every piece. */
    keys: KeyRule
    warnings: Warning[]
    elsewhere: Elsewhere[]
    targetsIn: (cells: Cell[]) => TargetOverride[]
  }
}

export function openSurvey(site: Site, crew: CrewMember[]): Survey {
  const { request, area, aliases, assumptions } = site
  const warnings: Warning[] = []
  const overrides = overridesByTarget(request.targets ?? [], aliases, warnings)
  const blocks = new Map<Cell, Workload>()
  const places = new Map<string, Set<Cell>>()
  const cells = openSkippedCells(request.skip?.cells)
  const scale = scaleOf(request.priority, site.precincts)
  const account = openAccount(accountInput({ ...site, overrides, cells, scale }))
  const tally = openKeyTally(request.keyShare, assumptions)
  const keysHere = new Set<string>()
  const add = (load: Workload) => {
    const known = blocks.get(load.cell)
    blocks.set(load.cell, known ? joinWorkloads(known, load) : load)
  }
  const note = (id: string, cell: Cell) => {
    if (!overrides.has(id)) return
    const cells = places.get(id)
    if (cells) cells.add(cell)
    else places.set(id, new Set([cell]))
  }
  const count = (buildings: Building[], targets: TargetOverride[]) => {
    const selection = selectTargets({ ...site, buildings, request: { ...request, targets }, part: account })
    tally.add(selection)
    for (const id of keysIn(selection)) keysHere.add(id)
    const seconds = secondsTogether(selection.candidates, crew, assumptions)
    for (const load of workloadsOf(selection.candidates, seconds)) add(load)
    return selection
  }
  const empty = (cell: Cell) => add(emptyWorkload(cell, cellCentre(cell)))

  return {
    look(buildings) {
      const named = new Set<string>()
      for (const building of buildings) {
        const cell = cellAt(building.location, BLOCK_RESOLUTION)
        if (building.targets.length === 0 && area.holds({ location: building.location, block: cell }))
          empty(cell)
        note(building.id, cell)
        named.add(building.id)
        for (const target of building.targets) {
          const { id, block } = target
          note(building.id, block)
          note(id, block)
          named.add(id)
          if (area.holds(target) && !blocks.has(block)) empty(block)
        }
      }
      const mine = [...overrides.values()].filter(({ id }) => named.has(id))
      count(buildings, mine)
    },
    end() {
      const strangers = [...overrides.values()].filter(({ id }) => !places.has(id))
      for (const { id, location, doors } of strangers) {
        if (location === undefined || doors === undefined) continue
        const cell = cellAt(location, BLOCK_RESOLUTION)
        note(id, cell)
        if (area.holds({ location, block: cell })) empty(cell)
      }
      warnings.push(...count([], strangers).warnings, ...keysElsewhere(overrides, keysHere))
      const told = account.end()
      warnings.push(...told.warnings)
      const byCell = new Map<Cell, TargetOverride[]>()
      for (const [id, cells] of places) {
        for (const cell of cells) {
          const here = byCell.get(cell)
          if (here) here.push(overrides.get(id)!)
          else byCell.set(cell, [overrides.get(id)!])
        }
      }
      return {
        blocks: [...blocks.values()].sort((a, b) => (a.cell < b.cell ? -1 : 1)),
        keys: tally.end(),
        warnings,
        elsewhere: told.elsewhere,
        targetsIn: (cells) => [...new Set(cells.flatMap((cell) => byCell.get(cell) ?? []))],
      }
    },
  }
}
