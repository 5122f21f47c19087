/** What a process listens on, as Linux tells it. */
import { readFileSync, readdirSync, readlinkSync } from 'node:fs'

export const NO_PROC = process.platform === 'linux' ? undefined : 'no /proc on this system'

const LISTEN = '0A'

/** Ports of all its TCP sockets that listen, of any address, sorted. */
export function listeningPorts(pid: number): number[] {
  const sockets = new Set<string>()
  for (const fd of readdirSync(`/proc/${pid}/fd`)) {
    const inode = /^socket:\[(\d+)\]$/.exec(linkOf(`/proc/${pid}/fd/${fd}`))?.[1]
    if (inode !== undefined) sockets.add(inode)
  }
  const lines = ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/${pid}/net/${table}`, 'utf8').trim().split('\n').slice(1),
  )
  return lines
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[3] === LISTEN && sockets.has(fields[9] ?? ''))
    .map((fields) => parseInt(fields[1]!.split(':')[1]!, 16))
    .sort((a, b) => a - b)
}

/** Descriptors come and go while they are listed. */
function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}
