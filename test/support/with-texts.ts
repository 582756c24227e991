import { isMap, isPair, isScalar, parseDocument, Scalar, visit } from 'yaml'
import type { SourceFile } from '../../generator/source/source-file.ts'

/** Keys whose value is free text, for a person. */
const freeText = new Set(['about', 'why', 'when'])
/** Keys whose value maps a name to free text. */
const describedNames = new Set(['values', 'about'])

/** A spec in which every free text is replaced by the same one. */
export function withTexts(files: readonly SourceFile[], text: string): readonly SourceFile[] {
  return files.map((file) => {
    const document = parseDocument(file.text)
    const quoted = new Scalar(text)
    quoted.type = 'QUOTE_DOUBLE'
    visit(document, {
      Pair(_, pair) {
        const key = isScalar(pair.key) ? String(pair.key.value) : ''
        if (freeText.has(key) && isScalar(pair.value)) pair.value = quoted.clone()
        if (!describedNames.has(key) || !isMap(pair.value)) return
        for (const inner of pair.value.items)
          if (isPair(inner) && isScalar(inner.value)) inner.value = quoted.clone() as Scalar
      },
    })
    return { path: file.path, text: document.toString({ lineWidth: 0 }) }
  })
}
