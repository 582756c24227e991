import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../generator/diagnostic/diagnostic.ts'
import { fingerprintsOf } from '../../generator/diagnostic/fingerprint.ts'
import { fileOf, finding, spanOf } from './spans.ts'

const menu = 'Cake:\n  fields:\n    baked_at: timestamp\n    sold_at: timestamp\n'

/** A finding at a text of a file. */
function at(text: string, place: string, parts: Partial<Diagnostic> = {}, path = 'spec/menu.yaml'): Diagnostic {
  return finding({ span: spanOf(fileOf(text, path), place), ...parts })
}

function one(diagnostic: Diagnostic): string | undefined {
  return fingerprintsOf([diagnostic])[0]
}

describe('a fingerprint', () => {
  test('has the form of a SHA-256, and stays the same from version to version', () => {
    expect(one(at(menu, 'baked_at'))).toBe('ede424027003c82b0b1e088e2b02c22222d778f4001b32761f1b4a892471cfd6')
  })

  test('stays where lines come in above, where the file is indented anew and where it ends in other lines', () => {
    const before = one(at(menu, 'baked_at'))
    expect(one(at(`# The bakery.\n\n${menu}`, 'baked_at'))).toBe(before)
    expect(one(at(menu.replaceAll('  ', '    '), 'baked_at'))).toBe(before)
    expect(one(at(menu.replace('timestamp\n', 'date # once more\n'), 'baked_at'))).toBe(before)
  })

  test('stays where something changes further down in the place itself', () => {
    expect(one(at(menu, menu))).toBe(one(at(menu.replace('sold_at', 'eaten_at'), menu.replace('sold_at', 'eaten_at'))))
  })

  test.each<[string, Diagnostic]>([
    ['code', at(menu, 'baked_at', { code: 'naming/field-case' })],
    ['message', at(menu, 'baked_at', { message: 'another message' })],
    ['file', at(menu, 'baked_at', {}, 'spec/other.yaml')],
    ['place', at(menu, 'sold_at')],
    ['absent place', finding({})],
  ])('differs by its %s', (_, other) => {
    expect(one(other)).not.toBe(one(at(menu, 'baked_at')))
  })

  test('says nothing of what is only told: level, help, label, fixes', () => {
    const told = at(menu, 'baked_at', { severity: 'warning', help: 'rename it', label: 'here', fixes: [] })
    expect(one(told)).toBe(one(at(menu, 'baked_at')))
  })
})

test('of findings that are alike each has its own, and where one goes the others keep theirs', () => {
  const alike = Array.from({ length: 3 }, () => at(menu, 'baked_at'))
  const all = fingerprintsOf(alike)
  expect(new Set(all).size).toBe(3)
  expect(fingerprintsOf(alike.slice(1))).toEqual(all.slice(0, 2))
})

test('no parts of one finding run together to those of another', () => {
  const text = fc.string({ unit: 'binary', maxLength: 4 })
  fc.assert(
    fc.property(text, text, text, text, (path, message, otherPath, otherMessage) => {
      const made = (to: string, says: string): Diagnostic =>
        finding({ message: says, span: spanOf(fileOf('a', to), 'a') })
      const same = path === otherPath && message === otherMessage
      const [left, right] = [one(made(path, message)), one(made(otherPath, otherMessage))]
      expect(left === right).toBe(same)
    }),
  )
})
