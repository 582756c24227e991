/**
 * One escaper for each place in a Mermaid text. Whatever would end the place, start a comment, a directive, a link, an
 * icon, a formula or a list is written as one of Mermaid's own entity codes (`#quot;`, `#59;`), which every host draws
 * as the character itself.
 */

/** A text as it stands between double quotes: a comment, a label, a title of a box. */
export function quoted(text: string): string {
  return `"${codes(text)}"`
}

/** A text as it stands without quotes up to the end of the line: a note, a message, the label of a move. */
export function unquoted(text: string): string {
  return codes(text).replace(/:/g, '#58;')
}

/** A text on a comment line of its own. */
export function comment(text: string): string {
  return `%% ${oneLine(text).replace(/[{}%]/g, ' ')}`
}

/** A value of the YAML that may stand before a diagram. */
export function yamlString(text: string): string {
  return JSON.stringify(
    oneLine(text)
      .replace(/[<>&%{}#;]/g, codeOf)
      .replace(/\u2028|\u2029/g, ' '),
  )
}

/** The type or the name of an attribute, which Mermaid takes as one word only: other characters become `_`. */
export function attributeWord(text: string): string {
  if (text.length > 2 && word.test(text)) return text
  const safe = text.replace(/[^A-Za-z0-9_\-[\](),.]/g, '_')
  if (!/^[A-Za-z_]/.test(safe)) return `_${safe}`
  // `pk`, `fk` and `uk` read as marks of a key in every letter case; a zero-width space in front keeps the word whole.
  return /^(?:pk|fk|uk)$/i.test(safe) ? `\u200B${safe}` : safe
}

const word = /^[A-Za-z_][A-Za-z0-9_]*$/

const wordsOfEr = new Set(
  (
    'accdescr acctitle class classdef default direction end erdiagram many o of one only optionally or pk fk uk style ' +
    'subgraph title to u zero more'
  ).split(' '),
)

/** The name of an entity: as it is where Mermaid has no other use for the word, else in quotes. */
export function entityName(name: string): string {
  return word.test(name) && !wordsOfEr.has(name.toLowerCase()) ? name : quoted(name)
}

const wordsOfState = new Set(
  (
    'accdescr acctitle as choice class classdef click default direction end fork hide href join left note of right root ' +
    'root_end root_start scale state statediagram style title width'
  ).split(' '),
)

/**
 * The id of a state. A word of Mermaid's own gets an underscore in front, which no name of the spec begins with, and
 * needs its text said beside it.
 */
export function stateId(name: string): string {
  const id = name.replace(/[^A-Za-z0-9_]/g, '_')
  return wordsOfState.has(id.toLowerCase()) ? `_${id}` : id
}

/** Shortens a text at a word, to at most so many characters with its ellipsis. */
export function shortened(text: string, most: number): string {
  const line = oneLine(text)
  if (line.length <= most) return line
  const cut = line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.]+$/, '')}…`
}

/** Most texts: one line of words, without anything that Mermaid might read as more than a text. */
const plain =
  /^(?!\d+[.)])[A-Za-z0-9(][A-Za-z0-9,.()'/?!=+·…→-]*(?:(?::? |(?<=[A-Za-z0-9])_(?=[A-Za-z0-9]))[A-Za-z0-9,.()'/?!=+·…→-]+)*$/
const turning = /direction/i

function codes(text: string): string {
  if (text === '' || (plain.test(text) && !turning.test(text))) return text
  return oneLine(text)
    .replace(/["#&<>\\`%;*~[\]{}|$@^]/g, codeOf)
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, codeOf)
    .replace(/:(?! |$)/g, codeOf)
    .replace(/^(\d+)([.)])/, (_match, digits: string, mark: string) => digits + codeOf(mark))
    .replace(/^[-+=]/, codeOf)
    .replace(/directio(n)(?=\s+(?:TB|TD|BT|RL|LR))/gi, (match, last: string) => match.slice(0, -1) + codeOf(last))
}

const named: ReadonlyMap<string, string> = new Map([
  ['"', '#quot;'],
  ['&', '#amp;'],
  ['<', '#lt;'],
  ['>', '#gt;'],
])

function codeOf(character: string): string {
  return named.get(character) ?? `#${character.charCodeAt(0)};`
}

const clean = /^[!-~]+(?: [!-~]+)*$/

/** One line. A control character, half a character, and what turns the direction of writing are shown as such. */
function oneLine(text: string): string {
  if (clean.test(text)) return text
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\p{Surrogate}]/gu, '\uFFFD')
    .trim()
}
