/** Which key made a walk: noted for keys that may change no other, and gone with the last ballot as the walk is. */
import type { Caller } from '../http/admission.ts'
import { MADE_BY } from '../store/keys.ts'
import type { Storage } from '../world.ts'

/** To be noted before anybody is told of the walk. */
export async function noteMade(
  { store }: Pick<Storage, 'store'>,
  { campaign, keyId }: Caller,
  walkId: string,
): Promise<void> {
  await store.putMany([{ ...MADE_BY.key(campaign, walkId), data: { keyId } }])
}

export async function hasMade(
  { store }: Pick<Storage, 'store'>,
  { campaign, keyId }: Caller,
  walkId: string,
): Promise<boolean> {
  const item = await store.get(MADE_BY.key(campaign, walkId))
  return item?.data['keyId'] === keyId
}
