/** How bright the page is: as the phone says, for the sun, or dark. */
import { readSlot, writeSlot } from '../device/slots.ts'

export const LIGHTS = ['auto', 'sun', 'dark'] as const
export type Light = (typeof LIGHTS)[number]

const SLOT = 'doorwalk-light'

export function keptLight(): Light {
  const kept = readSlot('localStorage', SLOT)
  return LIGHTS.find((light) => light === kept) ?? 'auto'
}

export function showLight(light: Light): void {
  document.documentElement.dataset['light'] = light
}

export function keepLight(light: Light): void {
  showLight(light)
  writeSlot('localStorage', SLOT, light)
}
