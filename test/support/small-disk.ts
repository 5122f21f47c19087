/** A disk that is soon full, where this machine lets us mount one. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface SmallDisk {
  path: string
  /** Takes all the room that is left, and gives it back. */
  fill(): void
  clear(): void
  unmount(): void
}

/** @param options  of the mount: size, or `ro` @returns undefined where mounting is not allowed */
export function mountSmallDisk(options: string): SmallDisk | undefined {
  const path = mkdtempSync(join(tmpdir(), 'doorwalk-disk-'))
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path]).status !== 0) return undefined
  const filler = join(path, 'filler')
  return {
    path,
    fill() {
      for (let bytes = 1 << 20; bytes >= 1024; bytes /= 2) {
        for (let isFull = false; !isFull;) isFull = !append(filler, bytes)
      }
    },
    clear: () => rmSync(filler, { force: true }),
    unmount: () => void spawnSync('umount', ['-l', path]),
  }
}

export const NO_MOUNT = 'mounting a disk is not allowed here'

export function mayMount(): boolean {
  const disk = mountSmallDisk('size=64k')
  disk?.unmount()
  return disk !== undefined
}

function append(path: string, bytes: number): boolean {
  try {
    writeFileSync(path, Buffer.alloc(bytes, 1), { flag: 'a' })
    return true
  } catch {
    return false
  }
}
