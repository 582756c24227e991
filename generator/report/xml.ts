import { visible } from '../diagnostic/visible-text.ts'

/** An element with attributes; text is escaped by the printer and by nobody else. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | number>>
  /** Lines of text, or elements. */
  readonly content?: readonly string[] | readonly XmlElement[]
}

/** A document of XML 1.0, with a line end. */
export function printXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${printElement(root, '')}`
}

function printElement({ name, attributes, content = [] }: XmlElement, indent: string): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(String(value))}"`)
  const start = `${indent}<${name}${written.join('')}`
  if (content.length === 0) return `${start}/>\n`
  const texts = content.flatMap((item) => (typeof item === 'string' ? [xmlText(item)] : []))
  const elements = content.flatMap((item) => (typeof item === 'string' ? [] : [printElement(item, `${indent}  `)]))
  if (texts.length > 0) return `${start}>${texts.join('\n')}</${name}>\n`
  return `${start}>\n${elements.join('')}${indent}</${name}>\n`
}

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
])

/**
 * One line of text, in content or in an attribute with double quotes. What XML 1.0 forbids (controls, halves of characters,
 * U+FFFE, U+FFFF) and what a terminal would obey is named: `<U+0007>`.
 */
function xmlText(text: string): string {
  return visible(text)
    .replace(/[\uFFFE\uFFFF]/g, (found) => `<U+${found.charCodeAt(0).toString(16).toUpperCase()}>`)
    .replace(/[&<>"']/g, (found) => entities.get(found) ?? found)
}
