/** `/v1/keys`: the keys of a campaign. The plain key is shown once, when it is made. */
import { createRoute, z } from '@hono/zod-openapi'
import { nameSchemas } from '../document/schema-names.ts'
import { listOf } from '@doorwalk/core/request/list'
import { VisibleError, fieldError } from '@doorwalk/core/error'
import { GivenMoment } from '@doorwalk/core/request/moment'
import type { Guards } from '../http/guard.ts'
import { beginAgain } from './erasure.ts'
import { SCOPES } from '../http/admission.ts'
import { CAMPAIGN, KeyWalks, StoredKey, listKeys, mintKey, onlyReports, removeKey, saveKey } from './keys.ts'
import { BODY, SECURED, jsonAnswer, jsonBody, problems, routeGroup } from '../http/route.ts'
import type { World } from '../world.ts'

/** Each once, and some by mistake twice. */
const MOST_SCOPES = 20

const NewKeyRequest = z.strictObject({
  campaign: z
    .string()
    .regex(CAMPAIGN, 'expected lower-case letters, digits and hyphens, at most 63')
    .optional()
    .describe('default: the campaign of the calling key; only an operator may name another'),
  scopes: listOf(z.enum(SCOPES)).min(1).max(MOST_SCOPES).describe('what it may do'),
  label: z.string().min(1).max(64).describe('what the key is for; no names of people'),
  expiresAt: GivenMoment.optional().describe('default: until it is deleted'),
  walks: KeyWalks.optional().describe(
    'of a key of the scope reporter: which walks it may change; default: `own`, those that were made with it',
  ),
})
const NewKeyAnswer = StoredKey.extend({ key: z.string().describe('shown this once') })
const KeyList = z.object({ keys: z.array(StoredKey).describe('without the secret part') })
nameSchemas({
  KeyList: [KeyList, 'the keys of a campaign'],
  KeyWithSecret: [NewKeyAnswer, 'a key, this once with its secret part'],
  NewKey: [NewKeyRequest, 'a key for a purpose'],
})

const create = createRoute({
  method: 'post',
  path: '/v1/keys',
  operationId: 'createKey',
  tags: ['Keys'],
  summary: 'Make a key',
  description:
    'The secret part is shown this once and stored as a hash. An operator may name another campaign, which begins with it.',
  security: SECURED,
  request: { body: jsonBody(NewKeyRequest) },
  responses: {
    201: jsonAnswer('The key', NewKeyAnswer),
    ...problems.change(BODY),
  },
})

const list = createRoute({
  method: 'get',
  path: '/v1/keys',
  operationId: 'listKeys',
  tags: ['Keys'],
  summary: 'The keys of the campaign, without the secret part',
  description: 'What each is for, what it may do, and until when.',
  security: SECURED,
  responses: {
    200: jsonAnswer('All of them', KeyList),
    ...problems.read(),
  },
})

const remove = createRoute({
  method: 'delete',
  path: '/v1/keys/{keyId}',
  operationId: 'deleteKey',
  tags: ['Keys'],
  summary: 'Make a key useless at once',
  description: 'Whoever calls with it gets 401 from the next call on.',
  security: SECURED,
  request: { params: z.object({ keyId: z.string().max(64) }) },
  responses: { 204: { description: 'It is gone' }, ...problems.change({ 404: ['key.unknown'] }) },
})

export function keyRoutes(world: World, { guard }: Guards) {
  return routeGroup()
    .openapi({ ...create, middleware: guard('manage', { tells: 'no targets' }) }, async (c) => {
      const caller = c.get('caller')
      const { campaign = caller.campaign, expiresAt = null, walks, ...wish } = c.req.valid('json')
      const isPhone = onlyReports(wish.scopes)
      if (walks !== undefined && !isPhone) {
        throw fieldError(
          'request.invalid',
          '/walks',
          `got "${walks}" for the scopes ${wish.scopes.join(', ')}; only a key of the scope reporter, without operator, organiser and service, is bound to walks: leave it out`,
        )
      }
      if (expiresAt !== null && Date.parse(expiresAt) <= world.clock.now()) {
        throw fieldError(
          'request.invalid',
          '/expiresAt',
          `got "${expiresAt}", which is over; name a time to come, or none for a key that lives until it is deleted`,
        )
      }
      const isOperator = caller.scopes.includes('operator')
      if (!isOperator && (campaign !== caller.campaign || wish.scopes.includes('operator'))) {
        throw new VisibleError(
          'forbidden',
          'key.scope',
          'only an operator makes keys of another campaign, or operators',
        )
      }
      if (campaign !== caller.campaign) await beginAgain(world, campaign)
      const key = mintKey()
      const stored = await saveKey(world, {
        key,
        wish: { campaign, expiresAt, walks: walks ?? (isPhone ? 'own' : 'all'), ...wish },
      })
      return c.json({ ...stored, key }, 201)
    })
    .openapi({ ...list, middleware: guard('manage', { tells: 'no targets' }) }, async (c) => {
      return c.json({ keys: await listKeys(world, c.get('caller').campaign) }, 200)
    })
    .openapi({ ...remove, middleware: guard('manage', { tells: 'no targets' }) }, async (c) => {
      const { keyId } = c.req.valid('param')
      if (await removeKey(world, { campaign: c.get('caller').campaign, keyId })) return c.body(null, 204)
      throw new VisibleError('not_found', 'key.unknown', `there is no key "${keyId}" in this campaign`)
    })
}
