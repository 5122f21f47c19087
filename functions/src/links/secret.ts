/** What the tokens of a campaign are signed with: made when the first is, and gone with the campaign, as they are. */
import { randomBytes } from 'node:crypto'
import { linkSecretKey } from '../store/keys.ts'
import type { Storage } from '../world.ts'

const SECRET_BYTES = 32

/** In base64url. */
export async function secretOf({ store }: Pick<Storage, 'store'>, campaign: string): Promise<string> {
  const key = linkSecretKey(campaign)
  const known = await store.get(key)
  if (known) return String(known.data['secret'])
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  if (await store.create({ ...key, data: { secret } })) return secret
  return secretOf({ store }, campaign)
}
