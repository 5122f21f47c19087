/**
 * One cold load, in a process of its own for `bench/streets/streets.ts`: street tiles as a region is read (files,
 * decompression, checksum), then the graph, then the hierarchy. Prints the processor milliseconds of loading and of the
 * hierarchy, and how long loading took on the clock.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { brotliDecompressSync } from 'node:zlib'
import { buildGraph } from '@doorwalk/core/graph/network/build'
import { buildHierarchy } from '@doorwalk/core/matrix/hierarchy'

const started = process.cpuUsage()
const startedAt = performance.now()
const packed = await Promise.all(process.argv.slice(2).map((file) => readFile(file)))
const tiles = packed.map((tile) => brotliDecompressSync(tile))
for (const tile of tiles) createHash('sha256').update(tile).digest('hex')
const graph = buildGraph(tiles, 'canvass')
const load = process.cpuUsage(started)
const loadedAt = performance.now()
buildHierarchy(graph)
const all = process.cpuUsage(started)

const milliseconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000
process.stdout.write(
  `${milliseconds(load).toFixed(0)} ${(milliseconds(all) - milliseconds(load)).toFixed(0)} ${(loadedAt - startedAt).toFixed(0)}\n`,
)
