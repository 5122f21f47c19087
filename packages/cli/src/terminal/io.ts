/** What a command may do to the outside besides files: print, complain, show progress. */

export interface Io {
  out: (text: string) => void
  err: (text: string) => void
  /** Progress is shown on a terminal only; piped output stays silent. */
  isTerminal: boolean
}

export const processIo: Io = {
  out: (text) => process.stdout.write(text + '\n'),
  err: (text) => process.stderr.write(text + '\n'),
  isTerminal: process.stderr.isTTY === true,
}

/** Overwrites one line of the terminal; nothing when piped. */
export function progressLine(io: Io): { show: (text: string) => void; clear: () => void } {
  if (!io.isTerminal) return { show: () => {}, clear: () => {} }
  return {
    show: (text) => void process.stderr.write(`\r\u001b[K${text}`),
    clear: () => void process.stderr.write('\r\u001b[K'),
  }
}
