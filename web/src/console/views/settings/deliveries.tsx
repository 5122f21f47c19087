/** What was sent to a program, with its last answer; anything can be sent again. */
import type { Schemas } from '@doorwalk/client'
import { useEffect, useState } from 'preact/hooks'
import { doorwalk } from '../../../api/api.ts'
import type { Problem } from '../../model/problem.ts'
import { announce } from '../../parts/announce.tsx'
import { Busy } from '../../parts/busy.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Table } from '../../parts/table.tsx'
import { useLoad } from '../../state/load.ts'
import { useOnce } from '../../../parts/once.ts'
import { problemOf } from '../../state/problem.ts'
import { settingsWords } from '../../words/campaign.ts'
import { sayInstant, sayNumber } from '../../../words/language.ts'
import { shellWords } from '../../words/shell.ts'

type Delivery = Schemas['Delivery']

/** The newest of them. */
const SHOWN = 50
/** While something has not been tried yet it is looked at again. */
const AGAIN_MILLISECONDS = 2_000

interface Props {
  hook: Schemas['Webhook']
  onClose: () => void
}

export function Deliveries({ hook: { id: webhookId, label }, onClose }: Props) {
  const w = settingsWords().hooks
  const { value, error, reload } = useLoad(`deliveries ${webhookId}`, (signal) =>
    doorwalk.GET('/v1/webhooks/{webhookId}/deliveries', {
      params: { path: { webhookId }, query: { limit: SHOWN } },
      signal,
    }),
  )
  const { once } = useOnce()
  const [problem, setProblem] = useState<Problem | null>(null)
  const deliveries = (value?.deliveries ?? []) as readonly Delivery[]
  useEffect(() => {
    if (!deliveries.some(isUntried)) return
    const timer = setTimeout(reload, AGAIN_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [value])
  async function replay({ eventId }: Delivery): Promise<void> {
    setProblem(null)
    try {
      await doorwalk.POST('/v1/webhooks/{webhookId}/deliveries/{eventId}/replay', {
        params: { path: { webhookId, eventId } },
      })
      announce(w.isSentAgain)
      reload()
    } catch (failed) {
      setProblem(problemOf(failed))
    }
  }
  return (
    <div class="panel">
      <h4>
        {w.sentOf(label)}{' '}
        <button type="button" class="small" onClick={onClose}>
          {shellWords().close}
        </button>
      </h4>
      <ProblemBox problem={error === undefined ? problem : problemOf(error)} onRetry={reload} />
      {value === undefined && error === undefined && <Busy text={shellWords().loading} />}
      {value && deliveries.length === 0 && <p>{w.nothingSent}</p>}
      {deliveries.length > 0 && (
        <Table
          name={w.sentOf(label)}
          columns={[
            ...[w.when, w.what, w.state].map((name) => ({ name })),
            ...[{ name: w.attempts, isFigure: true }, { name: w.answer }, { name: w.again }],
          ]}
        >
          {deliveries.map((delivery) => {
            const { eventId, type, state, createdAt, attempts } = delivery
            return (
              <tr key={eventId}>
                <th scope="row">{sayInstant(createdAt)}</th>
                <td>{w.names[type]}</td>
                <td>{w.states[state]}</td>
                <td class="figure">{sayNumber(attempts.length)}</td>
                <td>{sayAnswer(delivery)}</td>
                <td>
                  <button
                    type="button"
                    aria-label={w.againOf(w.names[type], sayInstant(createdAt))}
                    onClick={() => void once(() => replay(delivery))}
                  >
                    {w.again}
                  </button>
                </td>
              </tr>
            )
          })}
        </Table>
      )}
    </div>
  )
}

function isUntried({ state, attempts }: Delivery): boolean {
  return state === 'pending' && attempts.length === 0
}

function sayAnswer({ attempts }: Delivery): string {
  const last = attempts.at(-1)
  if (last === undefined) return '–'
  return last.status === null ? settingsWords().hooks.noAnswer : String(last.status)
}
