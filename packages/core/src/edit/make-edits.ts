/** What each kind of edit does to the plan on the table. */
import { fieldError } from '../error.ts'
import { newWalk, type PlanEdit } from '../request/edit-request.ts'
import type { Board, BoardWalk } from './board.ts'
import {
  bring,
  handTo,
  likeness,
  openFor,
  override,
  refuseBegun,
  refuseExcluded,
  refusePinned,
} from './board-changes.ts'
import { changeableWalk, noEffect, say, takeOff, targetsNamed, walkOfTarget, walkOn } from './board.ts'

/** Where an edit stands in the request. */
interface Place {
  by: number
  at: string
}

type Make<Type extends PlanEdit['type']> = (
  board: Board,
  edit: Extract<PlanEdit, { type: Type }>,
  place: Place,
) => void

/** Makes edits in their order. @throws VisibleError `edit.…` with the place of the edit that cannot be made */
export function makeEdits(board: Board, edits: readonly PlanEdit[]): void {
  edits.forEach((edit, by) => {
    const make = MAKE[edit.type] as Make<PlanEdit['type']>
    make(board, edit, { by, at: `/edits/${by}` })
  })
}

const MAKE: { [Type in PlanEdit['type']]: Make<Type> } = {
  pin(board, { target, walk }, { by, at }) {
    walkOn(board, walk, `${at}/walk`)
    const named = targetsNamed(board, target, `${at}/target`)
    const ids = named.filter((id) => board.pins.get(id) !== walk)
    if (ids.length === 0) throw noEffect(`${at}/target`, `"${target}" is pinned to this walk already`)
    for (const id of ids) {
      refuseExcluded(board, id, `${at}/target`)
      say(board, { about: id, what: `put on walk "${walk}"`, by, pointer: `${at}/target` })
      if (walkOfTarget(board, id) !== walk) bring(board, { id, walk, by, at, field: 'target' })
      board.pins.set(id, walk)
    }
  },
  unpin(board, { target }, { by, at }) {
    const ids = targetsNamed(board, target, `${at}/target`).filter((id) => board.pins.has(id))
    if (ids.length === 0) throw noEffect(`${at}/target`, `"${target}" is not pinned`)
    for (const id of ids) {
      say(board, { about: `pin of ${id}`, what: 'unpinned', by, pointer: `${at}/target` })
      board.pins.delete(id)
    }
  },
  move(board, { targets, walk }, { by, at }) {
    changeableWalk(board, walk, `${at}/walk`)
    const seen = new Set<string>()
    targets.forEach((target, index) => {
      const pointer = `${at}/targets/${index}`
      const ids = targetsNamed(board, target, pointer).filter((id) => walkOfTarget(board, id) !== walk)
      if (ids.length === 0) throw noEffect(pointer, `"${target}" is on this walk already`)
      for (const id of ids) {
        if (seen.size === seen.add(id).size) throw noEffect(pointer, `"${target}" is named twice`)
        refuseExcluded(board, id, pointer)
        refusePinned(board, id, pointer)
        say(board, { about: id, what: `put on walk "${walk}"`, by, pointer })
        bring(board, { id, walk, by, at, field: `targets/${index}` })
      }
    })
  },
  move_tail(board, { from, walk }, { by, at }) {
    changeableWalk(board, walk, `${at}/walk`)
    const first = targetsNamed(board, from, `${at}/from`).find((id) => walkOfTarget(board, id) !== undefined)
    const source = first === undefined ? undefined : walkOfTarget(board, first)
    if (source === undefined)
      throw fieldError(
        'edit.unknown_target',
        `${at}/from`,
        `got "${from}", which is on no walk, or done; expected a target that is ahead on a walk`,
      )
    if (source === walk) throw noEffect(`${at}/walk`, `"${from}" is on this walk already`)
    const { stops } = changeableWalk(board, source, `${at}/from`)
    const tail = stops.slice(stops.findIndex((stop) => stop.includes(first!))).flat()
    for (const id of tail) {
      refusePinned(board, id, `${at}/from`)
      say(board, { about: id, what: `put on walk "${walk}"`, by, pointer: `${at}/from` })
      bring(board, { id, walk, by, at, field: 'from' })
    }
  },
  swap_walkers(board, { walks }, { by, at }) {
    const [a, b] = walks.map((id, index) => walkOn(board, id, `${at}/walks/${index}`)) as [
      BoardWalk,
      BoardWalk,
    ]
    if (a === b) throw noEffect(`${at}/walks/1`, 'both are one walk')
    ;[a, b].forEach((walk, index) => {
      say(board, {
        about: `walker of ${walks[index]!}`,
        what: 'swapped',
        by,
        pointer: `${at}/walks/${index}`,
      })
      if (walk.now === null)
        throw fieldError('edit.unknown_walk', `${at}/walks/${index}`, 'got a walk that this list adds')
      refuseBegun(walk, {
        id: walks[index]!,
        pointer: `${at}/walks/${index}`,
        why: 'nobody can go on from where another stands',
      })
    })
    const isAlike = likeness(a.volunteer) === likeness(b.volunteer)
    if (!isAlike) {
      walks.forEach((id, index) => changeableWalk(board, id, `${at}/walks/${index}`))
      a.isTouched = b.isTouched = true
    }
    const [first, second] = [{ ...a }, { ...b }]
    handTo(a, second)
    handTo(b, first)
  },
  lock(board, { walk }, { by, at }) {
    const { isTouched } = walkOn(board, walk, `${at}/walk`)
    if (board.locks.has(walk)) throw noEffect(`${at}/walk`, `walk "${walk}" is locked already`)
    if (isTouched)
      throw fieldError(
        'edit.contradiction',
        `${at}/walk`,
        `walk "${walk}" is changed by an edit before; lock it in a request of its own, once you see what came of it`,
      )
    say(board, { about: `lock of ${walk}`, what: 'locked', by, pointer: `${at}/walk` })
    board.locks.add(walk)
  },
  unlock(board, { walk }, { by, at }) {
    walkOn(board, walk, `${at}/walk`)
    if (!board.locks.has(walk)) throw noEffect(`${at}/walk`, `walk "${walk}" is not locked`)
    say(board, { about: `lock of ${walk}`, what: 'unlocked', by, pointer: `${at}/walk` })
    board.locks.delete(walk)
  },
  exclude(board, { target }, { by, at }) {
    const pointer = `${at}/target`
    const ids = targetsNamed(board, target, pointer).filter((id) => board.leftOut.get(id) !== 'excluded')
    if (ids.length === 0) throw noEffect(pointer, `"${target}" is excluded already`)
    for (const id of ids) {
      refusePinned(board, id, pointer)
      if (board.targets.get(id)?.key)
        throw fieldError('edit.contradiction', pointer, `"${id}" is a key building; \`unkey\` it first`)
      say(board, { about: id, what: 'excluded', by, pointer })
      takeOff(board, id, pointer)
      override(board, id, { exclude: true })
    }
  },
  include(board, { target }, { by, at }) {
    const pointer = `${at}/target`
    const named = targetsNamed(board, target, pointer)
    const ids = named.filter((id) => board.targets.get(id)?.exclude || board.targets.get(target)?.exclude)
    if (ids.length === 0 || ids.some((id) => board.skipped.has(id) || board.skipped.has(target)))
      throw noEffect(pointer, `no edit has excluded "${target}"`)
    for (const id of ids) {
      say(board, { about: id, what: 'included', by, pointer })
      override(board, id, { exclude: false })
    }
  },
  key(board, { target }, { by, at }) {
    const pointer = `${at}/target`
    const ids = targetsNamed(board, target, pointer).filter((id) => !board.targets.get(id)?.key)
    if (ids.length === 0) throw noEffect(pointer, `"${target}" is a key building already`)
    for (const id of ids) {
      refuseExcluded(board, id, pointer)
      say(board, { about: id, what: 'a key building', by, pointer })
      override(board, id, { key: true })
      openFor(board, id)
    }
  },
  unkey(board, { target }, { by, at }) {
    const pointer = `${at}/target`
    const ids = targetsNamed(board, target, pointer).filter(
      (id) => board.targets.get(id)?.key || board.targets.get(target)?.key,
    )
    if (ids.length === 0) throw noEffect(pointer, `nobody has named "${target}" a key building`)
    for (const id of ids) {
      say(board, { about: id, what: 'no key building', by, pointer })
      override(board, id, { key: false })
      openFor(board, id)
    }
  },
  add_walker(board, { volunteer }, { at }) {
    const asked = volunteer.id
    if (asked !== undefined && board.walkers.has(asked))
      throw fieldError(
        'edit.walker',
        `${at}/volunteer/id`,
        `got "${asked}", who has a walk of this plan already; give every walker an id of his own`,
      )
    let spare = board.names.size
    let walker = asked ?? String(spare + 1)
    while (asked === undefined && board.names.has(walker)) walker = String(++spare + 1)
    board.walkers.add(walker)
    board.names.add(walker)
    board.walks.set(newWalk(walker), {
      now: null,
      walker,
      volunteer: { ...volunteer, id: walker },
      stops: [],
      brought: new Map(),
      isTouched: true,
      keepsEnds: false,
      keepsBudget: false,
    })
  },
  remove_walker(board, { walk }, { at }) {
    changeableWalk(board, walk, `${at}/walk`)
    board.removed.add(walk)
    const { walker, stops } = board.walks.get(walk)!
    board.walkers.delete(walker)
    const freed = stops.flat()
    board.walks.delete(walk)
    for (const id of freed) if (board.targets.get(id)?.key) openFor(board, id)
  },
  set_minutes(board, { walk, minutes }, { by, at }) {
    const changed = changeableWalk(board, walk, `${at}/walk`)
    if ((changed.volunteer.minutes ?? board.minutes) === minutes)
      throw noEffect(`${at}/minutes`, `walk "${walk}" has ${minutes} minutes already`)
    say(board, { about: `minutes of ${walk}`, what: `set to ${minutes}`, by, pointer: `${at}/minutes` })
    changed.volunteer = { ...changed.volunteer, minutes }
    changed.keepsBudget = false
    changed.isTouched = true
  },
  set_start(board, { walk, start }, { by, at }) {
    const changed = changeableWalk(board, walk, `${at}/walk`)
    refuseBegun(changed, { id: walk, pointer: `${at}/walk`, why: 'its start is behind it' })
    const before = changed.now?.walk.start
    if (start === 'anywhere' ? before === null : String(before) === String(start))
      throw noEffect(`${at}/start`, `walk "${walk}" starts there already`)
    say(board, { about: `start of ${walk}`, what: 'set', by, pointer: `${at}/start` })
    changed.volunteer = { ...changed.volunteer, start }
    changed.keepsEnds = false
    changed.isTouched = true
  },
}
