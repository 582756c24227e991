import { expect, test } from 'vitest'
import { longestSecret, sealedLength } from '../../generator/rules/secrets/sealed-size.ts'
import * as runtime from '../../runtime/src/secrets/sealed-size.ts'

test('the compiler reckons the size of a ciphertext as the data layer does', () => {
  const counts = Array.from({ length: 5000 }, (_, count) => count)
  expect(counts.map(longestSecret)).toEqual(counts.map(runtime.longestSecret))
  expect(counts.map(sealedLength)).toEqual(counts.map(runtime.sealedLength))
})
