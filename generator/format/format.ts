import { isMap, isPair, isScalar, parseDocument, visit } from 'yaml'
import { parse } from '../front/parse.ts'
import type { SourceFile } from '../source/source-file.ts'
import { arrange } from './arrange.ts'
import { readLayout } from './read-layout.ts'
import { isSameSpec } from './same-spec.ts'
import { SourceText } from './source-text.ts'
import { writeLayout } from './write-layout.ts'

/**
 * The text of a file of a spec in its canonical layout: keys in the order of the language, two spaces a level, comments
 * where they stood. It is the file's own text where nothing is to be changed, and nothing where the file cannot be read
 * as YAML without a finding: no layout is guessed. A byte order mark and carriage returns go, as the language has it.
 */
export function format(file: SourceFile): string | undefined {
  const text = file.text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  let findings = 0
  const plain = { path: file.path, text }
  const document = parse(plain, () => {
    findings += 1
  })
  if (findings > 0 || document === undefined) return undefined
  const layout = layoutOf(text)
  if (layout === undefined) return text
  const written = writeLayout(arrange(layout))
  // What the layout cannot express is left as it was: no value and no comment is worth an order of keys.
  return isSameSpec(document, written) ? written : text
}

/** Nothing for what no spec needs and no layout is kept of: a root in brackets, keys behind `?`, pairs in lists. */
function layoutOf(text: string): ReturnType<typeof readLayout> | undefined {
  const document = parseDocument(text, { uniqueKeys: false, merge: false, version: '1.2', schema: 'core' })
  const root = document.contents
  if (!isMap(root) || root.flow === true || root.anchor !== undefined) return undefined
  const source = new SourceText(text)
  if (source.tokens.some(({ kind, text: sign }) => kind === 'mark' && (sign === '?' || sign === '...')))
    return undefined
  let isPlain = true
  visit(document, {
    Pair(_, { key }) {
      if (!isScalar(key) || key.anchor !== undefined) isPlain = false
    },
    Seq(_, { items }) {
      if (items.some((item) => isPair(item) || (isMap(item) && item.flow === true && !opens(item.range?.[0], text))))
        isPlain = false
    },
  })
  return isPlain ? readLayout(root, source) : undefined
}

function opens(at: number | undefined, text: string): boolean {
  return at !== undefined && text.charAt(at) === '{'
}
