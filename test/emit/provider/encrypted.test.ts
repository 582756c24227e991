import { expect, test } from 'vitest'
import { describeProvider } from '../../../generator/emit/provider/describe/describe.ts'
import { analyzeText } from '../../support/analyze-text.ts'

/** Which of the secrets `a` and `b` the data layer is to encrypt in a part of a letter. */
function encryptedIn(part: 'postgres' | 'mongo', more: string): readonly string[] {
  const { model } = analyzeText(`entities:
  Letter:
    use: [base_fields]
    ${part}:
      fields:
        title: string(40)
        a: { type: string(200)?, classify: secret }
        b: { type: text?, classify: secret }
      ${more}
`)
  if (model === undefined) throw new Error('the spec has no model')
  const { table, documents } = describeProvider(model).entities.letter ?? {}
  return [...((table ?? documents)?.fields ?? [])].flatMap(({ name, encrypted }) => (encrypted === true ? [name] : []))
}

test.each<readonly ['postgres' | 'mongo', string, readonly string[]]>([
  ['postgres', 'indexes: [[title]]', ['a', 'b']],
  ['postgres', 'indexes: [{ fields: [title], where: { a: x } }]', ['b']],
  ['postgres', 'unique: [{ fields: [title], where: { a: [x, y] }, name: one_title }]', ['b']],
  ['postgres', 'unique: [{ fields: [a] }]', ['b']],
  ['mongo', 'indexes: [{ fields: [title], where: { a: x } }]', ['b']],
  ['mongo', 'text_index: { title: 2, b: 1 }', ['a']],
])('what the store compares or indexes is kept as it is: %s, %s', (part, more, secrets) => {
  expect(encryptedIn(part, more)).toEqual(secrets)
})

test('whether there is a secret is seen of its ciphertext, too', () => {
  const isThere = 'unique: [{ fields: [title], where: { a: { not: null } }, name: one_title }]'
  expect(encryptedIn('postgres', isThere)).toEqual(['a', 'b'])
  expect(encryptedIn('postgres', 'indexes: [{ fields: [title], where: { a: null } }]')).toEqual(['a', 'b'])
})
