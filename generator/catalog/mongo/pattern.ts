/** In JavaScript a text ends once; in PCRE a `$` stands before a last line feed, too. */
const end = '(?![\\s\\S])'
/** In JavaScript a dot stands for any character that ends no line, in PCRE for any but the line feed. */
const dot = '[^\\n\\r\\x{2028}\\x{2029}]'
/** What JavaScript takes for white space; PCRE takes ASCII's alone. */
const space = '\\t-\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}'

/** Every other character; an expression of PCRE is of whole characters, so that halves of them are none. */
const noSpace = [
  '\\x{0}-\\x{8}\\x{e}-\\x{1f}!-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}',
  '\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{d7ff}\\x{e000}-\\x{fefe}\\x{ff00}-\\x{10ffff}',
].join('')

/**
 * A pattern of JavaScript in the words with which MongoDB matches exactly the same: its expressions are PCRE2's, which reads
 * some signs otherwise and some, `\u0041` for one, not at all.
 * https://www.pcre.org/current/doc/html/pcre2pattern.html
 */
export function mongoPattern(pattern: string): string {
  let result = ''
  let inBrackets = false
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern.charAt(at)
    if (character === '\\') {
      const [code] = codeUnits.exec(pattern.slice(at + 1, at + 12)) ?? []
      result += code === undefined ? escaped(pattern.charAt(at + 1), inBrackets) : codePoint(code)
      at += code?.length ?? 1
    } else if (inBrackets) {
      // There it might begin a class of POSIX.
      result += character === '[' ? '\\[' : character
      inBrackets = character !== ']'
    } else {
      result += outside(character)
      inBrackets = character === '['
    }
  }
  return result
}

/** What follows a backslash where a character is written by its number: one in two halves where it has more than 16 bits. */
const codeUnits = /^u(?:[Dd][89ABab][0-9A-Fa-f]{2}\\u[Dd][C-Fc-f][0-9A-Fa-f]{2}|[0-9A-Fa-f]{4})/

function codePoint(units: string): string {
  const text = units.split('\\').map((unit) => String.fromCharCode(Number.parseInt(unit.slice(1), 16)))
  return `\\x{${text.join('').codePointAt(0)?.toString(16)}}`
}

function outside(character: string): string {
  if (character === '$') return end
  return character === '.' ? dot : character
}

function escaped(character: string, inBrackets: boolean): string {
  switch (character) {
    case 's':
      return inBrackets ? space : `[${space}]`
    case 'S':
      return inBrackets ? noSpace : `[^${space}]`
    case 'v':
      // PCRE's own `\v` is any vertical space.
      return '\\x0b'
    default:
      return `\\${character}`
  }
}
