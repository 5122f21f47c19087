/** How bright the page is: as the phone says, for the sun, or dark. */
import { readSlot, writeSlot } from '../device/slots.ts'

export const LIGHTS = ['auto', 'sun', 'dark'] as const
export type Light = (typeof LIGHTS)[number]

const SLOT = 'doorwalk-light'

export function keptLight(): Light {
  const kept = readSlot('localStorage', SLOT)
  return LIGHTS.find((light) => light === kept) ?? 'auto'
}

const night = matchMedia('(prefers-color-scheme: dark)')
let shown: Light = 'auto'

/** The style sheet knows `dark`, `sun`, and nothing: so each set of colours stands there once. */
export function showLight(light: Light): void {
  shown = light
  document.documentElement.dataset['light'] = light === 'auto' && night.matches ? 'dark' : light
}
night.addEventListener('change', () => showLight(shown))

export function keepLight(light: Light): void {
  showLight(light)
  writeSlot('localStorage', SLOT, light)
}
