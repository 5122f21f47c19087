/** Query parameters of a request: what exists, words of a list, or something odd. */
import type { Operation } from '../../../scripts/document/current.ts'
import type { Surroundings, Wish } from './wishes.ts'

/** Of an address, with its question mark. */
interface Query {
  text: string
  /** Who signs it. */
  source?: string
}

/** Not shown with a value that is right for everybody: it is asked for by what was answered before. */
const OF_AN_ANSWER = ['since', 'id']
/** A pattern that lists words, of which one or more are taken. */
const WORDS = /^\^\(\?:([\w.|\\]+)\)\(\?:,/

/** The parameters that are needed, and some of the others; an odd wish spoils one. */
export function queryOf(operation: Operation, wish: Wish, around: Surroundings): Query {
  const { how, pick, text, oddity } = wish
  const given: [string, string][] = []
  let source: string | undefined
  const parameters = operation.parameters.filter((each) => each.in === 'query')
  for (const [i, { name, required, schema, example }] of parameters.entries()) {
    const isWished = required || name === 'bbox' || (how !== 'plain' && (pick >> i) % 2 === 0)
    if (!isWished || (OF_AN_ANSWER.includes(name) && how !== 'odd' && !required)) continue
    if (name === 'source') source = around.known.newest('source') ?? 'none'
    const values: Record<string, string | undefined> = {
      region: around.region,
      source,
      area: around.known.newest('areaId'),
      plan: around.known.newest('planId'),
      token:
        operation.operationId === 'downloadTargets'
          ? around.known.downloadToken()
          : around.known.uploadToken(how === 'plain' ? 0 : pick),
      cursor: around.known.cursorOf(operation.operationId),
      // So small that there is a next page.
      limit: pick % 2 === 0 ? '1' : undefined,
    }
    if (name === 'cursor' && values['cursor'] === undefined && how !== 'odd') continue
    const words = WORDS.exec(String(schema['pattern']))?.[1]?.replaceAll('\\', '').split('|')
    const chosen = words?.filter((_, at) => at === pick % words.length || (pick >> at) % 4 === 0)
    const shown = chosen?.join() ?? schema.enum?.[pick % schema.enum.length] ?? example ?? ''
    given.push([name, values[name] ?? (typeof shown === 'string' ? shown : JSON.stringify(shown))])
  }
  if (how === 'odd' && oddity === 'query') {
    const strange = text
    const names = [...parameters.map(({ name }) => name), 'region', 'limit', 'cursor', strange]
    const name = names[pick % names.length]!
    if (pick % 3 > 0) given.splice(0, given.length, ...given.filter(([each]) => each !== name))
    given.push([name, strange])
  }
  const written = new URLSearchParams(given).toString()
  return { text: written === '' ? '' : `?${written}`, ...(source !== undefined && { source }) }
}
