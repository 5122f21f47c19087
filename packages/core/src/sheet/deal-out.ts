/** Deals the rows of a walk out to sheets of paper, so that none holds a word only. */

/** Rows that stay together. */
export interface Block {
  html: string
  /** mm */
  height: number
}

/** Least by which sheets are made emptier to fill the last one, mm. */
const STEP = 2
/** So much of the last sheet is filled, where the rows can be dealt out so: a sheet with a word on it is lost. */
const LAST_FILLED = 0.4

interface Room {
  /** On the first sheet, mm. */
  first: number
  /** On each further sheet, mm. */
  rest: number
}

/**
 * Blocks by sheet, in their order: as few sheets as hold them, and the last no less full than it can be. A block that
 * is higher than a sheet has one to itself. At least one sheet.
 */
export function dealOut<Of extends Block>(blocks: Of[], room: Room): Of[][] {
  let sheets = filled(blocks, room)
  for (let less = STEP; sheets.length > 1 && less < room.rest; less += STEP) {
    if (heightOf(sheets.at(-1)!) >= LAST_FILLED * room.rest) break
    const emptier = filled(blocks, { first: room.first - less, rest: room.rest - less })
    if (emptier.length > sheets.length || emptier[0]!.length === 0) break
    sheets = emptier
  }
  return sheets
}

export function heightOf(blocks: Block[]): number {
  return blocks.reduce((sum, { height }) => sum + height, 0)
}

function filled<Of extends Block>(blocks: Of[], { first, rest }: Room): Of[][] {
  const sheets: Of[][] = [[]]
  let free = first
  for (const block of blocks) {
    // The first sheet has a map: without rows it is still full.
    if (block.height > free && (sheets.length === 1 || sheets.at(-1)!.length > 0)) {
      sheets.push([])
      free = rest
    }
    sheets.at(-1)!.push(block)
    free -= block.height
  }
  return sheets
}
