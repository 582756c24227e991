import { describe, expect, test } from 'vitest'
import { fieldNamed } from '../../generator/model/lookup.ts'
import { analyzeText, errorsOf, underCarets } from '../support/analyze-text.ts'

/** An entity kept as rows, with fields of its own and what follows them in its block. */
function rows(fields: string, rest = '', head = ''): string {
  return `${head}entities:\n  Order:\n    use: [base_fields]\n    postgres:\n      fields: { ${fields} }\n${rest}`
}

function documents(fields: string, rest = '', head = ''): string {
  return rows(fields, rest, head).replace('    postgres:', '    mongo:')
}

const stamps = 'mixins:\n  owned: { fields: { owner: { type: ref(Baker)?, inverse: belongings } } }\n'

/** Code, the text under the carets, a piece of the message, and the spec: each was once accepted and lost. */
const lost: readonly (readonly [string, string, string, string])[] = [
  ['resolve/bad-option', 'inverse', 'inverse', documents('made_by: { type: ref(Baker), inverse: orders }')],
  ['resolve/bad-option', 'primary', 'row', documents('number: { type: uuid, primary: true }')],
  [
    'resolve/bad-option',
    'primary',
    'empty',
    rows('number: int')
      .replace('[base_fields]', '[keyed]')
      .replace('entities:', 'mixins:\n  keyed: { fields: { id: { type: "uuid?", primary: true } } }\nentities:'),
  ],
  ['resolve/bad-key', 'key', 'two primary keys', rows('key: { type: uuid, primary: true }')],
  ['resolve/bad-key', 'public', 'two public ids', rows('public: { type: ulid, public_id: true }')],
  ['resolve/bad-default', 'english', '2', rows('lang: { type: string(2), default: english }')],
  ['resolve/bad-default', '-1', 'at least 0', rows('count: { type: int, min: 0, default: -1 }')],
  ['resolve/bad-default', '11', 'at most 10', rows('count: { type: int, max: 10, default: 11 }')],
  ['resolve/bad-default', 'EN', 'pattern', rows("lang: { type: string(2), pattern: '^[a-z]+$', default: EN }")],
  ['resolve/bad-option', 'max', '2,147,483,647', rows('count: { type: int, max: 3000000000 }')],
  ['resolve/bad-option', 'length', 'string(20)', rows('note: { type: string(20), length: 50 }')],
  ['resolve/bad-option', 'optional', '?', rows('note: { type: "text?", optional: false }')],
  ['resolve/bad-option', 'list', '[]', rows('notes: { type: "text[]", list: false }')],
  [
    'resolve/bad-key',
    'hello',
    'created_on',
    rows('a: int', '      indexes: [{ fields: [a], where: { created_on: hello } }]\n'),
  ],
  ['resolve/bad-option', 'count', 'text', documents('count: int', '      text_index: { count: 3 }\n')],
  [
    'resolve/unknown-variable',
    'made_by',
    'empty',
    rows(
      'made_by: ref(Baker)?, pic_s3_key: key(pic)?',
      '    s3: { objects: { pic: { bucket: photos, path: "p/{made_by}/{object}", content_type: image/jpeg } } }\n',
    ),
  ],
  [
    'store/unsupported-option',
    'code',
    'created_on',
    rows('code: { type: int, unique: true }', '      partition: { by: created_on, every: month }\n'),
  ],
  [
    'store/unsupported-option',
    '[code]',
    'created_on',
    rows(
      'code: int',
      '      unique: [[code], [code, created_on]]\n      partition: { by: created_on, every: month }\n',
    ),
  ],
  [
    'store/unsupported-type',
    'Outer',
    'maker',
    rows(
      'outer: Outer',
      '',
      'types:\n  Inner: { fields: { maker: ref(Baker) } }\n  Outer: { fields: { inner: Inner } }\n',
    ),
  ],
  ['resolve/bad-option', 'lookup', 'PostgreSQL', documents('code: { type: string(9), unique: true, lookup: global }')],
  ...['unique: true', 'primary: true', 'immutable: true', 'on_update: increment'].map(
    (option) =>
      [
        'resolve/bad-option',
        option.replace(/:.*/, ''),
        'value type',
        `types:\n  Box: { fields: { w: { type: ${option.startsWith('primary') ? 'uuid' : 'int'}, ${option} } } }\n`,
      ] as const,
  ),
  [
    'resolve/bad-option',
    'soft_delete',
    'timestamp',
    'mixins:\n  gone: { role: soft_delete, fields: { gone: boolean } }\n',
  ],
]

describe('what would be lost is refused', () => {
  test.each(lost)('%s at `%s`: %s', (code, token, words, text) => {
    const errors = errorsOf(analyzeText(text))
    expect(errors.map((error) => [error.code, underCarets(error)])).toEqual([[code, token]])
    expect(errors[0]?.message).toContain(words)
    expect(errors[0]?.help ?? '').not.toBe('')
  })
})

describe('a pattern is one that PostgreSQL and JavaScript read alike', () => {
  test.each(['\\p{L}+', '(?<year>a)\\k<year>', '(?<year>a)', '\\u{1F600}', '\\bword', '\\Bx', '[^]', 'a\\x41'])(
    'not %s',
    (pattern) => {
      const errors = errorsOf(analyzeText(rows(`code: { type: string(9), pattern: '${pattern}' }`)))
      expect(errors.map((error) => error.code)).toEqual(['resolve/bad-pattern'])
    },
  )

  test.each(['^[a-z0-9-]+$', '^\\d{3}$', '(?=x)x', '(?<=a)b', '^\\w+@\\S+\\.(de|fr)$', '\\\\b', '[\\\\b]'])(
    'but %s',
    (pattern) => {
      expect(errorsOf(analyzeText(rows(`code: { type: string(9), pattern: '${pattern}' }`)))).toEqual([])
    },
  )
})

describe('words of other languages', () => {
  test.each([
    ['varchar(20)', 'string(20)'],
    ['integer', 'int'],
    ['bool', 'boolean'],
    ['datetime', 'timestamp'],
    ['number', 'int'],
    ['char(3)', 'string(3)'],
    ['double', 'float'],
    ['numeric(12,2)', 'decimal(12,2)'],
    ['money', 'decimal(12,2)'],
    ['blob', 'bytes'],
    ['enum', 'enums'],
    ['array', '[]'],
    ['serial', 'int'],
  ])('%s is met with %s', (type, ours) => {
    const [error, ...more] = errorsOf(analyzeText(rows(`note: { type: "${type}" }`)))
    expect(more).toEqual([])
    expect(error?.code).toBe('type/unknown')
    expect(error?.help).toContain(ours)
  })
})

describe('expiry counts from the time of creation', () => {
  test('whatever the base mixin calls it', () => {
    const head = 'mixins:\n  stamped: { role: base, fields: { made_on: { type: timestamp, default: now } } }\n'
    const { model, diagnostics } = analyzeText(
      documents('note: text', '      expire: 30d\n', head)
        .replace('[base_fields]', '[stamped, named]')
        .replace(
          'entities:',
          '  named: { fields: { ref_id: { type: ulid, public_id: true, default: ulid } } }\nentities:',
        ),
    )
    expect(diagnostics).toEqual([])
    expect(model?.byName.entities.get('Order')?.mongo?.expire?.from).toBe('made_on')
  })

  test('and where nothing says it, the report has no fix that would overwrite the duration', () => {
    const head =
      'mixins:\n  named: { role: base, fields: { ref_id: { type: ulid, public_id: true, default: ulid }, created_at: timestamp } }\n'
    const [error, ...more] = errorsOf(
      analyzeText(documents('note: text', '      expire: 30d\n', head).replace('[base_fields]', '[named]')),
    )
    expect(more).toEqual([])
    expect(underCarets(error)).toBe('30d')
    expect(error?.fixes ?? []).toEqual([])
    expect(error?.help).toContain('from:')
  })
})

test('a mixin that a base mixin uses is one itself: the document of a split entity carries it', () => {
  const head =
    'mixins:\n  traced: { fields: { traced_on: timestamp? } }\n  all_fields: { role: base, use: [traced], fields: { source: string(20) } }\n'
  const text = rows('note: text, log: part(mongo)?', '    mongo: { fields: { line: text } }\n', head).replace(
    '[base_fields]',
    '[base_fields, all_fields]',
  )
  const { model, diagnostics } = analyzeText(text)
  expect(diagnostics).toEqual([])
  const names = model?.byName.entities.get('Order')?.mongo?.fields.map((field) => field.name)
  expect(names).toContain('source')
  expect(names).toContain('traced_on')
})

test('a mistyped state is not to be renamed to one that is listed beside it', () => {
  const lifecycle = 'lifecycle: { field: status, start: open, allow: { open: [done], open2: [done] } }'
  const head = 'enums:\n  Status: [open, done]\n'
  const [error, ...more] = errorsOf(analyzeText(rows('status: Status', `      ${lifecycle}\n`, head)))
  expect(more).toEqual([])
  expect(underCarets(error)).toBe('open2')
  expect(error?.fixes ?? []).toEqual([])
})

test('a document, too, cannot refer to what has no record', () => {
  const folder = '  Folder: { s3: { objects: { sheet: { bucket: photos, path: "f/{object}", content_type: a/b } } } }\n'
  const project = projectWith('extends: minimal', 'extends: minimal, levels: { split/dangling-part: off }')
  const errors = errorsOf(analyzeText(`${documents('folder: ref(Folder)')}${folder}`, project))
  expect(errors.map((error) => [error.code, underCarets(error)])).toEqual([['store/unsupported-type', 'Folder']])
})

test('the inverse of a mixin is kept', () => {
  const { model, diagnostics } = analyzeText(
    rows('note: text', '', stamps).replace('[base_fields]', '[base_fields, owned]'),
  )
  expect(diagnostics).toEqual([])
  const part = model?.byName.entities.get('Order')?.postgres
  expect(part === undefined ? undefined : fieldNamed(part, 'owner').relation?.inverse?.member).toBe('belongings')
})

describe('what follows from a mistake is not reported again', () => {
  test('an unknown tenant entity', () => {
    const project = projectWith('entity: Bakery', 'entity: Bakry')
    expect(errorsOf(analyzeText('entities: {}\n', project)).map(underCarets)).toEqual(['Bakry'])
  })

  test('a list of mixins that is not there', () => {
    const text = rows('note: text').replace('use: [base_fields]', 'use:')
    expect(errorsOf(analyzeText(text)).map((error) => error.code)).toEqual(['shape/wrong-type'])
  })

  test('a mixin that is unknown, of which a path takes a field', () => {
    const text = rows(
      'pic_s3_key: key(pic)?',
      '    s3: { objects: { pic: { bucket: photos, path: "p/{serial}/{object}", content_type: image/jpeg } } }\n',
    ).replace('[base_fields]', '[base_fields, numbered]')
    expect(errorsOf(analyzeText(text)).map((error) => error.code)).toEqual(['resolve/unknown-mixin'])
  })

  test('a path of the wrong shape', () => {
    const text = rows(
      'pic_s3_key: key(pic)?',
      '    s3: { objects: { pic: { bucket: photos, path: "/p/{object}", content_type: image/jpeg } } }\n',
    )
    expect(errorsOf(analyzeText(text)).map((error) => error.code)).toEqual(['shape/bad-format'])
  })

  test('two tables of one name', () => {
    const text = rows('note: text', '      table: bakers\n')
    expect(errorsOf(analyzeText(text)).map(underCarets)).toEqual(['bakers'])
  })
})

describe('the project file', () => {
  test('the prefix is read once, and knows the tenant alone', () => {
    const project = projectWith('bakeries/{bakery}/', 'bakeries/{bakry}/{name}/')
    const errors = errorsOf(analyzeText('entities: {}\n', project))
    expect(errors.map((error) => [error.code, underCarets(error)])).toEqual([
      ['resolve/unknown-variable', 'bakry'],
      ['resolve/unknown-variable', 'name'],
    ])
    expect(errors[0]?.label).toBe('did you mean `bakery`?')
  })

  test.each([
    ['region: S3_REGION', 'region: S3_REGION, presign: 30d', 'store/unsupported-option', '30d'],
    ['photos: { versioned: true }', 'photos: { env: ONE }, scans: { env: ONE }', 'resolve/name-collision', 'ONE'],
    ['name: bakery\n', 'name: bakery\noutput: { root: spec }\n', 'resolve/bad-option', 'spec'],
  ])('%s -> %s', (from, to, code, token) => {
    const errors = errorsOf(analyzeText('entities: {}\n', projectWith(from, to), 'spec/'))
    expect(errors.map((error) => [error.code, underCarets(error)])).toEqual([[code, token]])
  })
})

function projectWith(from: string, to: string): string {
  const project = `stowage: 1
name: bakery
stores:
  postgres: { version: 16, url: POSTGRES_URL }
  mongo: { version: 7, url: MONGO_URL }
  s3: { region: S3_REGION, buckets: { photos: { versioned: true } } }
tenancy: { entity: Bakery, field: bakery, user: Baker, prefix: "bakeries/{bakery}/" }
rules: { extends: minimal }
`
  const changed = project.replace(from, to)
  if (changed === project) throw new Error(`nothing to replace: ${from}`)
  return changed
}
