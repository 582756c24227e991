/** One escaper for each place of GitHub's Markdown that takes a text. Each gives one line. */

/** Most texts: nothing in them means anything to Markdown, at the start of a line or within it. */
const harmless = /^(?:[ ,.→]*|(?: ?[A-Za-z(]|, )[A-Za-z0-9 ,;()'"/?%.→-]*)$/
/** Nearly all others: a colon before a space, an underscore within a word, no mark of a list in front. */
const plain =
  /^(?! ?(?:-|\d+[.)])) ?[A-Za-z0-9,.;()'"/?%!→›✓·×…-]*(?:(?::? |(?<=[A-Za-z0-9])_(?=[A-Za-z0-9]))[A-Za-z0-9,.;()'"/?%!→›✓·×…-]+)*:? ?$/
const address = /www[.]/i
const name = /^\w[\w.]*$/
/** A relative path with an anchor. */
const path = /^[\w./#-]+$/

/** Running text: a paragraph, a heading, the label of a link, a cell of a table. */
export function mdText(text: string): string {
  if (text === '' || ((harmless.test(text) || plain.test(text)) && !address.test(text))) return text
  return (
    oneLine(text)
      .replace(/[\\`*~#$^]/g, '\\$&')
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      .replace(/&/g, '&amp;')
      // Brackets as entities too: some readers take the backslash away and read the label of a link once more.
      .replace(/\[/g, '&#91;')
      .replace(/\]/g, '&#93;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/\|/g, '&#124;')
      .replace(/@/g, '\\@')
      .replace(/:(?=\/\/|[A-Za-z])/g, '\\:')
      .replace(/(www)\./gi, '$1\\.')
      .replace(/^(\s*\d+)([.)])/, '$1\\$2')
      .replace(/^(\s*)([-+=])/, '$1\\$2')
  )
}

/**
 * A span of code. Its fence is longer than any run of backticks in it. In a cell a pipe needs a backslash, and readers
 * differ where the code has a backslash there already: such code is written as HTML.
 */
export function mdCode(text: string, place: 'text' | 'cell'): string {
  if (name.test(text)) return `\`${text}\``
  const line = oneLine(text)
  if (line.trim() === '') return mdText(line)
  if (place === 'cell' && /[|`]/.test(line)) return `<code>${mdText(line)}</code>`
  if (!line.includes('`')) return `\`${line}\``
  const runs = line.match(/`+/g) ?? []
  const fence = '`'.repeat(runs.reduce((longest, run) => Math.max(longest, run.length), 0) + 1)
  return `${fence} ${line} ${fence}`
}

/** The target of a link. */
export function mdTarget(target: string): string {
  if (path.test(target)) return target
  return encodeURI(oneLine(target)).replace(/[()<>'"*_~`\\|]/g, (character) => {
    return character === '_' ? character : `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
  })
}

/** The value of an HTML attribute in double quotes. */
export function htmlAttribute(text: string): string {
  if (path.test(text)) return text
  return oneLine(text).replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** One line. A control character, half a character, and what turns the direction of writing are shown as such. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\p{Surrogate}]/gu, '\uFFFD')
}
