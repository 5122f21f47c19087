/** A strict little XML reader for tests: elements, attributes and text; throws on anything not well formed. */

export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
}

const TOKEN = /<\?xml[^>]*\?>|<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)|</gy
const ENTITY: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

export function parseXml(xml: string): XmlElement {
  const top: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(xml); match !== null; match = TOKEN.exec(xml)) {
    const [token, closing, name, attributes = '', selfClosing, text] = match
    const current = open.at(-1)!
    if (text !== undefined) current.text += decode(text)
    else if (token === '<')
      throw new Error(`not well formed at ${match.index}: ${xml.slice(match.index, match.index + 60)}`)
    else if (name === undefined) continue
    else if (closing === '/') {
      if (current.name !== name) throw new Error(`</${name}> closes <${current.name}>`)
      open.pop()
    } else {
      const element: XmlElement = { name, attributes: {}, children: [], text: '' }
      for (const [, key = '', value = ''] of attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)) {
        element.attributes[key] = decode(value)
      }
      current.children.push(element)
      if (selfClosing !== '/') open.push(element)
    }
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)!.name}> is not closed`)
  const [root, ...others] = top.children
  if (root === undefined || others.length > 0) throw new Error(`${top.children.length} root elements`)
  return root
}

/** All elements of that name, in document order. */
export function findAll(root: XmlElement, name: string): XmlElement[] {
  return [...(root.name === name ? [root] : []), ...root.children.flatMap((child) => findAll(child, name))]
}

function decode(text: string): string {
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text)) throw new Error('a character XML forbids')
  return text.replace(/&([^;]*);?/g, (entity, name: string) => {
    const character = ENTITY[name]
    if (character === undefined) throw new Error(`unknown entity ${entity}`)
    return character
  })
}
