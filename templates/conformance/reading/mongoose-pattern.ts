/**
 * Whether a pattern in the words of MongoDB, whose expressions are PCRE2's, takes and refuses the same texts as one of
 * JavaScript: tried with the characters of both, and with those that the two are known to read differently.
 */
export function takesTheSame(pattern: string, wanted: string): boolean {
  const [mongo, spec] = [inJavaScript(pattern), new RegExp(wanted)]
  return texts(wanted).every((text) => mongo.test(text) === spec.test(text))
}

/** PCRE2 writes a character by its number as `\x{a0}`; what JavaScript has no sixteen bits for is left at the last that it has. */
function inJavaScript(pattern: string): RegExp {
  return new RegExp(
    pattern.replace(/\\x\{([0-9a-f]+)\}/g, (_, digits: string) => {
      return `\\u${Math.min(Number.parseInt(digits, 16), 0xffff).toString(16).padStart(4, '0')}`
    }),
  )
}

const tricky = ['\n', '\r', '\u2028', '\u00a0', '\u0085', ' ', '_', '-', '.', 'a', 'Z', '0', '9', 'é']

/** Texts of every length up to the longest that the pattern counts to, alike and mixed, with and without a line's end. */
function texts(wanted: string): readonly string[] {
  const characters = [...new Set([...wanted, ...tricky])]
  const counts = [...wanted.matchAll(/\d+/g)].map(([digits]) => Math.min(Number(digits), 300))
  const lengths = [...new Set([0, 1, 2, 3, ...counts.flatMap((count) => [count - 1, count, count + 1])])]
  return lengths
    .filter((length) => length >= 0)
    .flatMap((length) => characters.map((character) => character.repeat(length)))
    .concat(characters.flatMap((one) => characters.map((other) => `${one}${other}${one}`)))
    .flatMap((text) => [text, `${text}\n`, `\n${text}`])
}
