/** The link of the walk as a code, for another phone. */
import { qrSvg } from '@doorwalk/core/paper/qr'

const CODE_MM = 55

export function LinkCode({ token, label }: { token: string; label: string }) {
  const address = `${location.origin}/w/#${token}`
  return <div class="code" dangerouslySetInnerHTML={{ __html: qrSvg(address, { size: CODE_MM, label }) }} />
}
