/** What each wish of a plan costs, as a short list. */
import type { Schemas } from '@doorwalk/client'
import { doorwalk } from '../../../../api/api.ts'
import { adviceWords } from '../../../words/advice.ts'
import { sayNumber } from '../../../../words/language.ts'
import { useAsk } from './use-ask.tsx'

const PERCENT: Intl.NumberFormatOptions = { style: 'percent', maximumFractionDigits: 1 }

interface Props {
  plan: Schemas['PlanAnswer']
  onReplaced: () => void
}

export function Prices({ plan: { id }, onReplaced }: Props) {
  const w = adviceWords()
  const asking = useAsk<readonly Schemas['WishPrice'][]>({ plan: id, busy: w.pricesBusy, onReplaced })
  const { answer, isBusy, isStale, state } = asking
  async function call(): Promise<readonly Schemas['WishPrice'][]> {
    const params = { path: { planId: id } }
    const told = await doorwalk.POST('/v1/plans/{planId}/wishes', { params, body: {} })
    return 'wishes' in told ? told.wishes : []
  }
  return (
    <>
      <p class="help">{w.pricesHelp}</p>
      <button type="button" disabled={isBusy} onClick={() => void asking.ask({ plan: id, name: '', call })}>
        {w.pricesAsk}
      </button>
      {state}
      {isStale && (
        <p class="note" role="status">
          {w.pricesStale}
        </p>
      )}
      {answer && answer.value.length === 0 && <p role="status">{w.noWishes}</p>}
      {answer && answer.value.length > 0 && (
        <dl class={isStale ? 'prices stale' : 'prices'}>
          {answer.value.map((price) => (
            <div key={price.wish}>
              <dt>{w.wishes[price.wish] ?? price.wish}</dt>
              <dd>{sayPrice(price)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}

/** "8 doors (2.9 % of the worth)"; of a wish for which doors are only worth more, the worth alone. */
function sayPrice({ verdict, doors, share, keys }: Schemas['WishPrice']): string {
  const w = adviceWords()
  if (w.verdicts[verdict] !== undefined) return w.verdicts[verdict]
  const count = doors ?? 0
  const worth = w.worth(sayNumber(share ?? 0, PERCENT))
  const key = keys != null && keys > 0 ? [w.keysMore(sayNumber(keys), keys === 1)] : []
  return [...(count > 0 ? [w.doors(sayNumber(count), count === 1)] : []), worth, ...key].join(', ')
}
