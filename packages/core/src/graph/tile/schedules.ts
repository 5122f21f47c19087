/** Edges and nodes of a tile that somebody may pass at certain hours only, as bytes and back. */
import type { ByteReader, ByteWriter } from './bytes.ts'
import { checkIndices, readDeltas, readIndices, writeColumn, writeDeltas } from './columns.ts'

/** Lists of pairs, each pair at the same place of two lists. */
export interface TileSchedules {
  /** As graph/hours/schedule.ts writes them, each once. */
  texts: string[]
  /** Ascending, and the text of each. Their rule is that of an open way. */
  edge: Uint32Array
  edgeText: Uint32Array
  /** Ascending, and the text of each. Their flags are those of no condition. */
  node: Uint32Array
  nodeText: Uint32Array
}

const NONE = new Uint32Array(0)
export const NO_SCHEDULES: TileSchedules = {
  texts: [],
  edge: NONE,
  edgeText: NONE,
  node: NONE,
  nodeText: NONE,
}

export function writeSchedules(
  out: ByteWriter,
  { texts, edge, edgeText, node, nodeText }: TileSchedules,
): void {
  for (const { length } of [texts, edge, node]) out.unsigned(length)
  for (const text of texts) out.text(text)
  writeDeltas(out, edge)
  writeColumn(out, edgeText)
  writeDeltas(out, node)
  writeColumn(out, nodeText)
}

/** @throws DamagedBytes */
export function readSchedules(
  read: ByteReader,
  { edges, nodes }: { edges: number; nodes: number },
): TileSchedules {
  const [textCount, edgeCount, nodeCount] = [read.unsigned(), read.unsigned(), read.unsigned()]
  const texts: string[] = []
  for (let i = 0; i < textCount; i++) texts.push(read.text())
  const places = (count: number, length: number) =>
    checkIndices(new Uint32Array(readDeltas(read, count).buffer), length)
  const edge = places(edgeCount, edges)
  const edgeText = readIndices(read, { count: edgeCount, length: textCount })
  const node = places(nodeCount, nodes)
  const nodeText = readIndices(read, { count: nodeCount, length: textCount })
  return { texts, edge, edgeText, node, nodeText }
}
