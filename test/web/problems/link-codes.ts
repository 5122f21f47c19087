/** What calls that a link opens may answer, by the document. */
import { currentDocument } from '../../../scripts/document/current.ts'

/** Those that the page of volunteers makes. */
const CALLS =
  /^\/v1\/(walks\/\{walkId\}\/(pack|start|finish|extend|shorten|handover|release|corrections|link)|walks\/\{walkId\}|visits|invitations\/\{invitationId\}(\/walks)?|link)$/

export async function codesOfLinks(): Promise<string[]> {
  const document = await currentDocument()
  const codes = Object.entries(document.paths)
    .filter(([path]) => CALLS.test(path))
    .flatMap(([, operations]) => Object.values(operations))
    .flatMap(({ responses }) => Object.values(responses).flatMap((each) => each['x-codes'] ?? []))
  return [...new Set(codes)].sort()
}
