import { type BsonDocument, type BsonValue, fieldOf } from '../bson/value.ts'
import { badValue, notImplemented, refuseLocation } from '../server-error.ts'
import { stemEnglish } from './english-stemmer.ts'
import { englishStopWords } from './stop-words.ts'

/** How the words of a text are told apart and which of them count as the same. */
export interface Language {
  /** The words of a text, as they stand in it. */
  words(text: string): readonly string[]
  /** What a word is looked up by; nothing for one that is not looked up at all. */
  stem(word: string): string
  isStopWord(word: string): boolean
}

/** https://www.mongodb.com/docs/v7.0/reference/text-search-languages/ */
const codes: ReadonlyMap<string, string> = new Map([
  ['none', 'none'],
  ['danish', 'da'],
  ['dutch', 'nl'],
  ['english', 'en'],
  ['finnish', 'fi'],
  ['french', 'fr'],
  ['german', 'de'],
  ['hungarian', 'hu'],
  ['italian', 'it'],
  ['norwegian', 'nb'],
  ['portuguese', 'pt'],
  ['romanian', 'ro'],
  ['russian', 'ru'],
  ['spanish', 'es'],
  ['swedish', 'sv'],
  ['turkish', 'tr'],
])

/** Whether MongoDB takes a name for a language; whether this double can stem it is another question. */
export function isLanguage(name: string): boolean {
  const lower = name.toLowerCase()
  return codes.has(lower) || [...codes.values()].includes(lower)
}

const english: Language = {
  // English knows words with an apostrophe in them.
  words: (text) => text.split(/[^\p{L}\p{M}\p{N}_']+/u).filter((word) => word !== ''),
  stem: stemEnglish,
  isStopWord: (word) => englishStopWords.has(word),
}

const none: Language = {
  words: (text) => text.split(/[^\p{L}\p{M}\p{N}_]+/u).filter((word) => word !== ''),
  stem: (word) => word,
  isStopWord: () => false,
}

/** @throws ServerError 2 for a language that MongoDB does not have, 238 for one that this double has not */
export function languageNamed(name: string): Language {
  if (!isLanguage(name)) badValue(`unsupported language: "${name}" for text index version 3`)
  const lower = name.toLowerCase()
  if (lower === 'none') return none
  return lower === 'english' || lower === 'en' ? english : notImplemented(`text search in ${name}`)
}

/**
 * The language that a document says it is in, in the field that the index names for it.
 * @throws ServerError 17261, 17262 where it says something else: such a document cannot be stored
 */
export function languageOverride(document: BsonDocument, textIndex: BsonDocument): string | undefined {
  const { language_override: field } = textIndex
  const value: BsonValue = fieldOf(document, typeof field === 'string' ? field : 'language')
  if (value === undefined) return undefined
  if (typeof value !== 'string') refuseLocation(17261, 'found language override field in document with non-string type')
  if (!isLanguage(value)) refuseLocation(17262, `language override unsupported: ${value}`)
  return value
}
