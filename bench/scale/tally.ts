/**
 * What a run of bench/scale/scale.ts has done so far: one line of NDJSON per piece, so that a run that was cut goes on.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import type { Plan } from '@doorwalk/core/walk/answer'

/** One whole processor of Lambda, and its price for a GB-second on arm64 (Europe, list price of November 2026). */
const LAMBDA = { gigabytes: 1.769, dollars: 0.0000133334, atOnce: 100 }

export interface PieceLine {
  name: string
  walks: number
  doors: number
  /** Targets for another day. */
  left: number
  prize: number
  metres: number
  /** Sum of used ÷ budget over the walks, and the most. */
  used: number
  most: number
  bytes: number
  /** In its thread. */
  milliseconds: number
  /** Processor seconds of the whole process since the line before. */
  cpu: number
}

export class Tally {
  private readonly file: string
  private readonly lines = new Map<string, PieceLine>()
  private cpuSaid = 0

  /** @param file  read when it is there */
  constructor(file: string) {
    this.file = file
    if (!existsSync(file)) return
    // The last line may have been cut.
    for (const text of readFileSync(file, 'utf8').split('\n').slice(0, -1)) {
      const line = JSON.parse(text) as PieceLine
      this.lines.set(line.name, line)
    }
  }

  has(name: string): boolean {
    return this.lines.has(name)
  }

  /** Of a piece whose walks are all written. */
  add(plan: Plan, { name, bytes, milliseconds }: Pick<PieceLine, 'name' | 'bytes' | 'milliseconds'>): void {
    const { walks, leftOut, summary } = plan
    const used = walks.map(({ seconds, budget }) => seconds / budget)
    const cpu = cpuSeconds()
    const line: PieceLine = {
      name,
      walks: walks.length,
      doors: summary.doors,
      left: leftOut.filter(({ reason }) => reason === 'not_selected').length,
      prize: summary.prize,
      metres: summary.metres,
      used: used.reduce((sum, share) => sum + share, 0),
      most: Math.max(0, ...used),
      bytes,
      milliseconds,
      cpu: cpu - this.cpuSaid,
    }
    this.cpuSaid = cpu
    this.lines.set(name, line)
    appendFileSync(this.file, `${JSON.stringify(line)}\n`)
  }

  get pieces(): number {
    return this.lines.size
  }

  progress(): string {
    const { doors, walks, cpu } = this.totals()
    return `${this.pieces} pieces, ${walks} walks, ${doors} doors, CPU ${cpu.toFixed(0)} s, memory ${memory()}`
  }

  /** @param doors  in the towns so far, walked to or not */
  report(doors: number): string {
    const { walks, left, metres, used, most, bytes, cpu, ...total } = this.totals()
    const slowest = Math.max(...[...this.lines.values()].map(({ milliseconds }) => milliseconds)) / 1000
    const perPiece = cpu / this.pieces
    const rounds = Math.ceil(this.pieces / LAMBDA.atOnce)
    return [
      `CPU ${cpu.toFixed(0)} s, ${(doors / cpu).toFixed(0)} doors a CPU second, ${(bytes / 1e6).toFixed(0)} MB of NDJSON`,
      `peak memory ${memory()}`,
      `${this.pieces} pieces, ${walks} walks; doors walked to ${total.doors} (coverage ${((100 * total.doors) / doors).toFixed(1)} %), ` +
        `targets left for another day ${left}, ${(metres / 1000).toFixed(0)} km`,
      `balance: longest share of a budget ${most.toFixed(3)}, mean ${(used / walks).toFixed(3)}, ` +
        `ratio ${((most * walks) / used).toFixed(2)}`,
      `a piece: CPU ${perPiece.toFixed(1)} s, slowest ${slowest.toFixed(1)} s of wall time here`,
      `on Lambda, ${LAMBDA.atOnce} at once: about ${(rounds * perPiece + slowest).toFixed(0)} s, ` +
        `${(cpu * LAMBDA.gigabytes * LAMBDA.dollars).toFixed(2)} dollars`,
    ].join('\n')
  }

  private totals() {
    const total = { walks: 0, doors: 0, left: 0, prize: 0, metres: 0, used: 0, most: 0, bytes: 0, cpu: 0 }
    for (const line of this.lines.values()) {
      total.walks += line.walks
      total.doors += line.doors
      total.left += line.left
      total.prize += line.prize
      total.metres += line.metres
      total.used += line.used
      total.most = Math.max(total.most, line.most)
      total.bytes += line.bytes
      total.cpu += line.cpu
    }
    return total
  }
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

function memory(): string {
  return `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`
}
