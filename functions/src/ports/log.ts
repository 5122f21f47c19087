/** What is written down of what happens, line by line. */

export interface LogLine {
  level: 'info' | 'warn' | 'error'
  event: string
  [field: string]: string | number | boolean | undefined
}

export type Log = (line: LogLine) => void
