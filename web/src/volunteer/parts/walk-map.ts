/** The walk on its map: the way, numbers of what is left to do, what is done, and where one is. */
import * as L from 'leaflet'
import type { LngLat } from '@doorwalk/core/units'
import { walkLine } from '@doorwalk/core/walk/numbering'
import type { GroundFeature } from '../../api/answers.ts'
import { addGround } from '../../map/ground-layer.ts'
import { closeLeaflet, numberMarker, openLeaflet, toLatLng, toLine } from '../../map/leaflet.ts'
import { type WalkPack, type WalkRecord, isOver, targetsOf } from '../model/record.ts'

const CLOSEST_ZOOM = 19
const WAY: L.PolylineOptions = { color: '#332288', weight: 4, opacity: 0.8, interactive: false }
const HERE: L.CircleMarkerOptions = {
  radius: 8,
  color: '#fff',
  weight: 3,
  fillColor: '#0057d9',
  fillOpacity: 1,
}

export interface WalkMap {
  show(record: WalkRecord): void
  setPosition(at: LngLat | null): void
  close(): void
}

interface Options {
  pack: WalkPack
  onOpen: (target: string) => void
  /** Number and name of each target: this file is loaded apart, and speaks no language. */
  names: ReadonlyMap<string, { label: string; title: string }>
  /** What the own position is called. */
  here: string
}

export function createWalkMap(element: HTMLElement, { pack, onOpen, names, here }: Options): WalkMap {
  const map = openLeaflet(element)
  addGround(map).set(pack.map.features as unknown as GroundFeature[])
  const line = toLine(walkLine(pack.walk))
  if (line.length > 0) L.polyline(line, WAY).addTo(map)
  const numbers = L.layerGroup().addTo(map)
  const targets = targetsOf(pack)
  const bounds = L.latLngBounds([...line, ...[...targets.values()].map(({ location }) => toLatLng(location))])
  if (bounds.isValid()) map.fitBounds(bounds.pad(0.1), { maxZoom: CLOSEST_ZOOM })
  let position: L.CircleMarker | undefined

  return {
    show(record) {
      numbers.clearLayers()
      const drawn = new Set<string>()
      for (const id of record.order.toReversed()) {
        const target = targets.get(id)
        if (!target) continue
        // Parts of one building stand at one door: the first that is left to do is shown.
        const place = target.location.join()
        const isDone = isOver(record, id)
        if (isDone && drawn.has(place)) continue
        drawn.add(place)
        const kind = isDone ? 'over' : id === record.current ? 'current' : target.key ? 'key' : 'stop'
        const { label = '', title = '' } = names.get(id) ?? {}
        const look = { text: label, kind, title }
        numberMarker(toLatLng(target.location), look)
          .on('click', () => onOpen(id))
          .addTo(numbers)
      }
    },
    setPosition(at) {
      position?.remove()
      position = at ? L.circleMarker(toLatLng(at), HERE).bindTooltip(here).addTo(map) : undefined
    },
    close() {
      closeLeaflet(map)
    },
  }
}
