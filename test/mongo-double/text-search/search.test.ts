import { expect, test } from 'vitest'
import type { BsonDocument, BsonValue } from '../bson/value.ts'
import { refusalOf } from '../refusal.ts'
import { stemEnglish } from './english-stemmer.ts'
import { languageOverride } from './language.ts'
import { compileTextSearch } from './search.ts'

/** The sample vocabulary of https://snowballstem.org/algorithms/english/stemmer.html */
test.each(
  [
    'consign consign consigned consign consigning consign consignment consign consist consist consistency consist',
    'consolation consol consolatory consolatori console consol consolidated consolid consolingly consol',
    'conspicuously conspicu conspiracy conspiraci conspirators conspir constables constabl constancy constanc',
    'knackeries knackeri knavish knavish kneaded knead kneeled kneel knightly knight knitted knit knives knive',
    'knocker knocker knockers knocker',
  ].flatMap((line) => [...line.matchAll(/(\w+) (\w+)/g)].map(([, word = '', stem = '']) => [word, stem] as const)),
)('the stem of %s is %s', (word, stem) => {
  expect(stemEnglish(word)).toBe(stem)
})

/** https://www.mongodb.com/docs/v7.0/reference/operator/query/text/#examples */
const subjects: Readonly<Record<number, string>> = {
  1: 'coffee',
  2: 'Coffee Shopping',
  3: 'Baking a cake',
  4: 'baking',
  5: 'Café Con Leche',
  6: 'Сырники',
  7: 'coffee and cream',
  8: 'Cafe con Leche',
}

const index: BsonDocument = { weights: { subject: 1 }, default_language: 'english', language_override: 'language' }

function found(query: BsonDocument, textIndex: BsonDocument = index): number[] {
  const score = compileTextSearch(textIndex, query)
  return Object.entries(subjects).flatMap(([id, subject]) => (score({ subject }) > 0 ? [Number(id)] : []))
}

test.each<[BsonDocument, number[]]>([
  [{ $search: 'coffee' }, [1, 2, 7]],
  [{ $search: 'bake coffee cake' }, [1, 2, 3, 4, 7]],
  [{ $search: '"coffee shop"' }, [2]],
  [{ $search: 'coffee -shop' }, [1, 7]],
  [{ $search: 'сы́рники CAFÉS' }, [5, 6, 8]],
  [{ $search: 'Coffee', $caseSensitive: true }, [2]],
  [{ $search: 'CAFÉ', $diacriticSensitive: true }, [5]],
  [{ $search: 'the' }, []],
  [{ $search: '-coffee' }, []],
])('%j finds %j', (query, expected) => {
  expect(found(query)).toEqual(expected)
})

test('without a language every word is looked up as it stands', () => {
  const none = { ...index, default_language: 'none' }
  expect(found({ $search: 'bake' }, none)).toEqual([])
  expect(found({ $search: 'a' }, none)).toEqual([3])
  expect(found({ $search: 'CAFE' }, none)).toEqual([5, 8])
})

/** https://www.mongodb.com/docs/v7.0/reference/operator/aggregation/meta/#textscore */
test.each([
  ['cakes and ale', 0.75],
  ['more cakes', 1],
  ['bread', 0],
  ['some cakes', 1],
])('for cake, the score of "%s" is %d', (subject, expected) => {
  expect(compileTextSearch(index, { $search: 'cake' })({ subject })).toBe(expected)
})

test('fields count by their weight', () => {
  // https://www.mongodb.com/docs/v7.0/tutorial/control-results-of-text-search/
  const weighted = { ...index, weights: { content: 10, keywords: 5, about: 1 } }
  const score = compileTextSearch(weighted, { $search: 'food' })
  const inContent = score({ content: 'Fast food.', keywords: ['x'], about: 'y' })
  expect(inContent).toBe(2 * score({ keywords: ['Fast food.'] }))
  expect(inContent).toBe(10 * score({ about: 'Fast food.' }))
})

test.each<[BsonValue, string]>([
  ['coffee', '2 BadValue'],
  [{}, '4 NoSuchKey'],
  [{ $search: 1 }, '14 TypeMismatch'],
  [{ $search: 'x', $caseSensitive: 'yes' }, '14 TypeMismatch'],
  [{ $search: 'x', $fuzzy: true }, '2 BadValue'],
  [{ $search: 'x', $language: 'klingon' }, '2 BadValue'],
  [{ $search: 'x', $language: 'german' }, '238 NotImplemented'],
])('the search %j: %s', (query, expected) => {
  expect(refusalOf(() => compileTextSearch(index, query))).toBe(expected)
})

test('a document may say its language, and no other thing, in the field that the index names', () => {
  expect(languageOverride({ language: 'none' }, index)).toBe('none')
  expect(languageOverride({ language: 'de-AT' }, { ...index, language_override: '_textLanguage' })).toBeUndefined()
  expect(refusalOf(() => languageOverride({ language: 'de-AT' }, index))).toBe('17262 Location17262')
  expect(refusalOf(() => languageOverride({ language: 1 }, index))).toBe('17261 Location17261')
})
