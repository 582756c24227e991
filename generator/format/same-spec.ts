import { isDeepStrictEqual } from 'node:util'
import { byCodeUnit } from '../base/order.ts'
import type { SpecDocument } from '../front/node.ts'
import { tokensOf } from '../front/parse/tokens.ts'
import { parse } from '../front/parse.ts'
import { dataOf } from '../front/shape/data.ts'

/** Whether a text says what a file says, in whatever order of its keys, with the same comments and without a finding. */
export function isSameSpec(document: SpecDocument, text: string): boolean {
  let findings = 0
  const again = parse({ path: document.file.path, text }, () => {
    findings += 1
  })
  if (findings > 0 || again === undefined) return false
  return (
    isDeepStrictEqual(dataOf(document.root), dataOf(again.root)) &&
    isDeepStrictEqual(commentsIn(document.file.text), commentsIn(text))
  )
}

function commentsIn(text: string): readonly string[] {
  return tokensOf(text)
    .flatMap((token) => (token.kind === 'comment' ? [token.text.trimEnd()] : []))
    .sort(byCodeUnit)
}
