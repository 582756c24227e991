import fc from 'fast-check'

/** A sound spec of one file that uses much of the language. */
export const spec = `domain: Orders
about: From an order to its payment.
enums:
  Status: [draft, sent]
entities:
  Order:
    use: [base_fields]
    postgres:
      fields:
        number: { type: string(20), pattern: '^[A-Z]{2,3}$', unique: true }
        amount: decimal(12,2)
        labels: string[]?
        status: { type: Status, default: draft }
      unique:
        - { fields: [number], where: { status: [draft, sent] }, scope: global }
      indexes:
        - [status, created_on desc]
      volume: { per_tenant_month: 200k, bytes: 400 }
    s3:
      objects:
        pdf: { bucket: docs, path: "orders/{ref_id}/{object}.pdf", content_type: application/pdf }
`

/** Signs that mean something in YAML, and pieces of the language. */
const piece = fc.constantFrom(
  ...[
    '\n',
    '\n  ',
    '\n    ',
    ' ',
    '\t',
    '\r\n',
    '\r',
    ':',
    ': ',
    '- ',
    ', ',
    ',',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '#',
    ' #',
  ],
  ...[
    '&a',
    '*a',
    '!',
    '!!str',
    '|',
    '>',
    '|\n',
    '%',
    '@',
    '`',
    '?',
    '? ',
    '<<',
    '---',
    '...',
    '\\',
    '\ufeff',
    '\u2028',
    '\0',
    '😀',
  ],
  ...[
    'pattern: ',
    'type: ',
    'decimal(12,2)',
    'string[]',
    '__proto__',
    'stowage: 1',
    'entities:',
    'fields:',
    'include',
    '1',
    '~',
  ],
)

/** A heap of signs. */
export const soup: fc.Arbitrary<string> = fc
  .array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 60 })
  .map((parts) => parts.join(''))

/** The spec with some places overwritten. */
export const mutated: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.nat(spec.length), fc.nat(6), fc.oneof(piece, fc.constant(''))), { minLength: 1, maxLength: 6 })
  .map((edits) => edits.reduce((text, [at, length, put]) => text.slice(0, at) + put + text.slice(at + length), spec))
