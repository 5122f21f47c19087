/** Plain text tables and the lines that a person reads after a plan. */
import type { Plan, Walk } from '@doorwalk/core/walk/answer'

type Align = 'left' | 'right'

/** Columns padded to their widest cell, two spaces apart. */
export function textTable(header: string[], rows: string[][], aligns: Align[]): string {
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]!.length)),
  )
  const line = (cells: string[]) =>
    cells
      .map((cell, column) =>
        aligns[column] === 'right' ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
      )
      .join('  ')
      .trimEnd()
  return [line(header), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n')
}

/** One row a walk, a line of totals, and what was left out and why. */
export function planReport(plan: Plan): string {
  const rows = plan.walks.map((walk) => [
    String(walk.number),
    String(walk.stops.length),
    String(walk.doors),
    walk.prize.toFixed(1),
    minutes(walk.seconds),
    String(walk.metres),
    addressOf(walk, 0),
    addressOf(walk, -1),
  ])
  const table = textTable(['walk', 'stops', 'doors', 'prize', 'minutes', 'metres', 'first', 'last'], rows, [
    'right',
    'right',
    'right',
    'right',
    'right',
    'right',
    'left',
    'left',
  ])
  const { summary } = plan
  const totals =
    `${summary.walks} walks, ${summary.targets} targets, ${summary.doors} doors, ` +
    `${(summary.seconds / 3600).toFixed(1)} hours, ${(summary.metres / 1000).toFixed(1)} km, ` +
    `${summary.doorsPerHour} doors an hour each, balance ${summary.balance}`
  const reasons = Object.entries(summary.leftOut)
    .sort((a, b) => b[1] - a[1])
    .map(([reason, count]) => `${count} ${reason.replaceAll('_', ' ')}`)
  const leftOut = `Left out: ${reasons.join(', ') || 'nothing'}.`
  const warnings = plan.warnings.map((warning) => `Note: ${warning}`)
  return [...(rows.length > 0 ? [table, ''] : []), totals, leftOut, ...warnings].join('\n')
}

function minutes(seconds: number): string {
  return (seconds / 60).toFixed(0)
}

function addressOf(walk: Walk, stop: number): string {
  const targets = walk.stops.at(stop)?.targets
  const target = stop < 0 ? targets?.at(-1) : targets?.[0]
  const street = walk.stops.at(stop)?.street ?? ''
  return target ? target.address || `${street} (${target.id})`.trim() : ''
}
