import { leaves } from '../bson/path.ts'
import { type BsonDocument, type BsonValue, isArray, isDocument, numberOf } from '../bson/value.ts'
import { type Language, languageNamed, languageOverride } from './language.ts'
import { parseTextQuery, type TextQuery } from './query.ts'

/** A text of a document, with the weight of the field that it stands in. */
interface WeightedText {
  readonly text: string
  readonly weight: number
}

/**
 * Compiles a `$text` query to the score of a document, 0 where it does not match. The score is computed as MongoDB does:
 * by field, how often a term occurs, ever less the more often, in relation to the length of the text, times the weight.
 * https://www.mongodb.com/docs/v7.0/reference/operator/query/text/
 * @param textIndex the index as it is listed: `weights`, `default_language`, `language_override`
 */
export function compileTextSearch(textIndex: BsonDocument, operand: BsonValue): (document: BsonDocument) => number {
  const query = parseTextQuery(operand)
  const { default_language: fallback } = textIndex
  const defaultLanguage = typeof fallback === 'string' ? fallback : 'english'
  const queryTerms = termsOf(languageNamed(query.language ?? defaultLanguage), query)
  const wanted = new Set(queryTerms(query.text))
  const unwanted = new Set(queryTerms(query.excludedText))
  const normal = normalizer(query)
  const phrases = query.phrases.map(normal)
  const excludedPhrases = query.excludedPhrases.map(normal)
  return (document) => {
    const texts = weightedTexts(document, textIndex)
    const language = languageNamed(languageOverride(document, textIndex) ?? defaultLanguage)
    const scores = termScores(texts, termsOf(language, query), normal)
    if ([...unwanted].some((term) => scores.has(term))) return 0
    const contents = texts.map(({ text }) => normal(text))
    const holds = (phrase: string): boolean => contents.some((text) => text.includes(phrase))
    if (excludedPhrases.some(holds) || !phrases.every(holds)) return 0
    return [...wanted].reduce((sum, term) => sum + (scores.get(term) ?? 0), 0)
  }
}

type Normalizer = (text: string) => string

/** Upper and lower case, and letters with and without accents, are the same unless the query tells them apart. */
function normalizer({ isCaseSensitive, isDiacriticSensitive }: TextQuery): Normalizer {
  return (text) => {
    const cased = isCaseSensitive ? text : text.toLowerCase()
    return isDiacriticSensitive ? cased : cased.normalize('NFD').replaceAll(/\p{M}/gu, '')
  }
}

function termsOf(language: Language, query: TextQuery): (text: string) => readonly string[] {
  const normal = normalizer(query)
  return (text) =>
    language
      .words(text)
      .filter((word) => !language.isStopWord(word.toLowerCase()))
      .map((word) => language.stem(normal(word)))
}

function termScores(
  texts: readonly WeightedText[],
  terms: (text: string) => readonly string[],
  normal: Normalizer,
): ReadonlyMap<string, number> {
  const scores = new Map<string, number>()
  for (const { text, weight } of texts) {
    const found = terms(text)
    for (const [term, count] of countEach(found)) {
      // 1 + 1/2 + 1/4 ...: every further occurrence counts half of the one before.
      const frequency = 2 - 2 ** (1 - count)
      const share = (0.5 * count) / found.length + 0.5
      const whole = normal(text) === term ? 1.1 : 1
      scores.set(term, (scores.get(term) ?? 0) + weight * frequency * share * whole)
    }
  }
  return scores
}

function countEach(terms: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}

const everyField = '$**'

function weightedTexts(document: BsonDocument, { weights }: BsonDocument): readonly WeightedText[] {
  if (!isDocument(weights)) return []
  return Object.entries(weights).flatMap(([path, number]) => {
    const weight = numberOf(number) ?? 1
    const texts = path === everyField ? stringsWithin(document) : stringsAt(document, path)
    return texts.map((text) => ({ text, weight }))
  })
}

function stringsAt(document: BsonDocument, path: string): readonly string[] {
  return leaves(document, path.split('.'))
    .flatMap((value) => (isArray(value) ? value : [value]))
    .filter((value) => typeof value === 'string')
}

function stringsWithin(value: BsonValue): readonly string[] {
  if (typeof value === 'string') return [value]
  if (isArray(value)) return value.flatMap(stringsWithin)
  return isDocument(value) ? Object.values(value).flatMap(stringsWithin) : []
}
