import fc from 'fast-check'

/** Texts that have broken code generators: ends of literals and comments, separators, marks of direction, halves of pairs. */
export const hostileTexts: readonly string[] = [
  "'",
  '"',
  `'"\``,
  '\\',
  "\\'",
  '`$' + '{process.exit(1)}`',
  '*/ process.exit(1) /*',
  '*\\/',
  '// x',
  '</script><script>alert(1)</script>',
  'line\nline',
  'line\r\nline\rline',
  'a\u2028b\u2029c',
  '\u202Edesrever\u202C \u2066isolated\u2069',
  '\uFEFFbom',
  '\0\u0001\u001F\u007F\u0085',
  '\uD800 alone \uDC00',
  '@deprecated do not',
  'see {@link evil}',
  '* @internal',
  '__proto__',
  '/',
  '*',
  '---',
  '|',
  'x'.repeat(10_000),
  'word '.repeat(2_000),
]

/** Any text at all, the hostile ones often. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)), maxLength: 50 }),
  fc
    .array(fc.constantFrom("'", '"', '`', '\\', '$', '{', '}', '*', '/', '@', '\n', '\r', '\u2028', ' ', 'a', '<'), {
      maxLength: 30,
    })
    .map((parts) => parts.join('')),
)
