import { describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { brief, fixed, parseText } from './read-text.ts'

/** Where each stands as the value of a key, what is pointed at and what is meant. */
const misread: readonly (readonly [code: string, text: string, pointed: string, meant: unknown])[] = [
  ['syntax/quote-type', 'a: { type: decimal(12,2) }', 'decimal(12,2)', { type: 'decimal(12,2)' }],
  [
    'syntax/quote-type',
    'a: { type: decimal( 12, 2 )?, min: 0 }',
    'decimal( 12, 2 )?',
    { type: 'decimal( 12, 2 )?', min: 0 },
  ],
  ['syntax/quote-type', 'a: { type: string[] }', 'string[]', { type: 'string[]' }],
  ['syntax/quote-type', 'a: { x: string[]?, y: 2 }', 'string[]?', { x: 'string[]?', y: 2 }],
  ['syntax/quote-type', 'a: { type: string(20)[] , about: x}', 'string(20)[]', { type: 'string(20)[]', about: 'x' }],
  ['syntax/quote-type', 'a: [string[], b]', 'string[]', ['string[]', 'b']],
  ['syntax/quote-type', 'a: { type: ref(User)[] } # all', 'ref(User)[]', { type: 'ref(User)[]' }],
  ['syntax/quote-pattern', 'a: { pattern: ^[a-z]{2,3}$ }', '^[a-z]{2,3}$', { pattern: '^[a-z]{2,3}$' }],
  ['syntax/quote-pattern', 'a: { pattern: ^a{2}$, min: 1 }', '^a{2}$', { pattern: '^a{2}$', min: 1 }],
  ['syntax/quote-pattern', "a: { pattern: ^it's[\\]]$, b: 1 }", "^it's[\\]]$", { pattern: "^it's[\\]]$", b: 1 }],
  ['syntax/quote-pattern', 'a: { pattern: "^\\d+$", b: 1 }', '"^\\d+$"', { pattern: '^\\d+$', b: 1 }],
  ['syntax/quote-pattern', 'a: { pattern: ^(a,b)$ }', '^(a,b)$', { pattern: '^(a,b)$' }],
  ['syntax/quote-pattern', 'a:\n  pattern: [a-z]+', '[a-z]+', { pattern: '[a-z]+' }],
  ['syntax/quote-pattern', 'a:\n  pattern: [a-z]', '[a-z]', { pattern: '[a-z]' }],
  ['syntax/quote-pattern', 'a:\n  pattern: *a', '*a', { pattern: '*a' }],
  ['syntax/quote-pattern', 'a:\n  pattern: &a b', '&a b', { pattern: '&a b' }],
  ['syntax/quote-pattern', 'a:\n  pattern: !a b', '!a b', { pattern: '!a b' }],
  ['syntax/quote-pattern', 'a:\n  pattern: %a', '%a', { pattern: '%a' }],
  ['syntax/quote-pattern', 'a:\n  pattern: @a', '@a', { pattern: '@a' }],
  ['syntax/quote-pattern', 'a:\n  pattern: ^a: b$', '^a: b$', { pattern: '^a: b$' }],
  ['syntax/quote-pattern', 'a:\n  pattern: ^a #b$', '^a #b$', { pattern: '^a #b$' }],
  ['syntax/quote-pattern', 'a:\n  pattern: #[0-9]{6}', '#[0-9]{6}', { pattern: '#[0-9]{6}' }],
  ['syntax/quote-pattern', 'a:\n  pattern: "^\\w+$"', '"^\\w+$"', { pattern: '^\\w+$' }],
  ['syntax/yaml', 'a:\n  about: Note: this', 'Note: this', { about: 'Note: this' }],
  ['syntax/yaml', 'a: { about: Note: this, b: 1 }', 'Note: this', { about: 'Note: this', b: 1 }],
  ['syntax/yaml', 'a: { about: First, second, third }', 'First, second, third', { about: 'First, second, third' }],
  [
    'syntax/yaml',
    'a: { path: x/{ref_id}/{object}.md, b: 1 }',
    'x/{ref_id}/{object}.md',
    { path: 'x/{ref_id}/{object}.md', b: 1 },
  ],
  ['syntax/yaml', 'a: { path: {ref_id}/{object}.md }', '{ref_id}/{object}.md', { path: '{ref_id}/{object}.md' }],
  ['syntax/yaml', 'a:\n  path: {ref_id}/x', '{ref_id}/x', { path: '{ref_id}/x' }],
  ['syntax/yaml', 'a:\n  about: "so" called # c', '"so" called', { about: '"so" called' }],
  ['syntax/yaml', 'a:\n  about: *bold* text', '*bold* text', { about: '*bold* text' }],
  ['syntax/yaml', 'a:\n  about: [draft] text', '[draft] text', { about: '[draft] text' }],
]

describe('a text that YAML misreads', () => {
  test.each(misread)('%s in %j', (code, text, pointed, meant) => {
    const { diagnostics, value } = parseText(text)
    expect(diagnostics.map((diagnostic) => brief(diagnostic).slice(0, code.length + pointed.length + 3))).toEqual([
      `${code} [${pointed}]`,
    ])
    // It is read as it was meant, and the YAML library reads the same once the fix is in.
    expect(value).toEqual({ a: meant })
    expect(parseYaml(fixed(text, diagnostics))).toEqual({ a: meant })
  })

  test.each([
    'a:\n  pattern: ^[a-z]{2,3}$ # two or three',
    'a:\n  pattern: ^\\d{2,3}$',
    "a: { pattern: '^[a-z]{2,3}$' }",
    'a:\n  pattern: "^[a-z]\\\\d$"',
    'a: { pattern: { type: string } }',
    'a:\n  pattern: { type: string }',
    'a:\n  pattern: string(20)',
    'a:\n  type: decimal(12,2)',
    'a:\n  type: string[]?',
    'a: { type: string(20)?, about: of two words }',
    'a: [b, c desc, { d: e }]',
    'a: { b, c: 1 }',
    'a:\n  about: |\n    Note: this, [that]\n',
    'a:\n  # about: Note: this\n  b: 1',
    'a: { b: "x, y", c: \'{z}\' }',
    'a: {b: 1,\n  c: 2}',
  ])('one that it reads as it was meant is left alone: %j', (text) => {
    expect(parseText(text)).toEqual({ diagnostics: [], value: parseYaml(text) })
  })

  test('many in one file, one of them with brackets that do not match', () => {
    const text = [
      'x: { a: decimal(1,2), b: string[] }',
      'y: { pattern: ^[^\\]]\\}$, c: decimal(3,4) }',
      'z: { d: int[], about: First, second }',
    ].join('\n')
    const { diagnostics, value } = parseText(text)
    expect(diagnostics).toHaveLength(6)
    expect(value).toEqual({
      x: { a: 'decimal(1,2)', b: 'string[]' },
      y: { pattern: '^[^\\]]\\}$', c: 'decimal(3,4)' },
      z: { d: 'int[]', about: 'First, second' },
    })
    expect(parseYaml(fixed(text, diagnostics))).toEqual(value)
  })
})
