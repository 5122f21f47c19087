/**
 * How wide a text is on paper, without a browser. The font is the reader's own, so the widest is assumed of those that
 * the style sheet falls back to: what is a line here is a line everywhere.
 */

/** A piece of text in one font. */
export interface TextRun {
  text: string
  /** Of the font, mm. */
  size: number
  bold?: boolean
}

/** Advance widths of DejaVu Sans from " " to "~", hundredths of the size; Arial and Helvetica are narrower. */
const REGULAR = [
  32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34,
  34, 84, 84, 84, 54, 100, 69, 69, 70, 77, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79, 61, 79, 70, 64, 62, 74,
  69, 99, 69, 62, 69, 40, 34, 40, 84, 50, 50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62, 64,
  64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
]
/** The same of DejaVu Sans Bold. */
const BOLD = [
  35, 46, 53, 84, 70, 101, 88, 31, 46, 46, 53, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 40,
  40, 84, 84, 84, 58, 100, 78, 77, 74, 83, 69, 69, 83, 84, 38, 38, 78, 64, 100, 84, 85, 74, 85, 77, 73, 69,
  82, 78, 111, 78, 73, 73, 46, 37, 46, 84, 50, 50, 68, 72, 60, 72, 68, 44, 72, 72, 35, 35, 67, 35, 105, 72,
  69, 72, 72, 50, 60, 48, 72, 66, 93, 65, 66, 59, 72, 37, 72, 84,
]
const FIRST = 32
/** Hundredths of the size, of what is neither in the tables nor an accent: no letter of a script is wider than high. */
const WIDEST = 110
const OTHERS: Record<string, number> = { '\u00a0': 35, '\u202f': 20, '·': 38, '’': 38, '–': 50 }

/** In the unit of the size. */
export function textWidth({ text, size, bold = false }: TextRun): number {
  const widths = bold ? BOLD : REGULAR
  let hundredths = 0
  for (const letter of text.normalize('NFD').replace(/\p{M}/gu, '')) {
    hundredths += OTHERS[letter] ?? widths[letter.codePointAt(0)! - FIRST] ?? WIDEST
  }
  return (hundredths * size) / 100
}

/** How many lines the runs take one behind the other, broken at spaces, and inside words that are wider than a line. */
export function linesOf(runs: TextRun[], width: number): number {
  return packedLines(
    runs.flatMap((run) =>
      run.text.split(/(?<= )/).map((text) => ({
        width: textWidth({ ...run, text: text.trimEnd() }),
        after: textWidth({ ...run, text: text.slice(text.trimEnd().length) }),
      })),
    ),
    width,
  )
}

interface Piece {
  width: number
  /** Free behind it, unless the line ends there. */
  after?: number
}

/** How many lines pieces take that stay whole; at least one. */
export function packedLines(pieces: Piece[], width: number): number {
  let lines = 1
  let used = 0
  for (const piece of pieces) {
    if (used > 0 && used + piece.width > width) {
      lines++
      used = 0
    }
    const whole = Math.floor(piece.width / width)
    lines += whole
    used += piece.width - whole * width + (piece.after ?? 0)
  }
  return lines
}
