import { scalarNames } from '../../model/type.ts'
import { isBucketName, isLogicalName } from '../../rules/naming/rename.ts'

/** Longest name that the language takes. */
const longest = 63

/** Words that YAML 1.2 reads as no text, however they are meant. */
const yamlWords = /^(null|true|false)$/i

/** What a type may be written with, beside names. */
const typeWords: ReadonlySet<string> = new Set([...scalarNames, 'ref', 'key', 'part'])

/** Why a text cannot name a thing of a kind (the first word of a key of `Model.uses`), whatever else the spec holds. */
export function whyNoName(text: string, kind: string): string | undefined {
  if (kind === 'bucket' ? !isBucketName(text) : !isLogicalName(text)) {
    return kind === 'bucket'
      ? 'a bucket has a name of letters and digits, with hyphens between words'
      : 'a name is made of letters, digits and underscores and starts with a letter'
  }
  if (text.length > longest) return `a name has at most ${longest} characters`
  if (yamlWords.test(text)) return `YAML reads \`${text}\` as no text`
  if ((kind === 'enum' || kind === 'type') && typeWords.has(text)) return `\`${text}\` is a type of the language`
  return undefined
}
