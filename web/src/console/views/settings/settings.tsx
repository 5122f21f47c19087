/** The campaign's settings, its keys, and the programs that are told what happens. */
import { doorwalk } from '../../../api/api.ts'
import type { Address } from '../../model/address.ts'
import { Busy } from '../../parts/busy.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { useLoad } from '../../state/load.ts'
import { problemOf } from '../../state/problem.ts'
import { settingsWords } from '../../words/campaign.ts'
import { shellWords } from '../../words/shell.ts'
import { CampaignSettings } from './campaign.tsx'
import { Keys } from './keys.tsx'
import { Webhooks } from './webhooks.tsx'

export function Settings({ address }: { address: Address }) {
  const w = settingsWords()
  const { value, error, reload } = useLoad('keys', (signal) => doorwalk.GET('/v1/keys', { signal }))
  // A key says which campaign it belongs to; nothing else does.
  const campaign = value?.keys[0]?.campaign
  return (
    <div class="stack">
      <h2>{w.title}</h2>
      <ProblemBox problem={error === undefined ? null : problemOf(error)} onRetry={reload} />
      {value === undefined && error === undefined && <Busy text={shellWords().loading} />}
      {value && (
        <>
          {campaign === undefined ? (
            <p>{w.campaign.unknown}</p>
          ) : (
            <CampaignSettings {...{ campaign }} isAskedFor={address.query['part'] === 'assumptions'} />
          )}
          <Keys keys={value.keys} onChange={reload} />
          <Webhooks opened={address.query['webhook']} />
        </>
      )}
    </div>
  )
}
