/** Lines to standard output and error that never end the process: whoever reads them may go, and their disk be full. */
import { fstatSync, writeSync } from 'node:fs'

/** Writes a line, or drops it where it cannot be written; later ones are tried again. */
export function lineWriter(stream: NodeJS.WriteStream & { fd: number }): (line: string) => void {
  // A stream that failed once takes nothing more, even when there is room again; so a file is written to directly.
  if (isFile(stream.fd)) return (line) => void writeWhole(stream.fd, `${line}\n`)
  stream.on('error', () => undefined)
  return (line) => void stream.write(`${line}\n`)
}

function isFile(fd: number): boolean {
  try {
    return fstatSync(fd).isFile()
  } catch {
    return false
  }
}

function writeWhole(fd: number, text: string): void {
  try {
    const bytes = Buffer.from(text)
    for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at)
  } catch {
    // No room: what is told of is more important than the telling.
  }
}
