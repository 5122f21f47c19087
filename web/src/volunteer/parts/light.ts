/** How bright the page is: as the phone says, for the sun, or dark. */
export const LIGHTS = ['auto', 'sun', 'dark'] as const
export type Light = (typeof LIGHTS)[number]

const SLOT = 'doorwalk-light'

export function keptLight(): Light {
  try {
    const kept = localStorage.getItem(SLOT)
    return LIGHTS.find((light) => light === kept) ?? 'auto'
  } catch {
    return 'auto'
  }
}

export function showLight(light: Light): void {
  document.documentElement.dataset['light'] = light
}

export function keepLight(light: Light): void {
  showLight(light)
  try {
    localStorage.setItem(SLOT, light)
  } catch {
    // It holds until the page is closed.
  }
}
