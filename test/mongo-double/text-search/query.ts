import { typeName } from '../bson/type-name.ts'
import { type BsonDocument, type BsonValue, isDocument } from '../bson/value.ts'
import { badValue, refuse, typeMismatch } from '../server-error.ts'

/** The operand of `$text`. */
export interface TextQuery {
  /** What stands in quotes, each to be found as it is. */
  readonly phrases: readonly string[]
  readonly excludedPhrases: readonly string[]
  /** Everything to score by, the words of phrases too. */
  readonly text: string
  readonly excludedText: string
  readonly language: string | undefined
  readonly isCaseSensitive: boolean
  readonly isDiacriticSensitive: boolean
}

const options = new Set(['$search', '$language', '$caseSensitive', '$diacriticSensitive'])

/**
 * https://www.mongodb.com/docs/v7.0/reference/operator/query/text/
 * @throws ServerError 2, 4, 14 where the operand is none
 */
export function parseTextQuery(operand: BsonValue): TextQuery {
  if (!isDocument(operand)) badValue('$text expects an object')
  const { $search, $language } = operand
  if ($search === undefined) refuse(4, 'NoSuchKey', 'Missing expected field "$search"')
  if (typeof $search !== 'string') wrongType('$search', 'string', $search)
  if ($language !== undefined && typeof $language !== 'string') wrongType('$language', 'string', $language)
  if (Object.keys(operand).some((name) => !options.has(name))) badValue('extra fields in $text')
  return {
    ...parseSearch($search),
    language: $language,
    isCaseSensitive: flag(operand, '$caseSensitive'),
    isDiacriticSensitive: flag(operand, '$diacriticSensitive'),
  }
}

function flag(operand: BsonDocument, name: string): boolean {
  const value = operand[name]
  if (value !== undefined && typeof value !== 'boolean') wrongType(name, 'bool', value)
  return value === true
}

function wrongType(name: string, expected: string, value: BsonValue): never {
  return typeMismatch(`"${name}" had the wrong type. Expected ${expected}, found ${typeName(value)}`)
}

function parseSearch(search: string): Pick<TextQuery, 'phrases' | 'excludedPhrases' | 'text' | 'excludedText'> {
  const phrases: string[] = []
  const excludedPhrases: string[] = []
  const unquoted = search.replaceAll(/(-?)"([^"]*)"/g, (_, minus: string, phrase: string) => {
    const isExcluded = minus !== ''
    if (phrase.trim() !== '') (isExcluded ? excludedPhrases : phrases).push(phrase)
    return isExcluded ? ' ' : ` ${phrase} `
  })
  const terms = unquoted.split(/\s+/)
  const text = terms.filter((term) => !term.startsWith('-')).join(' ')
  const excludedText = terms.filter((term) => term.startsWith('-')).join(' ')
  return { phrases, excludedPhrases, text, excludedText }
}
