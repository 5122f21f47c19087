/** The service worker of `/w/`: the page opens without a network. Answers of the API never pass through it. */
import { precacheAndRoute } from 'workbox-precaching'

/** Of the page, put in by the build: addresses, and hashes of what they hold. */
declare const PAGE: { url: string; revision: string }[]

/** What of a service worker is used here; its own types exclude those of pages. */
interface Worker {
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  addEventListener(
    type: 'install' | 'activate',
    listener: (event: { waitUntil(work: Promise<unknown>): void }) => void,
  ): void
}
const worker = globalThis as unknown as Worker

precacheAndRoute(PAGE)
worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
