import { isMap, isPair, isScalar, parseDocument, Scalar, visit } from 'yaml'
import type { SourceFile } from '../../generator/source/source-file.ts'

/** Keys whose value is free text, for a person. */
const freeText = new Set(['about', 'why', 'when'])
/** Keys whose value maps a name to free text. */
const describedNames = new Set(['values', 'about'])

/** A spec in which every free text is replaced: by the same one, or each by the next of several that take turns. */
export function withTexts(files: readonly SourceFile[], texts: string | readonly string[]): readonly SourceFile[] {
  const turns = typeof texts === 'string' ? [texts] : texts
  let turn = 0
  const next = (): Scalar => {
    const quoted = new Scalar(turns[turn % turns.length])
    quoted.type = 'QUOTE_DOUBLE'
    turn += 1
    return quoted
  }
  return files.map((file) => {
    const document = parseDocument(file.text)
    visit(document, {
      Pair(_, pair) {
        const key = isScalar(pair.key) ? String(pair.key.value) : ''
        if (freeText.has(key) && isScalar(pair.value)) pair.value = next()
        if (!describedNames.has(key) || !isMap(pair.value)) return
        for (const inner of pair.value.items) if (isPair(inner) && isScalar(inner.value)) inner.value = next()
      },
    })
    return { path: file.path, text: document.toString({ lineWidth: 0 }) }
  })
}
