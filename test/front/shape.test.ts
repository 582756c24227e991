import { describe, expect, test } from 'vitest'
import { brief, fixed, shapeText } from './read-text.ts'

const project = 'stowage: 1\nname: shop\nstores: { postgres: { version: 16, url: POSTGRES_URL } }\n'

function reports(text: string): readonly string[] {
  return shapeText(text).diagnostics.map(brief)
}

/** A field of an entity, inside a whole file. */
function inField(field: string): string {
  return `domain: A\nentities: { E: { postgres: { fields: { f: ${field} } } } }\n`
}

function inEntity(entity: string): string {
  return `domain: A\nentities:\n  E: ${entity}\n`
}

describe('which file it is', () => {
  test('one with a key of the project file is it', () => {
    expect(shapeText(project).document?.kind).toBe('project')
    expect(shapeText('name: shop\nstores: { postgres: { version: 16, url: A } }\n').diagnostics.map(brief)).toEqual([
      'shape/missing-key [name] the project file must have the key `stowage`',
    ])
  })

  test('any other is a domain file', () => {
    expect(shapeText('domain: A\n')).toMatchObject({ diagnostics: [], document: { kind: 'domain' } })
    expect(shapeText('mixins: {}\ninclude: [b.yaml]\n')).toMatchObject({
      diagnostics: [],
      document: { kind: 'domain' },
    })
  })

  test('of a version that is not known', () => {
    expect(reports(project.replace('1', '2'))).toEqual([
      'project/unsupported-version [2] version `2` of the language is not known',
    ])
  })

  test('entities do not stand in the project file', () => {
    const { diagnostics } = shapeText(`${project}entities: {}\n`)
    expect(diagnostics.map(brief)).toEqual(['shape/unknown-key [entities] unknown key `entities` in this file'])
    expect(diagnostics[0]?.help).toBe('put it into a file of its own, and name that file under `include`')
  })
})

describe('shape/unknown-key', () => {
  test('is renamed where one key is near, and what is below it is checked under that', () => {
    const text = inEntity('{ postgres: { feilds: { a: { typ: int, min: low } } } }')
    const { diagnostics, value } = shapeText(text)
    expect(diagnostics.map(brief)).toEqual([
      'shape/unknown-key [feilds] unknown key `feilds` in `postgres`',
      'shape/unknown-key [typ] unknown key `typ` in `a`',
      'shape/wrong-type [low] `min` must be a number, not the text `low`',
    ])
    expect(diagnostics[0]).toMatchObject({ label: 'did you mean `fields`?', help: 'rename it to `fields`' })
    expect(value).toEqual({
      domain: 'A',
      entities: { E: { postgres: { fields: { a: { type: 'int', min: 'low' } } } } },
    })
    expect(fixed(text, diagnostics)).toBe(text.replace('feilds', 'fields').replace('typ', 'type'))
  })

  test('keeps the quotes of a key', () => {
    const text = inEntity('{ "abot": x }')
    expect(fixed(text, shapeText(text).diagnostics)).toBe(inEntity('{ "about": x }'))
  })

  test('is one report, and no other that the key is missing', () => {
    expect(reports('stowage: 1\nnam: shop\nstores: { postgres: { verison: 16, uri: A } }\n')).toEqual([
      'shape/unknown-key [nam] unknown key `nam` in this file',
      'shape/unknown-key [verison] unknown key `verison` in `postgres`',
      'shape/unknown-key [uri] unknown key `uri` in `postgres`',
    ])
  })

  test('offers no key that is there already', () => {
    const [diagnostic] = shapeText(inEntity('{ about: x, abot: y }')).diagnostics
    expect(diagnostic?.fixes).toBeUndefined()
    expect(diagnostic?.help).toBe('the keys here are `about`, `was`, `use`, `tenancy`, `postgres`, `mongo`, `s3`')
  })

  test('two that look like one: only the first is renamed', () => {
    const { diagnostics } = shapeText(inEntity('{ abot: x, abuot: y }'))
    expect(diagnostics.map(({ fixes = [] }) => fixes.map(({ title }) => title))).toEqual([['Rename it to `about`'], []])
  })

  test('knows where what other languages write belongs', () => {
    expect(shapeText(inField('{ type: int, nullable: true }')).diagnostics[0]?.help).toBe(
      'write `optional: true`, or `?` after the type',
    )
    expect(shapeText(inEntity('{ fields: {} }')).diagnostics[0]?.help).toBe(
      'fields stand in the block of the store that holds them: `postgres: { fields: { ... } }`',
    )
  })
})

describe('shape/missing-key', () => {
  test('points at the key of the mapping, and shows an example', () => {
    const [diagnostic, ...others] = shapeText(inField('{ about: x }')).diagnostics
    expect(others).toEqual([])
    expect(diagnostic && brief(diagnostic)).toBe('shape/missing-key [f] `f` must have the key `type`')
    expect(diagnostic).toMatchObject({ label: '`type` is missing', help: "add it, for example `type: 'string(120)'`" })
  })

  test('of an item of a list points at its first key', () => {
    expect(reports(inEntity('{ postgres: { unique: [{ scope: global }] } }'))).toEqual([
      'shape/missing-key [scope] an item of `unique` must have the key `fields`',
    ])
  })
})

describe('shape/wrong-type', () => {
  test.each([
    [`${project}about: 12\n`, '[12] `about` must be a text, not the number `12`', `${project}about: '12'\n`],
    [
      `${project}include: a.yaml\n`,
      '[a.yaml] `include` must be a list, not the text `a.yaml`',
      `${project}include: [a.yaml]\n`,
    ],
    [
      inField('{ type: int, list: yes }'),
      '[yes] `list` must be `true` or `false`, not the text `yes`',
      inField('{ type: int, list: true }'),
    ],
    [
      inField('{ type: int, list: "true" }'),
      '["true"] `list` must be `true` or `false`, not the text `true`',
      inField('{ type: int, list: true }'),
    ],
    [
      inField('{ type: int, min: "3" }'),
      '["3"] `min` must be a number, not the text `3`',
      inField('{ type: int, min: 3 }'),
    ],
    [
      'enums: { E: [no, true] }\n',
      '[true] an item of `E` must be a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`, not `true`',
      "enums: { E: [no, 'true'] }\n",
    ],
  ])('mended where only one thing can be meant: %j', (text, report, mended) => {
    const { diagnostics } = shapeText(text)
    expect(diagnostics.map(brief)).toEqual([`shape/wrong-type ${report}`])
    expect(fixed(text, diagnostics)).toBe(mended)
    expect(reports(mended)).toEqual([])
  })

  test.each([
    [inField('3.5'), '[3.5] `f` must be a text or a mapping, not the number `3.5`'],
    [inField('[int]'), '[[int]] `f` must be a text or a mapping, not a list'],
    [inEntity(''), '[E] `E` must be a mapping, not nothing'],
    [inField('{ type: int, default: [1] }'), '[[1]] `default` can be one value, or the empty list'],
    [
      inField('{ type: int, unique: once }'),
      '[once] `unique` must be `true` or `false` or a mapping, not the text `once`',
    ],
    [
      inEntity('{ mongo: { expire: 90 } }'),
      '[90] `expire` must be a duration such as `15m`, `12h`, `90d` or `7y` or a mapping, not the number `90`',
    ],
    [
      inEntity('{ postgres: { volume: { total: 1.5 } } }'),
      '[1.5] `total` must be a whole number or a count such as `200`, `80k` or `2M`, not the number `1.5`',
    ],
    [
      inEntity('{ postgres: { indexes: [{ fields: [a], where: { a: { not: 1 } } }] } }'),
      '[1] `not` must be `null`, not the number `1`',
    ],
  ])('one report for a short or a long form: %j', (text, report) => {
    const { diagnostics } = shapeText(text)
    expect(diagnostics.map(brief)).toEqual([`shape/wrong-type ${report}`])
  })
})

describe('values', () => {
  test('shape/unknown-value', () => {
    const text = inField('{ type: int, classify: intrenal }')
    const { diagnostics } = shapeText(text)
    expect(diagnostics.map(brief)).toEqual(['shape/unknown-value [intrenal] `intrenal` is not a value of `classify`'])
    expect(diagnostics[0]).toMatchObject({
      label: 'did you mean `internal`?',
      help: 'the values are `public`, `internal`, `pii`, `secret`',
    })
    expect(fixed(text, diagnostics)).toBe(inField('{ type: int, classify: internal }'))
  })

  test.each([
    [
      inEntity('{ was: 1st }'),
      '[1st] `1st` is not a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`',
    ],
    [
      inEntity(`{ was: ${'x'.repeat(64)} }`),
      `[${'x'.repeat(64)}] \`${'x'.repeat(60)}…\` is not a name of at most 63 letters, digits and underscores that starts with a letter, such as \`created_on\``,
    ],
    [
      `domain: A\nentities:\n  a-b: { about: x }\n`,
      '[a-b] `a-b` is not a name of at most 63 letters, digits and underscores that starts with a letter, such as `created_on`',
    ],
    [
      inEntity('{ mongo: { expire: 90 days } }'),
      '[90 days] `90 days` is not a duration such as `15m`, `12h`, `90d` or `7y`',
    ],
    [
      `${project}output: { root: ../out }\n`,
      "[../out] `../out` is not a folder below the project's folder with `/` between its parts and no `..`, such as `generated`",
    ],
    [
      `${project}output: { root: /out }\n`,
      "[/out] `/out` is not a folder below the project's folder with `/` between its parts and no `..`, such as `generated`",
    ],
    [
      project.replace('POSTGRES_URL', 'postgres_url'),
      '[postgres_url] `postgres_url` is not the name of an environment variable in capitals, digits and underscores, such as `POSTGRES_URL`',
    ],
    [
      inEntity('{ postgres: { indexes: [[a descending]] } }'),
      '[a descending] `a descending` is not the name of a field with nothing, ` asc`, ` desc` or, in MongoDB, ` text` behind it, such as `created_on desc`',
    ],
    [
      inEntity('{ s3: { objects: { o: { bucket: b, path: p, content_type: Text/HTML } } } }'),
      '[Text/HTML] `Text/HTML` is not a media type in lower case, such as `text/markdown`',
    ],
  ])('shape/bad-format: %j', (text, report) => {
    expect(reports(text)).toEqual([`shape/bad-format ${report}`])
  })

  test('shape/out-of-range', () => {
    expect(reports(project.replace('16', '9'))).toEqual([
      'shape/out-of-range [9] `version` must be at least 15, not `9`',
    ])
    expect(reports(inEntity('{ mongo: { text_index: { a: 100000 } } }'))).toEqual([
      'shape/out-of-range [100000] `a` must be at most 99,999, not `100000`',
    ])
  })

  test.each([
    [inEntity('{ about: "  " }'), '["  "] `about` must not be empty'],
    [inEntity('{ postgres: { unique: [[]] } }'), '[[]] an item of `unique` must not be empty'],
    [inEntity('{ s3: { objects: {} } }'), '[{}] `objects` must not be empty'],
    ['enums: { E: [] }\n', '[[]] `E` must not be empty'],
  ])('shape/empty: %j', (text, report) => {
    expect(reports(text)).toEqual([`shape/empty ${report}`])
  })

  test('shape/duplicate-item shows both places', () => {
    const { diagnostics } = shapeText(inEntity('{ use: [a, b, a] }'))
    expect(diagnostics.map(brief)).toEqual(['shape/duplicate-item [a] `a` stands twice in `use`'])
    const [first] = diagnostics[0]?.related ?? []
    expect((diagnostics[0]?.span?.start ?? 0) - (first?.span.start ?? 0)).toBe('a, b, '.length)
  })
})

describe('what follows from another mistake', () => {
  test.each([
    [inEntity('*nothing'), 'syntax/unknown-alias'],
    [inEntity('{ postgres: { volume: { total: 99999999999999999999 } } }'), 'shape/out-of-range'],
    [inEntity('{ <<: 1 }'), 'syntax/merge-key'],
  ])('is not reported: %j', (text, code) => {
    expect(shapeText(text).diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code])
  })

  test('a list of names is told to leave out its dashes', () => {
    const [diagnostic] = shapeText(inEntity('{ postgres: { fields: [{ a: int }, { b: int }] } }')).diagnostics
    expect(diagnostic?.help).toBe('leave out the dashes: it is one mapping, and each name is a key of it')
  })
})

describe('what is broken', () => {
  test('is the smallest node that fails', () => {
    const { document } = shapeText(inEntity('{ about: x, mongo: { expire: soon }, use: 1 }'))
    const texts = [...(document?.broken ?? [])].map(({ span }) => span.file.text.slice(span.start, span.end))
    expect(texts.sort()).toEqual(['1', 'soon'])
  })

  test('is nothing in a file that is sound', () => {
    expect(shapeText(project).document?.broken.size).toBe(0)
  })
})
