/** The map: our own streets and buildings under precincts, a drawn area, a start and coloured walks. No tile server. */
import { marksOf, spread } from './marks.js'
import { placeNames } from './street-names.js'

/** @type {any} Leaflet, loaded before this module. */
const L = /** @type {any} */ (window).L

/** Width of carriageways, metres; other ways are thin dashed lines. Classes of the street graph. */
const ROAD_METRES = {
  trunk: 14,
  primary: 13,
  secondary: 11,
  tertiary: 9,
  residential: 7,
  living: 6,
  pedestrian: 6,
  service: 4,
  driveway: 3,
}
const NAMES_FROM_ZOOM = 16
const EQUATOR_METRES_PER_PIXEL = 156_543

/**
 * @typedef {[number, number]} LngLat
 * @typedef {{ kind: string, walk?: number, label?: string, stroke?: string, [key: string]: any }} Properties
 * @typedef {import('./marks.js').Numbered} Numbered
 * @typedef {{ type: string, properties: Properties, geometry: { type: string, coordinates: any } }} Feature
 */

/** @param {HTMLElement} element @param {{ onPick: (at: LngLat) => void, onPrecinct: (code: string) => void }} handlers */
export function createMap(element, { onPick, onPrecinct }) {
  const map = L.map(element, { attributionControl: false, zoomSnap: 0.5, maxZoom: 20, minZoom: 3 }).setView(
    [47, 2],
    5,
  )
  L.control.scale({ imperial: false }).addTo(map)
  for (const [name, zIndex] of [
    ['ground', 250],
    ['names', 450],
  ]) {
    const pane = map.createPane(name)
    pane.style.zIndex = String(zIndex)
    pane.style.pointerEvents = 'none'
  }
  const canvas = L.canvas({ pane: 'ground', padding: 0.3 })

  const ground = L.layerGroup().addTo(map)
  const names = L.layerGroup().addTo(map)
  const precincts = L.layerGroup().addTo(map)
  const area = L.layerGroup().addTo(map)
  const walks = L.layerGroup().addTo(map)
  const numbers = L.layerGroup().addTo(map)
  const start = L.layerGroup().addTo(map)

  /** @type {{ layer: any, metres: number, extra: number }[]} */
  let roads = []
  /** @type {Map<string, LngLat[][]>} */
  let named = new Map()
  /** @type {Map<string, any>} */
  let precinctShapes = new Map()
  /** @type {Feature[]} */
  let planned = []
  let picking = false
  /** @type {import('./marks.js').Mark[]} */
  let marks = []

  map.on('click', (/** @type {any} */ event) => {
    if (picking) onPick(fromLatLng(event.latlng))
  })
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !picking || event.target !== element) return
    event.preventDefault()
    onPick(fromLatLng(map.getCenter()))
  })
  map.on('zoomend', sizeRoads)
  map.on('zoomend', drawMarks)
  map.on('moveend', drawNames)

  function sizeRoads() {
    const metresPerPixel =
      (EQUATOR_METRES_PER_PIXEL * Math.cos((map.getCenter().lat * Math.PI) / 180)) / 2 ** map.getZoom()
    for (const { layer, metres, extra } of roads) {
      layer.setStyle({ weight: Math.max(1, metres / metresPerPixel) + extra })
    }
  }

  /** Numbers that would cover each other at this zoom stand side by side. */
  function drawMarks() {
    numbers.clearLayers()
    const wanted = marks.map(({ at }) => map.latLngToContainerPoint(at))
    const places = spread(marks, wanted)
    for (const [index, { text, kind, title }] of marks.entries()) {
      const place = map.containerPointToLatLng(places[index])
      L.marker(place, { icon: numberIcon(text, kind), title, keyboard: false }).addTo(numbers)
    }
  }

  function drawNames() {
    names.clearLayers()
    if (map.getZoom() < NAMES_FROM_ZOOM) return
    const size = map.getSize()
    const toPixels = (/** @type {LngLat} */ at) => {
      const { x, y } = map.latLngToContainerPoint(toLatLng(at))
      return /** @type {[number, number]} */ ([x, y])
    }
    for (const { text, middle, angle } of placeNames(named, { toPixels, width: size.x, height: size.y })) {
      const span = document.createElement('span')
      span.textContent = text
      span.style.transform = `translate(-50%, -50%) rotate(${angle}rad)`
      const icon = L.divIcon({ className: 'street', html: span, iconSize: [0, 0] })
      L.marker(map.containerPointToLatLng(middle), {
        icon,
        pane: 'names',
        interactive: false,
        keyboard: false,
      }).addTo(names)
    }
  }

  return {
    /** @param {[number, number, number, number]} bbox */
    show([west, south, east, north]) {
      map.fitBounds([
        [south, west],
        [north, east],
      ])
    },
    view() {
      const bounds = map.getBounds()
      return {
        zoom: map.getZoom(),
        bbox: /** @type {[number, number, number, number]} */ ([
          bounds.getWest(),
          bounds.getSouth(),
          bounds.getEast(),
          bounds.getNorth(),
        ]),
      }
    },
    /** @param {() => void} handler */
    onMove(handler) {
      map.on('moveend', handler)
    },
    /** @param {boolean} on */
    setPicking(on) {
      picking = on
      element.classList.toggle('picking', on)
    },
    /** Zoom buttons in the page's language. @param {string} zoomIn @param {string} zoomOut */
    nameButtons(zoomIn, zoomOut) {
      for (const { selector, title } of [
        { selector: '.leaflet-control-zoom-in', title: zoomIn },
        { selector: '.leaflet-control-zoom-out', title: zoomOut },
      ]) {
        const button = element.querySelector(selector)
        button?.setAttribute('title', title)
        button?.setAttribute('aria-label', title)
      }
    },

    /** Replaces streets and buildings. @param {Feature[]} features */
    setGround(features) {
      ground.clearLayers()
      const rings = features
        .filter(({ properties }) => properties.kind === 'building')
        .map(({ geometry }) => geometry.coordinates.map(toLine))
      const streets = features.filter(({ properties }) => properties.kind === 'street')
      /** @type {Map<string, any[]>} */
      const byClass = new Map()
      named = new Map()
      for (const { properties, geometry } of streets) {
        const lines = geometry.coordinates.map(toLine)
        byClass.set(properties.class, [...(byClass.get(properties.class) ?? []), ...lines])
        if (properties.name !== '') {
          named.set(properties.name, [...(named.get(properties.name) ?? []), ...geometry.coordinates])
        }
      }
      roads = []
      const base = { renderer: canvas, interactive: false, smoothFactor: 0.5 }
      const classes = [...byClass].map(([kind, lines]) => ({
        metres: /** @type {Record<string, number>} */ (ROAD_METRES)[kind],
        lines,
      }))
      for (const { metres, lines } of classes) {
        if (metres === undefined)
          L.polyline(lines, { ...base, color: '#bbb', weight: 1, dashArray: '3 3' }).addTo(ground)
        else
          roads.push({
            layer: L.polyline(lines, { ...base, color: '#c9c9c2' }).addTo(ground),
            metres,
            extra: 1.5,
          })
      }
      for (const { metres, lines } of classes) {
        if (metres !== undefined) {
          roads.push({ layer: L.polyline(lines, { ...base, color: '#fff' }).addTo(ground), metres, extra: 0 })
        }
      }
      L.polygon(rings, {
        ...base,
        fillColor: '#d5d3cb',
        fillOpacity: 1,
        color: '#b4b1a6',
        weight: 0.7,
      }).addTo(ground)
      sizeRoads()
      drawNames()
    },

    /** @param {Feature[]} features @param {(code: string) => boolean} isChosen */
    setPrecincts(features, isChosen) {
      precincts.clearLayers()
      precinctShapes = new Map()
      for (const feature of features) {
        const code = String(feature.properties.code)
        const shape = L.geoJSON(feature, { style: precinctStyle(isChosen(code)) })
        shape.on('click', () => {
          if (!picking) onPrecinct(code)
        })
        shape.bindTooltip(textNode(code), { sticky: true })
        shape.addTo(precincts)
        precinctShapes.set(code, shape)
      }
    },
    /** @param {string} code @param {boolean} chosen */
    choosePrecinct(code, chosen) {
      precinctShapes.get(code)?.setStyle(precinctStyle(chosen))
    },

    /** @param {LngLat[]} points */
    setArea(points) {
      area.clearLayers()
      const line = points.map(toLatLng)
      const style = { color: '#000', weight: 2, dashArray: '6 4', interactive: false }
      if (line.length > 2) L.polygon(line, { ...style, fillColor: '#332288', fillOpacity: 0.12 }).addTo(area)
      else if (line.length > 1) L.polyline(line, style).addTo(area)
      for (const point of line) {
        L.circleMarker(point, {
          radius: 5,
          color: '#000',
          weight: 2,
          fillColor: '#fff',
          fillOpacity: 1,
          interactive: false,
        }).addTo(area)
      }
    },
    /** @param {LngLat | null} at @param {string} label */
    setStart(at, label) {
      start.clearLayers()
      if (at !== null)
        L.marker(toLatLng(at), { icon: numberIcon('★', 'start'), title: label, keyboard: false }).addTo(start)
    },

    /** @param {Feature[]} features from the plan's GeoJSON; empty to clear */
    setWalks(features) {
      planned = features
    },
    /**
     * One walk with its numbers, or all as lines and dots.
     *
     * @param {number | null} number
     * @param {(properties: Properties) => string} say what a point is called
     */
    showWalk(number, say) {
      walks.clearLayers()
      const bounds = L.latLngBounds([])
      /** @type {Numbered[]} */
      const numbered = []
      for (const { properties, geometry } of planned) {
        const own = number === null || properties.walk === number
        if (geometry.type === 'LineString') {
          const line = toLine(geometry.coordinates)
          const style = { lineCap: 'round', lineJoin: 'round', interactive: false }
          if (own) {
            L.polyline(line, { ...style, color: '#fff', weight: 7, opacity: 0.9 }).addTo(walks)
            bounds.extend(line)
          }
          L.polyline(line, {
            ...style,
            color: properties.stroke,
            weight: own ? 4 : 2,
            opacity: own ? 1 : 0.25,
            dashArray: properties['stroke-dasharray'] || null,
          }).addTo(walks)
          continue
        }
        const at = toLatLng(geometry.coordinates)
        const title = say(properties)
        if (properties.kind === 'meeting_point') {
          L.marker(at, { icon: numberIcon('★', 'start'), title, keyboard: false }).addTo(walks)
        }
        if (!own) continue
        if (properties.kind === 'target') bounds.extend(at)
        if (number !== null && properties.kind !== 'meeting_point') {
          numbered.push({ properties, at, title })
        } else if (properties.kind === 'target') {
          const dot = {
            radius: 4,
            color: '#fff',
            weight: 1,
            fillColor: properties['marker-color'],
            fillOpacity: 1,
          }
          L.circleMarker(at, dot).bindTooltip(textNode(title)).addTo(walks)
        }
      }
      if (bounds.isValid()) map.fitBounds(bounds.pad(0.08), { maxZoom: 19 })
      marks = marksOf(numbered)
      drawMarks()
    },
  }
}

/** @param {string} text @param {string} kind */
function numberIcon(text, kind) {
  return L.divIcon({
    className: `number ${kind}`,
    html: textNode(text),
    iconSize: null,
    iconAnchor: [12, 12],
  })
}

/** Leaflet takes strings for HTML; a node with text cannot carry any. @param {string} text */
function textNode(text) {
  const span = document.createElement('span')
  span.textContent = text
  return span
}

/** @param {boolean} chosen */
function precinctStyle(chosen) {
  return {
    color: '#332288',
    weight: chosen ? 3 : 1.2,
    fillColor: '#332288',
    fillOpacity: chosen ? 0.12 : 0.02,
  }
}

/** @param {LngLat} at @returns {[number, number]} Leaflet's order */
function toLatLng(at) {
  return [at[1], at[0]]
}

/** @param {LngLat[]} line */
function toLine(line) {
  return line.map(toLatLng)
}

/** Six decimals are 0.1 m. @param {{ lng: number, lat: number }} at @returns {LngLat} */
function fromLatLng({ lng, lat }) {
  return [Math.round(lng * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6]
}
