import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printTypeScript } from '../../../generator/print/typescript/index.ts'
import { printByTsMorph } from './by-ts-morph.ts'
import { written } from './expression-tree.ts'
import { shapeOf } from './parsed.ts'
import { anySourceFile } from './trees.ts'

/** Names of properties read alike in quotes and without; big integers with separators and without. */
function comparable(text: string): readonly string[] {
  return shapeOf(text).map((node) => {
    const name = /^(?:Identifier|StringLiteral) "?(.*?)"?$/su.exec(node)?.[1]
    return node.startsWith('BigIntLiteral') ? node.replaceAll('_', '') : name === undefined ? node : `name ${name}`
  })
}

test('a tree prints to the syntax that TypeScript and ts-morph give it, whatever its texts', () => {
  fc.assert(
    fc.property(anySourceFile, (file) => {
      expect(comparable(printTypeScript(written(file)))).toEqual(comparable(printByTsMorph(file)))
    }),
    { numRuns: 300 },
  )
})

test('a file is lines without trailing blanks, the last one ended, whatever its texts', () => {
  fc.assert(
    fc.property(anySourceFile, (file) => {
      const text = printTypeScript(written(file))
      expect(text).not.toMatch(/\r|[ \t]\n|\n\n\n|\n\n$/)
      expect(text === '' || text.endsWith('\n')).toBe(true)
    }),
  )
})
