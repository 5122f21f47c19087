/**
 * What stands in a region and is knocked on: buildings, their entrances and doors. Written by `prepare`, read by
 * plans.
 */
import type { Cell } from '../h3.ts'
import type { LngLat, Metres } from '../units.ts'

/** Where a door count comes from, best first. */
export const DOOR_SOURCES = [
  'client',
  'dwellings',
  'flats',
  'units',
  'numbers',
  'grid',
  'floor_area',
  'default',
] as const
export type DoorSource = (typeof DOOR_SOURCES)[number]

/**
 * How the street door opens; `gate`: a locked or private gate comes before it. Codes themselves are never stored.
 */
export const DOOR_ACCESS = ['open', 'intercom', 'code', 'guard', 'unknown', 'gate'] as const
export type DoorAccess = (typeof DOOR_ACCESS)[number]

export type BuildingKind = 'house' | 'flats'

/** Why nobody lives there, as far as the sources tell. */
export type NoDoorsReason =
  | 'outbuilding' // garage, shed, roof, carport, hut …
  | 'public' // school, church, hospital, station, town hall …
  | 'commercial' // shops only, offices, industry, hotel …
  | 'too_small' // footprint below what a dwelling needs
  | 'no_address' // all around have one, this has none, and nothing else says that people live here
  | 'no_households' // the grid counts none in this cell
  | 'ruin' // ruins, demolished, under construction

export interface Address {
  /** "12 bis", empty when the source has a street only. */
  number: string
  street: string
  postcode?: string
  city?: string
  /** ISO 3166-1, two letters, where it is not that of the region. */
  country?: string
}

/** Part of an entrance. */
export interface TargetPart {
  /** From 1. */
  number: number
  of: number
  /** 0 is the ground floor; both ends included. */
  fromFloor: number
  toFloor: number
  /** Of a floor that several parts share: its doors, counted from 1. Unknown in regions prepared before. */
  firstDoor?: number
  lastDoor?: number
}

/** What is knocked in one go: one entrance, or a part of it where it has too many floors and doors for that. */
export interface Target {
  /** Source key + entrance + part: `osm:w123`, `osm:w123!e987`, `osm:w123#2`. */
  id: string
  building: string
  entrance?: { id: string; label?: string }
  /** Cut by floors, top part first. */
  part?: TargetPart
  address?: Address
  /** Where one stands in front of the street door. */
  location: LngLat
  /** H3 cell, resolution 10. */
  block: Cell
  doors: number
  /** Interval of the estimate; equal to `doors` when counted. */
  doorsLow: number
  doorsHigh: number
  doorsSource: DoorSource
  /** Storeys to walk, ground floor included; 1 for a bungalow. */
  floors: number
  kind: BuildingKind
  access: DoorAccess
  /** Targets with the same value stand behind one street door. */
  streetDoor: string
}

export interface Building {
  id: string
  location: LngLat
  areaM2: number
  levels: number
  levelsSource: 'tag' | 'register' | 'neighbours' | 'default'
  kind: BuildingKind
  /** Set when the building is no target; then `targets` is empty and `doors` 0. */
  noDoors?: NoDoorsReason
  doors: number
  precinct?: string
  targets: Target[]
}

/** One tile of a region as stored: UTF-8 JSON. */
export interface BuildingTile {
  cell: Cell
  buildings: Building[]
}

/** Outlines for drawing, per building: rings of `[lng, lat]`, first one outer. UTF-8 JSON. */
export interface FootprintTile {
  cell: Cell
  footprints: { id: string; rings: LngLat[][]; height?: Metres }[]
}
