/** What the phone itself can do: position, a screen that stays on, vibration, the service worker. None is needed. */
import type { LngLat } from '@doorwalk/core/units'

/** Follows the position; returns how to stop. Nothing of it is kept or sent. */
export function followPosition(onMove: (at: LngLat | null) => void): () => void {
  if (!('geolocation' in navigator)) return () => undefined
  const watch = navigator.geolocation.watchPosition(
    ({ coords }) => onMove([coords.longitude, coords.latitude]),
    () => onMove(null),
    { enableHighAccuracy: true, maximumAge: 10_000 },
  )
  return () => navigator.geolocation.clearWatch(watch)
}

/** Keeps the screen on while the page is seen. Undefined: this browser cannot. */
export async function keepAwake(): Promise<WakeLockSentinel | undefined> {
  try {
    return await navigator.wakeLock?.request('screen')
  } catch {
    return undefined
  }
}

/** A short shake that says "kept". */
export function shake(): void {
  if ('vibrate' in navigator) navigator.vibrate(30)
}

/** The page opens without a network from then on. False: this browser, or an address without HTTPS, cannot. */
export async function registerWorker(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  try {
    await navigator.serviceWorker.register('/w/worker.js', { scope: '/w/' })
    return true
  } catch {
    return false
  }
}

/** Asks the browser not to clear what is kept here when it needs room. */
export async function askToKeep(): Promise<void> {
  try {
    await navigator.storage?.persist()
  } catch {
    // It is kept as long as there is room.
  }
}

/** Moments of the server's clock less this phone's, ms; 0 where the answer does not say. */
export function clockAhead(answer: Response, now: number): number {
  const said = Date.parse(answer.headers.get('Date') ?? '')
  // The header has whole seconds, and is a moment old when it comes.
  return Number.isFinite(said) && Math.abs(said - now) > 2_000 ? said - now : 0
}
