/** Every view of the console: its address, its word in the menu. A view that is not here does not exist. */
import type { ComponentType } from 'preact'
import type { Address } from '../model/address.ts'
import { hashOf } from '../model/address.ts'
import type { ShellWords } from '../words/en/shell.ts'
import { Areas } from './areas/areas.tsx'
import { Compare } from './compare/compare.tsx'
import { Corrections } from './corrections/corrections.tsx'
import { CoverageView } from './coverage/coverage.tsx'
import { HandOut } from './hand-out/hand-out.tsx'
import { Paper } from './hand-out/paper.tsx'
import { RollCall } from './hand-out/roll-call.tsx'
import { Holdouts } from './holdouts/holdouts.tsx'
import { LiveActions } from './live/live.tsx'
import { LivePlan } from './live/live-plan.tsx'
import { Home } from './plan/home.tsx'
import { PlanForm } from './plan/plan-form.tsx'
import { PlanView } from './plan/plan-view.tsx'
import { Plans } from './plans/plans.tsx'
import { Settings } from './settings/settings.tsx'
import { BatchView } from './weekend/batch.tsx'
import { Weekend } from './weekend/weekend.tsx'

interface ViewProps {
  address: Address
}

interface Route {
  /** Parts of the path; `*` stands for any one. */
  path: readonly string[]
  word: keyof ShellWords['views']
  view: ComponentType<ViewProps>
  /** Stands in the menu. */
  inMenu: boolean
}

/** In the order of the menu. */
const ROUTES: readonly Route[] = [
  { path: [], word: 'plan', view: Home, inMenu: false },
  { path: ['plan'], word: 'plan', view: PlanForm, inMenu: true },
  { path: ['plans', '*'], word: 'plans', view: PlanView, inMenu: false },
  { path: ['plans'], word: 'plans', view: Plans, inMenu: true },
  { path: ['compare'], word: 'plans', view: Compare, inMenu: false },
  { path: ['plans', '*', 'hand-out'], word: 'plans', view: HandOut, inMenu: false },
  { path: ['plans', '*', 'roll-call'], word: 'plans', view: RollCall, inMenu: false },
  { path: ['plans', '*', 'paper'], word: 'plans', view: Paper, inMenu: false },
  { path: ['weekend'], word: 'weekend', view: Weekend, inMenu: true },
  { path: ['weekend', '*'], word: 'weekend', view: BatchView, inMenu: false },
  { path: ['areas'], word: 'areas', view: Areas, inMenu: true },
  { path: ['plans', '*', 'live'], word: 'live', view: LivePlan, inMenu: false },
  { path: ['live'], word: 'live', view: LiveActions, inMenu: true },
  { path: ['coverage'], word: 'coverage', view: CoverageView, inMenu: true },
  { path: ['corrections'], word: 'corrections', view: Corrections, inMenu: true },
  { path: ['holdouts'], word: 'holdouts', view: Holdouts, inMenu: true },
  { path: ['holdouts', '*'], word: 'holdouts', view: Holdouts, inMenu: false },
  { path: ['settings'], word: 'settings', view: Settings, inMenu: true },
]

export interface MenuEntry {
  word: keyof ShellWords['views']
  href: string
}

export const MENU: readonly MenuEntry[] = [
  ...ROUTES.filter(({ inMenu }) => inMenu).map(({ word, path }) => ({ word, href: hashOf(path) })),
  { word: 'lists', href: '/lists/' },
]

/** Undefined: nothing is there. */
export function routeOf({ path }: Address): Route | undefined {
  return ROUTES.find(
    (route) =>
      route.path.length === path.length &&
      route.path.every((part, index) => part === '*' || part === path[index]),
  )
}
