/** Colours of the map by day and by night. Ours are told apart by shape, dash or number as well. */
import { walkLook } from '@doorwalk/core/walk/palette'
import type { WalkState } from './plan.ts'

export type ThemeName = 'light' | 'dark'

/** All `#RRGGBB`. */
export interface Theme {
  ground: string
  street: string
  streetEdge: string
  path: string
  building: string
  buildingEdge: string
  /** Texts, signs, and the ground they stand on. */
  ink: string
  paper: string
  /** Around lines and dots, so that they stand out. */
  halo: string
  /** Walks that are not in focus. */
  pale: string
  /** What is on no walk. */
  loose: string
  /** Outlines of areas. */
  outline: string
  /** What is selected, and where one may drop. */
  chosen: string
  states: Record<WalkState, string>
  /** Coverage from 0 to 1. */
  cells: readonly [string, string]
}

export const THEMES: Readonly<Record<ThemeName, Theme>> = {
  light: {
    ground: '#ecebe6',
    street: '#ffffff',
    streetEdge: '#c9c9c2',
    path: '#bbbbb4',
    building: '#d8d6ce',
    buildingEdge: '#b4b1a6',
    ink: '#1b1b22',
    paper: '#ffffff',
    halo: '#ffffff',
    pale: '#8f8f99',
    loose: '#5f5f69',
    outline: '#332288',
    chosen: '#b34700',
    states: {
      waiting: '#6b6b75',
      started: '#1f5fbf',
      late: '#b3261e',
      finished: '#12612f',
      ended: '#8f8f99',
    },
    cells: ['#efeaf9', '#332288'],
  },
  dark: {
    ground: '#1a1b20',
    street: '#3a3c45',
    streetEdge: '#23242a',
    path: '#45474f',
    building: '#26282f',
    buildingEdge: '#3a3c45',
    ink: '#f2f2f5',
    paper: '#14141a',
    halo: '#14141a',
    pale: '#777985',
    loose: '#a6a8b3',
    outline: '#b9aaff',
    chosen: '#ffb066',
    states: {
      waiting: '#a6a8b3',
      started: '#7db4ff',
      late: '#ff8f87',
      finished: '#7fd79c',
      ended: '#777985',
    },
    cells: ['#2a2838', '#b9aaff'],
  },
}

/** Of text and signs on their ground, WCAG 2.2, 1.4.11. */
export const LEAST_CONTRAST = 3
const MIX_STEP = 0.05

/** A walk's colour as of core's palette, which is made for white ground; by night lightened until it can be seen. */
export function walkColour(number: number, name: ThemeName): string {
  const { colour } = walkLook(number)
  if (name === 'light') return colour
  for (let part = 0; part < 1; part += MIX_STEP) {
    const mixed = mix(colour, '#ffffff', part)
    if (contrast(mixed, THEMES.dark.street) >= LEAST_CONTRAST) return mixed
  }
  return '#ffffff'
}

/** From one colour, at 0, to the other, at 1. */
export function mix(from: string, to: string, part: number): string {
  const [a, b] = [channels(from), channels(to)]
  return `#${a.map((value, at) => hex(value + (b[at]! - value) * part)).join('')}`
}

/** Ratio of WCAG 2.2: from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}

function hex(value: number): string {
  return Math.round(value).toString(16).padStart(2, '0')
}
