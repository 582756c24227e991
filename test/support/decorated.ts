import fc from 'fast-check'
import { isMap, parseDocument, visit } from 'yaml'

/** What a careless writer does to the layout of a spec that says the same: numbers stand for places, taken modulo. */
export interface Decoration {
  readonly at: number
  readonly kind:
    | 'comment above'
    | 'comment behind'
    | 'comment in line'
    | 'blank line'
    | 'blanks behind'
    | 'spaces before the value'
}

export const decorations: fc.Arbitrary<readonly Decoration[]> = fc.array(
  fc.record({
    at: fc.nat({ max: 100_000 }),
    kind: fc.constantFrom('comment above', 'comment behind', 'blank line', 'blanks behind', 'spaces before the value'),
  }),
  { minLength: 1, maxLength: 40 },
)

/** The text with its mappings in another order, where the order is the language's to choose; without its comments. */
export function shuffled(text: string, seed: number, ordered: ReadonlySet<string>): string {
  const document = parseDocument(text)
  let next = seed
  visit(document, {
    Node(_, node) {
      node.commentBefore = null
      node.comment = null
      node.spaceBefore = false
    },
    Map(_, map, path) {
      const parent = path.at(-1)
      const name = typeof parent === 'object' && 'key' in parent ? String(parent.key) : ''
      if (ordered.has(name)) return
      map.items = map.items
        .map((pair) => {
          next = (next * 48_271 + 11) % 2_147_483_647
          return { pair, rank: next }
        })
        .sort((a, b) => a.rank - b.rank)
        .map(({ pair }) => pair)
    },
  })
  if (isMap(document.contents)) document.contents.flow = false
  return document.toString({ lineWidth: 0 })
}

/** The text with comments, blank lines and spaces put in, none of which changes what it says. Each comment is another. */
export function decorated(text: string, made: readonly Decoration[]): string {
  const lines = text.trimEnd().split('\n')
  for (const [index, { at, kind }] of made.entries()) {
    const line = at % lines.length
    const written = lines[line] ?? ''
    const indent = written.length - written.trimStart().length
    const key = /^( *(?:- +)*[A-Za-z][\w/-]*:)( +)(?=\S)/.exec(written)
    switch (kind) {
      case 'comment above':
        lines.splice(line, 0, `${' '.repeat(indent)}# above ${index}`)
        break
      case 'comment behind':
        if (written.trim() !== '' && !written.includes('#')) lines[line] = `${written}  # behind ${index}`
        break
      case 'comment in line':
        if (written.trim() !== '' && !written.includes('#')) {
          lines[line] = `${written.padEnd(at % 3 === 0 ? 40 : 30)} # in line ${index}`
        }
        break
      case 'blank line':
        lines.splice(line, 0, '')
        break
      case 'blanks behind':
        lines[line] = `${written}  `
        break
      case 'spaces before the value':
        if (key !== null) lines[line] = `${key[1] ?? ''}   ${key[2] ?? ''}${written.slice(key[0].length)}`
        break
    }
  }
  return `${lines.join('\n')}\n`
}

/**
 * What each comment of a text in the block style belongs to, by its lines alone: one behind something to the key or item
 * of its line, any other to the next line that has one.
 */
export function holders(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const path: { readonly indent: number; readonly name: string }[] = []
  const items = new Map<string, number>()
  const here = (): string => path.map(({ name }) => name).join(' ')
  let waiting: string[] = []
  for (const line of text.split('\n')) {
    const [, code = '', comment] = /^(.*?)(#.*)?$/.exec(line) ?? []
    if (code.trim() === '') {
      if (comment !== undefined) waiting.push(comment.trim())
      continue
    }
    const [, blanks = '', dash = '', rest = ''] = /^( *)(-(?: +|$))?(.*)$/.exec(code) ?? []
    while ((path.at(-1)?.indent ?? -1) >= blanks.length) path.pop()
    if (dash !== '') {
      const list = here()
      const count = (items.get(list) ?? 0) + 1
      items.set(list, count)
      path.push({ indent: blanks.length, name: `item ${count}` })
    }
    const above = here()
    const [key] = /^["']?[\w/.-]+["']?(?=:)/.exec(rest) ?? []
    if (key !== undefined) path.push({ indent: blanks.length + dash.length, name: key })
    for (const each of waiting) found.set(each, dash === '' ? here() : above)
    if (comment !== undefined) found.set(comment.trim(), here())
    waiting = []
  }
  for (const each of waiting) found.set(each, 'the end')
  return found
}
