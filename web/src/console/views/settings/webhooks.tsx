/** Programs that are told what happens: connect, test, look at what was sent, delete. */
import type { Schemas } from '@doorwalk/client'
import { useState } from 'preact/hooks'
import { doorwalk } from '../../../api/api.ts'
import { hashOf } from '../../model/address.ts'
import type { Problem } from '../../model/problem.ts'
import { announce } from '../../parts/announce.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Table } from '../../parts/table.tsx'
import { useLoad } from '../../state/load.ts'
import { useOnce } from '../../../parts/once.ts'
import { problemOf } from '../../state/problem.ts'
import { removals, useRemovals } from '../../state/removals.ts'
import { go } from '../../state/session.ts'
import { settingsWords } from '../../words/campaign.ts'
import { sayInstant, sayNumber } from '../../../words/language.ts'
import { Deliveries } from './deliveries.tsx'
import { eventsOf, NewWebhook } from './new-webhook.tsx'
import { ShownOnce } from './shown-once.tsx'

type Webhook = Schemas['Webhook']

/** `opened`: the id of the one whose messages are shown. */
export function Webhooks({ opened }: { opened: string | undefined }) {
  const w = settingsWords().hooks
  const { value, error, reload } = useLoad('webhooks', (signal) => doorwalk.GET('/v1/webhooks', { signal }))
  const [secret, setSecret] = useState<string | null>(null)
  const { once } = useOnce()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [round, setRound] = useState(0)
  const { gone } = useRemovals()
  const hooks = (value?.webhooks ?? []).filter(({ id }) => !gone.has(webhookPath(id)))
  const open = hooks.find(({ id }) => id === opened)
  const show = (id?: string): void => go(hashOf(['settings'], { webhook: id }), { replace: true })
  const attempt = (action: () => Promise<unknown>, done: string): Promise<void> =>
    once(async () => {
      setProblem(null)
      try {
        await action()
        announce(done)
        setRound((count) => count + 1)
      } catch (failed) {
        setProblem(problemOf(failed))
      }
      reload()
    })
  const at = (webhookId: string) => ({ params: { path: { webhookId } } })
  const test = ({ id }: Webhook): Promise<void> =>
    attempt(async () => {
      await doorwalk.POST('/v1/webhooks/{webhookId}/test', at(id))
      show(id)
    }, w.tested)
  const remove = ({ id, label }: Webhook): void => {
    removals.remove({ path: webhookPath(id), what: label, onDone: reload })
    if (id === opened) show()
  }
  return (
    <section aria-labelledby="hooks-title">
      <h3 id="hooks-title">{w.title}</h3>
      <p class="help">{w.help}</p>
      <ProblemBox problem={error === undefined ? problem : problemOf(error)} onRetry={reload} />
      {value && hooks.length === 0 && <p>{w.none}</p>}
      {hooks.length > 0 && (
        <Table name={w.table} columns={[w.label, w.events, w.state, w.toDo].map((name) => ({ name }))}>
          {hooks.map((hook) => (
            <tr key={hook.id} class={hook === open ? 'chosen' : ''}>
              <th scope="row">
                {hook.label}
                <br />
                <span class="help">{hook.url}</span>
              </th>
              <td>{sayEvents(hook)}</td>
              <td>{sayState(hook)}</td>
              <td>
                <button type="button" aria-label={w.sentOf(hook.label)} onClick={() => show(hook.id)}>
                  {w.sent}
                </button>
                {hook.disabled ? (
                  <button
                    type="button"
                    aria-label={w.enableOf(hook.label)}
                    onClick={() =>
                      void attempt(
                        () => doorwalk.POST('/v1/webhooks/{webhookId}/enable', at(hook.id)),
                        w.enabled,
                      )
                    }
                  >
                    {w.enable}
                  </button>
                ) : (
                  <button type="button" aria-label={w.testOf(hook.label)} onClick={() => void test(hook)}>
                    {w.test}
                  </button>
                )}
                <button type="button" aria-label={w.removeOf(hook.label)} onClick={() => remove(hook)}>
                  {w.remove}
                </button>
              </td>
            </tr>
          ))}
        </Table>
      )}
      {open && <Deliveries key={`${open.id} ${round}`} hook={open} onClose={() => show()} />}
      <NewWebhook
        onMade={(made) => {
          setSecret(made)
          reload()
        }}
      />
      {secret !== null && (
        <ShownOnce title={w.secret} help={w.secretHelp} secret={secret} onClose={() => setSecret(null)} />
      )}
    </section>
  )
}

function webhookPath(id: string): string {
  return `/v1/webhooks/${encodeURIComponent(id)}`
}

function sayEvents({ events }: Webhook): string {
  const w = settingsWords().hooks
  const all = eventsOf(w.names).length
  if (events.length >= all) return w.all
  const [only] = events
  return events.length === 1 && only ? w.names[only] : w.some(sayNumber(events.length), sayNumber(all))
}

function sayState({ disabled, failingSince }: Webhook): string {
  const w = settingsWords().hooks
  if (disabled) return w.off
  return failingSince === null ? w.works : w.failing(sayInstant(failingSince))
}
