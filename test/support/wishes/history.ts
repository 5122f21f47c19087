/** What happened in a campaign before it plans. */
import type { Campaign } from '../scenes/campaign.ts'
import { REGION, type Quarter } from './world.ts'

/** Blocks of twelve doors are key: some of them come first among the reserves of everybody who may do them. */
export async function callKey(campaign: Campaign, { targets }: Quarter): Promise<void> {
  const keys = targets.filter(({ doors }) => doors === 12).map(({ id }) => ({ id, key: true }))
  const answer = await campaign.send(`/v1/buildings?region=${REGION}`, { targets: keys })
  if (!answer.ok) throw new Error(await answer.text())
}

export async function rankByTurnout(campaign: Campaign): Promise<void> {
  const formula = { weights: [{ field: 'turnout', weight: 1 }], standardise: 'none' }
  const answer = await campaign.send('/v1/rankings', { name: 'by turnout', region: REGION, formula })
  if (!answer.ok) throw new Error(await answer.text())
}

export async function visitAll(
  campaign: Campaign,
  { targets }: Quarter,
  { at, opened, of }: { at: string; opened: boolean; of: (id: string) => boolean },
): Promise<void> {
  const visits = targets
    .filter(({ id }) => of(id))
    .map(({ id, doors }, index) => ({
      ...{ id: `visit-${String(index).padStart(5, '0')}`, target: id, at, knocked: Math.min(doors, 12) },
      opened: opened ? Math.min(doors, 12) - 1 : 0,
    }))
  for (let from = 0; from < visits.length; from += 500) {
    const answer = await campaign.send('/v1/visits', {
      region: REGION,
      visits: visits.slice(from, from + 500),
    })
    const { refused } = (await answer.json()) as { refused: unknown[] }
    if (!answer.ok || refused.length > 0)
      throw new Error(`visits refused: ${JSON.stringify(refused.slice(0, 2))}`)
  }
}
