import fc from 'fast-check'
import type { Description } from '../../../runtime/src/description/description.ts'
import type { FieldDescription, ScalarName } from '../../../runtime/src/description/field.ts'

/** Values for a field: most are near the edge of what it takes, some are of another kind altogether. */
export function valuesOf(field: FieldDescription, description: Description): fc.Arbitrary<unknown> {
  const single = singles(field, description)
  const right = field.list === true ? fc.array(single, { maxLength: 3 }) : single
  return fc.oneof({ weight: 6, arbitrary: right }, { weight: 1, arbitrary: strange })
}

/** What a form or a request might hold in the place of anything. */
const strange = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    0,
    -1,
    1.5,
    true,
    'true',
    Number.NaN,
    Number.POSITIVE_INFINITY,
    {},
    [],
    [[]],
    [null],
  ),
  fc.constantFrom<unknown>(
    { a: 1 },
    { $gt: 1 },
    new Date(0),
    new Date(Number.NaN),
    2n ** 70n,
    '1e400',
    '\u0000',
    '\ud800',
    new Map(),
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.double(),
)

const text = (most: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: most }),
    // At the edge, in characters of one, two and four bytes.
    fc
      .tuple(fc.constantFrom('a', 'é', '\u{1f600}', '\u0301'), fc.integer({ min: -1, max: 1 }))
      .map(([one, more]) => one.repeat(Math.max(0, most + more))),
  )

const near = (...bounds: readonly number[]): fc.Arbitrary<number> =>
  fc.tuple(fc.constantFrom(...bounds), fc.constantFrom(-1, 0, 1)).map(([bound, more]) => bound + more)

const json: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom<unknown>(
    { $set: { a: 1 } },
    { 'a.b': 1, '': 2 },
    { $ref: '#/x', $id: 'y' },
    { constructor: 1 },
    [-0, 1e308, 5e-324],
  ),
  fc.constantFrom<unknown>(
    { a: undefined },
    { a: () => 1 },
    { a: 1n },
    { a: new Date() },
    { a: Number.NaN },
    { 'a\u0000': 1 },
    ['\udfff'],
  ),
  fc.constantFrom<unknown>(
    JSON.parse('{"__proto__": 1}'),
    { _bsontype: 'Code', code: 'x' },
    nested(63),
    nested(64),
    nested(200),
    round(),
  ),
)

function nested(depth: number): unknown {
  return depth === 0 ? 1 : { a: nested(depth - 1) }
}

function round(): unknown {
  const list: unknown[] = []
  list.push(list)
  return list
}

function singles(field: FieldDescription, description: Description): fc.Arbitrary<unknown> {
  const { type } = field
  switch (type.kind) {
    case 'scalar':
      return scalars(type.scalar, field)
    case 'enum':
      return fc.constantFrom(...(description.enums[type.enum] ?? []), 'SPRING', 'spring ', '')
    case 'value':
      return fc.record(
        Object.fromEntries(
          (description.valueTypes[type.valueType] ?? []).map((inner) => [inner.name, valuesOf(inner, description)]),
        ),
        { requiredKeys: [] },
      )
    case 'ref':
      return fc.constantFrom(
        '01HZZZZZZZ0000000000000001',
        '8ZZZZZZZZZZZZZZZZZZZZZZZZZ',
        '01hzzzzzzz0000000000000001',
        'x',
      )
    case 'key':
    case 'part':
      return fc.constant('x')
  }
}

function scalars(scalar: ScalarName, field: FieldDescription): fc.Arbitrary<unknown> {
  const { length = 60, min = 0, max = 100, pattern } = field
  switch (scalar) {
    case 'string':
    case 'text':
      return pattern === undefined
        ? text(length)
        : fc.oneof(fc.stringMatching(new RegExp(pattern, 'u')), text(length), fc.constantFrom('a\n', 'a-b', 'A', 'ab.'))
    case 'int':
      return fc.oneof(near(min, max, 0, 2 ** 31, -(2 ** 31)), fc.integer(), fc.constantFrom(-0, 1.5, '5'))
    case 'bigint':
      return fc.oneof(
        fc.bigInt({ min: -(2n ** 65n), max: 2n ** 65n }),
        fc.constantFrom<unknown>(2n ** 63n, 2n ** 63n - 1n, '12', '1.5', 7, 2 ** 60, 0n),
      )
    case 'decimal':
      return fc.oneof(
        fc
          .tuple(fc.integer({ min: -2_000_000, max: 2_000_000 }), fc.integer({ min: 0, max: 12 }))
          .map(([n, places]) => (n / 10 ** places).toFixed(places)),
        fc.constantFrom<unknown>(
          '999999.99',
          '1000000',
          '999999.999',
          '-0.01',
          '1e2',
          '1e-3',
          '.5',
          '5.',
          '+1',
          'NaN',
          'Infinity',
          '1_000',
          ' 1',
          0.1,
          1e21,
          1.005,
          '0.10',
          '000',
        ),
        fc.constantFrom<unknown>({ toFixed: () => '1.5' }, { toFixed: () => 'x' }, '', '-', '1e99999'),
      )
    case 'float':
      return fc.oneof(near(min, max), fc.double(), fc.constantFrom<unknown>('1', 1n))
    case 'boolean':
      return fc.constantFrom<unknown>(true, false, 0, 'false')
    case 'timestamp':
      return fc.oneof(
        fc.date({ noInvalidDate: false }),
        fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31') }).map((date) => date.toISOString()),
        fc.constantFrom(
          '2026-02-30T00:00:00Z',
          '2026-01-01',
          '2026-01-01T25:00:00Z',
          '2026-01-01T00:00:00+02:00',
          '2026-01-01T00:00:00',
          'now',
          '0000-01-01T00:00:00Z',
          '2026-01-01T00:00:00.1234Z',
        ),
      )
    case 'date':
      return fc.oneof(
        fc.date({ noInvalidDate: true }).map((date) => new Date(Math.floor(date.getTime() / 86_400_000) * 86_400_000)),
        fc.constantFrom<unknown>(
          '2026-02-28',
          '2026-02-29',
          '2026-13-01',
          '2026-1-1',
          'today',
          '0000-01-01',
          new Date('2026-01-01T00:00:00.001Z'),
        ),
      )
    case 'uuid':
      return fc.oneof(
        fc.uuid(),
        fc.uuid().map((id) => id.toUpperCase()),
        fc.constantFrom('x', '0198c0de00007000800000000000beef'),
      )
    case 'ulid':
      return fc.oneof(
        fc.ulid(),
        fc.constantFrom(
          '8ZZZZZZZZZZZZZZZZZZZZZZZZZ',
          '01hzzzzzzz0000000000000001',
          '01HZZZZZZZ000000000000000',
          '01HZZZZZZZ0000000000000001\n',
        ),
      )
    case 'object_id':
      return fc.oneof(
        fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 24, maxLength: 24 }),
        fc.constantFrom('0123456789ABCDEF01234567', '0'),
      )
    case 'json':
      return json
    case 'bytes':
      return fc.oneof(
        fc.uint8Array({ maxLength: 40 }),
        fc.constantFrom<unknown>(new Uint8Array(0), Buffer.from('x'), 'x', [1]),
      )
    case 'email':
      return fc.oneof(
        fc.emailAddress(),
        fc.constantFrom(
          'ada@localhost',
          'a@',
          '@b',
          'a b@c',
          'a@b@c',
          'é@exämple.com',
          `${'a'.repeat(65)}@b.c`,
          'a@b..c',
          'a@b.c\n',
        ),
      )
    case 'url':
      return fc.oneof(
        fc.webUrl(),
        fc.constantFrom(
          'javascript:alert(1)',
          'ftp://a',
          'https://',
          'http://a b',
          ' https://a',
          'https://ex.com/\u00e9',
          `https://a/${'b'.repeat(2048)}`,
        ),
      )
    case 'external_id':
      return fc.oneof(text(512), fc.constantFrom('', 'A 1', '\u0000'))
  }
}
