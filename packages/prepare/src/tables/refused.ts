/** What an import says about its rows: each refused one with line, field, what came and what was expected. */

export interface RefusedRow {
  /** 1-based, header included; for GeoJSON the 1-based feature. */
  line: number
  field: string
  came: string
  expected: string
}

export interface ImportCounts {
  read: number
  accepted: number
  /** Accepted after a mend, such as a scrambled encoding. */
  repaired: number
  /** Said before in the same file. */
  repeated: number
  outside: number
  refused: RefusedRow[]
}

export function noRows(): ImportCounts {
  return { read: 0, accepted: 0, repaired: 0, repeated: 0, outside: 0, refused: [] }
}

export function refusedLine({ line, field, came, expected }: RefusedRow): string {
  return `line ${line}, ${field}: ${came === '' ? 'nothing' : JSON.stringify(came)} came, ${expected} expected`
}
