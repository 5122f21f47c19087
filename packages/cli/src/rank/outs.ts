/** Files that a ranking is written to, by their endings. */
import type { Proposal } from '@doorwalk/core/proposal/answer'
import { proposalMap } from '@doorwalk/core/proposal/proposal-map'
import type { Ranking } from '@doorwalk/core/ranking/ranking'
import { rankingCsv } from '@doorwalk/core/ranking/ranking-csv'
import type { ShapedArea } from '@doorwalk/core/ranking/worth'
import { writeFile } from 'node:fs/promises'
import { usage } from '../terminal/arguments.ts'

interface Out {
  path: string
  type: OutType
}

type OutType = 'json' | 'csv' | 'geojson'

/** @throws VisibleError for another ending */
export function outOption(path: string): Out {
  const type = /\.(geojson|json|csv)$/i.exec(path)?.[1]?.toLowerCase()
  if (type === 'json' || type === 'csv' || type === 'geojson') return { path, type }
  throw usage(`--out: got "${path}", expected a name that ends in .json or .csv`)
}

/** @throws VisibleError for a map of what is no proposal */
export function checkMaps(outs: readonly Out[], isProposal: boolean): void {
  const map = outs.find(({ type }) => type === 'geojson')
  if (map && !isProposal)
    throw usage(`--out: got "${map.path}", but only a proposal is a map; give --volunteers, or .json or .csv`)
}

export async function writeOuts(
  outs: readonly Out[],
  {
    rankings,
    proposed,
  }: {
    rankings: readonly { kind: 'precinct' | 'square'; ranking: Ranking }[]
    proposed: { proposal: Proposal; areas: ShapedArea[] } | undefined
  },
): Promise<void> {
  for (const { path, type } of outs) {
    if (type === 'csv') await writeFile(path, rankingCsv(rankings))
    else if (type === 'json') await writeFile(path, jsonOf(rankings, proposed?.proposal))
    else if (proposed)
      await writeFile(path, `${JSON.stringify(proposalMap(proposed.proposal, proposed.areas))}\n`)
  }
}

function jsonOf(
  rankings: readonly { kind: string; ranking: Ranking }[],
  proposal: Proposal | undefined,
): string {
  const named = rankings.map(({ kind, ranking }) => [`${kind}s`, ranking] as const)
  return `${JSON.stringify({ ...Object.fromEntries(named), ...(proposal && { proposal }) }, null, 1)}\n`
}
