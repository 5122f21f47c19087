/** Who calls, and what the frame must be told of those who do: the words of keys, and the port that app.ts hands in. */

export const SCOPES = ['operator', 'organiser', 'reporter', 'service', 'read'] as const
export type Scope = (typeof SCOPES)[number]

/** Everything a route may do is inside this campaign. */
export interface Caller {
  campaign: string
  scopes: Scope[]
  /** Of the key, or of the source that signed; of a link what it opens: an id of one would lead to a walker. */
  keyId: string
  /** He changes walks that he made with this key, and no others. */
  ownWalks?: true
  /** Whoever came by a link instead of a key; he has no scopes. */
  link?: OpenedLink
}

/** What a volunteer's link opens: a walk, or the invitation to one. */
export type OpenedLink = OpenedWalk | { invitationId: string }

interface OpenedWalk {
  walkId: string
  /** Its calls are counted; it is told to nobody. */
  linkId: string
  /** Its time is over: it may still report visits. */
  isOver: boolean
  /** Whom it was made for; null: not noted. */
  walker: string | null
}

/** A message in place of a key, as it came: Standard Webhooks. */
export interface SignedMessage {
  sourceId: string
  id: string | undefined
  timestamp: string | undefined
  signatures: string | undefined
  body: Uint8Array
}

export interface Admission {
  /** Undefined: nobody has this key. */
  findKey(key: string): Promise<Caller | undefined>
  /** @throws VisibleError link.unknown, link.ended */
  findLink(token: string): Promise<Caller>
  /** Whether a walk was made with the key of the caller. */
  hasMade(caller: Caller, walkId: string): Promise<boolean>
  /** @throws VisibleError signature.missing, signature.wrong, signature.expired */
  findSender(message: SignedMessage): Promise<Caller>
  /** @throws HttpProblem 410 `campaign.over` once nothing about single targets may be told any more */
  checkRunning(campaign: string): Promise<void>
  /**
   * Asked before a call that changes something; what comes back is asked after it, and refuses it where the campaign
   * was erased in the meantime.
   *
   * @param find  finds the caller once more: his key may have gone since it was looked at
   * @throws HttpProblem 410 `campaign.erased`, and what `find` throws
   */
  watchErasure(campaign: string, find: () => Promise<unknown>): Promise<() => Promise<void>>
  /** @param call  method and route, without ids */
  noteAccess(caller: Caller, call: string): Promise<void>
}
