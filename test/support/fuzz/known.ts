/** Ids of what was made, in the order of its making: path parameters lead to things that exist. */

/** Ids by the name of the parameter they fit. */
const BEGINS: Record<string, string> = {
  planId: 'pln_',
  walkId: 'wlk_',
  holdoutId: 'hld_',
  linkId: 'lnk_',
  invitationId: 'inv_',
  areaId: 'area_',
  rankingId: 'rk_',
  importId: 'imp_',
  fileId: 'lst_',
  batchId: 'bat_',
  keyId: 'key_',
  webhookId: 'whk_',
  eventId: 'evt_',
  correctionId: 'cor_',
  sourceId: 'src_',
  source: 'src_',
}
const ID = new RegExp(`\\b(?:${Object.values(BEGINS).join('|')})[0-9A-HJKMNP-TV-Z]{26}(?:_\\d+)?`, 'g')

interface Made {
  id?: unknown
  keyId?: unknown
  eventId?: unknown
  linkId?: unknown
  token?: unknown
  walks?: { walkId: string; stops?: { targets: { id: string }[] }[] }[]
  secret?: unknown
  upload?: { url?: unknown }
  url?: unknown
  next?: unknown
}

export interface Known {
  /** Reads the answer of a call that went well. */
  learn(operationId: string, text: string): void
  /** What was made last by a call that makes it: for a walk, the first of the last plan. */
  newest(parameter: string): string | undefined
  /** The first target of the newest walk. */
  target(): string | undefined
  /** The last walk of the last plan. */
  lastWalk(): string | undefined
  /** The first of its kind since `forget`. */
  first(parameter: string): string | undefined
  /** Any id that was ever seen: also of another kind, of another campaign, or deleted. */
  any(pick: number): string
  /** Any that fits, the younger the likelier. */
  fitting(parameter: string, pick: number): string | undefined
  secretOf(sourceId: string): string | undefined
  /** Where the next page of a list begins, as the last answer told it. */
  cursorOf(operationId: string): string | undefined
  /** Of the last link to a walk, which may do a few calls; empty: there is none yet. */
  linkToken(): string
  /** Of the first import that waits for its list, as `first` tells it, or of a later one. */
  uploadToken(pick: number): string | undefined
  /** Of the last list that is done. */
  downloadToken(): string | undefined
  /** A new campaign begins. */
  forget(): void
}

/** Of text that is no object: nothing. */
function objectOf(text: string): Made {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null ? json : {}
  } catch {
    return {}
  }
}

const MAKES = /^(create|editPlan$|replan$|testWebhook)/

export function knownIds(): Known {
  const all = new Set<string>()
  let made: string[] = []
  let walks: string[] = []
  let target: string | undefined
  const secrets = new Map<string, string>()
  let token = ''
  let uploads: string[] = []
  let download: string | undefined
  const cursors = new Map<string, string>()
  const fits = (parameter: string) => (id: string) => id.startsWith(BEGINS[parameter] ?? '?')
  return {
    learn(operationId, text) {
      // Whoever deletes the key that asks is told 401 from there on.
      if (operationId === 'listKeys') return
      for (const [id] of text.matchAll(ID)) all.add(id)
      const json = objectOf(text)
      if (typeof json.secret === 'string' && typeof json.id === 'string') secrets.set(json.id, json.secret)
      if (typeof json.next === 'string') cursors.set(operationId, json.next)
      if (operationId === 'createLink' && typeof json.token === 'string') token = json.token
      const address = json.upload?.url
      if (typeof address === 'string') uploads.push(new URL(address).searchParams.get('token') ?? '')
      if (operationId === 'getTargetFile' && typeof json.url === 'string')
        download = new URL(json.url).searchParams.get('token') ?? undefined
      if (!MAKES.test(operationId)) return
      const ids = [json.id, json.keyId, json.eventId, json.linkId].filter((id) => typeof id === 'string')
      made.push(...ids)
      if (!Array.isArray(json.walks) || json.walks.length === 0) return
      walks = json.walks.map(({ walkId }) => walkId)
      target = json.walks[0]!.stops?.[0]?.targets[0]?.id
    },
    newest: (parameter) => (parameter === 'walkId' ? walks[0] : made.findLast(fits(parameter))),
    target: () => target,
    lastWalk: () => walks.at(-1),
    first: (parameter) => made.find(fits(parameter)),
    any(pick) {
      const ids = [...all]
      return ids[pick % ids.length] ?? 'nothing'
    },
    fitting(parameter, pick) {
      const ids = [...all].filter(fits(parameter))
      const young = ids.slice(-12)
      return pick % 4 === 0 ? ids[pick % ids.length] : young[pick % young.length]
    },
    secretOf: (sourceId) => secrets.get(sourceId),
    cursorOf: (operationId) => cursors.get(operationId),
    linkToken: () => token,
    uploadToken: (pick) => uploads[pick % uploads.length],
    downloadToken: () => download,
    forget() {
      made = []
      walks = []
      target = undefined
      uploads = []
      download = undefined
      cursors.clear()
    },
  }
}
