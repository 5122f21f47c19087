/** The keys of the campaign: what each may do, and one click to shut it out. */
import type { Schemas } from '@doorwalk/client'
import { useState } from 'preact/hooks'
import { doorwalk } from '../../../api/api.ts'
import { announce } from '../../parts/announce.tsx'
import { Confirm, type Question } from '../../parts/confirm.tsx'
import { Table } from '../../parts/table.tsx'
import { settingsWords } from '../../words/campaign.ts'
import { sayInstant } from '../../../words/language.ts'
import { NewKey } from './new-key.tsx'
import { ShownOnce } from './shown-once.tsx'

type StoredKey = Schemas['StoredKey']

interface Props {
  keys: readonly StoredKey[]
  onChange: () => void
}

export function Keys({ keys, onChange }: Props) {
  const w = settingsWords().keys
  const [question, setQuestion] = useState<Question | null>(null)
  const [made, setMade] = useState<string | null>(null)
  const revoke = ({ keyId, label }: StoredKey): Question => ({
    title: w.revokeOf(label),
    help: isLastOfAll(keyId, keys) ? `${w.revokeHelp} ${w.revokeLast}` : w.revokeHelp,
    verb: w.revoke,
    act: async () => {
      await doorwalk.DELETE('/v1/keys/{keyId}', { params: { path: { keyId } } })
      announce(w.revoked(label))
      onChange()
    },
  })
  return (
    <section aria-labelledby="keys-title">
      <h3 id="keys-title">{w.title}</h3>
      <p class="help">{w.help}</p>
      {keys.length > 0 && (
        <Table name={w.table} columns={[w.label, w.may, w.until, w.made, w.revoke].map((name) => ({ name }))}>
          {keys.map((key) => (
            <tr key={key.keyId}>
              <th scope="row">{key.label}</th>
              <td>{sayScopes(key)}</td>
              <td>{sayEnd(key)}</td>
              <td>{sayInstant(key.createdAt)}</td>
              <td>
                <button
                  type="button"
                  aria-label={w.revokeOf(key.label)}
                  onClick={() => setQuestion(revoke(key))}
                >
                  {w.revoke}
                </button>
              </td>
            </tr>
          ))}
        </Table>
      )}
      <NewKey
        onMade={(key) => {
          setMade(key)
          onChange()
        }}
      />
      {made !== null && <ShownOnce title={w.newKey} secret={made} onClose={() => setMade(null)} />}
      {question && <Confirm {...{ question }} onClose={() => setQuestion(null)} />}
    </section>
  )
}

const ALL: readonly StoredKey['scopes'][number][] = ['operator', 'organiser']

/** Without it nobody could change anything any more. */
function isLastOfAll(keyId: string, keys: readonly StoredKey[]): boolean {
  const mayAll = ({ scopes, expiresAt }: StoredKey): boolean =>
    scopes.some((scope) => ALL.includes(scope)) && (expiresAt === null || Date.parse(expiresAt) > Date.now())
  return keys.some((key) => key.keyId === keyId && mayAll(key)) && keys.filter(mayAll).length === 1
}

function sayScopes({ scopes, walks }: StoredKey): string {
  const w = settingsWords().keys
  const said = scopes.map((scope) => w.scopes[scope]).join('; ')
  return walks === 'all' && scopes.includes('reporter') ? `${said} ${w.allWalks}` : said
}

function sayEnd({ expiresAt }: StoredKey): string {
  const w = settingsWords().keys
  if (expiresAt === null) return w.always
  const day = sayInstant(expiresAt)
  return Date.parse(expiresAt) <= Date.now() ? w.past(day) : day
}
