/**
 * Tags of an XML text, one after the other: as much of XML as OSM files have. Text between tags is passed over.
 * Source: https://www.w3.org/TR/xml/
 */

export interface XmlTag {
  name: string
  attributes: Record<string, string>
  /** `<name>` opens, `</name>` closes, `<name/>` does both. */
  opens: boolean
  closes: boolean
}

const NAME = String.raw`[\p{L}_:][\p{L}\p{N}_:.-]*`
const EVERY_ATTRIBUTE = new RegExp(String.raw`(${NAME})\s*=\s*(?:"([^"<]*)"|'([^'<]*)')`, 'gu')
/** A comment, an instruction, a CDATA section, a document type, or a tag. */
const MARKUP = new RegExp(
  String.raw`<(?:!--[^]*?-->|\?[^]*?\?>|!\[CDATA\[[^]*?\]\]>|!DOCTYPE[^>]*>|` +
    String.raw`(/?)(${NAME})((?:\s+${NAME}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(/?)>)`,
  'uy',
)
/** What is not closed after so many characters is no tag. */
const MARKUP_MAX = 1024 * 1024

/** @throws Error for what is no XML, and for a text that ends within a tag */
export async function* xmlTags(texts: AsyncIterable<string>): AsyncGenerator<XmlTag[]> {
  let text = ''
  for await (const more of texts) {
    text += more
    const { tags, end } = tagsIn(text)
    text = text.slice(end)
    if (text.length > MARKUP_MAX) throw noTag(text)
    if (tags.length > 0) yield tags
  }
  if (text !== '') throw noTag(text)
}

/** Up to the last `<` that is not closed yet. */
function tagsIn(text: string): { tags: XmlTag[]; end: number } {
  const tags: XmlTag[] = []
  let end = 0
  for (;;) {
    const start = text.indexOf('<', end)
    if (start < 0) return { tags, end: text.length }
    MARKUP.lastIndex = start
    const found = MARKUP.exec(text)
    if (!found) return { tags, end: start }
    end = MARKUP.lastIndex
    const [, slash, name, attributes = ''] = found
    if (name === undefined) continue
    const isEmpty = found.at(-1) === '/'
    tags.push({
      name,
      attributes: attributesIn(attributes),
      opens: slash === '',
      closes: slash === '/' || isEmpty,
    })
  }
}

function attributesIn(text: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [, name, double, single] of text.matchAll(EVERY_ATTRIBUTE))
    attributes[name!] = unescaped(ownText(double ?? single ?? ''))
  return attributes
}

/** V8 keeps the whole text alive for a slice of it this long. */
const SLICED_LENGTH = 13

function ownText(slice: string): string {
  return slice.length < SLICED_LENGTH ? slice : Buffer.from(slice).toString()
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name: string) => {
    if (typeof decimal === 'string') return String.fromCodePoint(Number(decimal))
    if (typeof hex === 'string') return String.fromCodePoint(parseInt(hex, 16))
    return ENTITIES[name] ?? whole
  })
}

function noTag(text: string): Error {
  return new Error(`it ends within a tag, or has none where one begins: ${JSON.stringify(text.slice(0, 40))}`)
}
