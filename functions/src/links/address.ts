/** The address of a link: the volunteer's page, and the token behind `#`, which a browser sends to nobody. */
import type { World } from '../world.ts'

/** @param asked  address of a call, whose origin stands in where the installation names none */
export function linkAddress(
  { baseUrl }: Pick<World['config'], 'baseUrl'>,
  asked: string,
  token: string,
): string {
  return `${baseUrl ?? new URL(asked).origin}/w/#${token}`
}
