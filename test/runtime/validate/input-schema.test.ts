import { describe, expect, test } from 'vitest'
import { describeProvider } from '../../../generator/emit/provider/describe/describe.ts'
import type { Description } from '../../../runtime/src/description/description.ts'
import { InvalidInput } from '../../../runtime/src/errors/errors.ts'
import { newUlid } from '../../../runtime/src/ids/ulid.ts'
import { newUuid7 } from '../../../runtime/src/ids/uuid.ts'
import { checkedDocument, checkedInput, inputSchema } from '../../../runtime/src/validate/input-schema.ts'
import { soundModel } from '../../support/analyze-folder.ts'
import { gardenFolder } from '../mongo/documents.ts'

const press = describeProvider(soundModel('test/runtime/spec'))
const garden = describeProvider(soundModel(gardenFolder))
const [uuid, ulid, objectId] = [newUuid7(), newUlid(), '0123456789abcdef01234567']

/** Every issue as a line: where, and what. */
function issues(
  description: Description,
  member: string,
  kind: 'create' | 'update',
  input: unknown,
): readonly string[] {
  const result = inputSchema(description, member, kind)['~standard'].validate(input)
  if (result instanceof Promise) throw new Error('it answers at once')
  return (result.issues ?? []).map(({ path = [], message }) => `${path.map(String).join('.')}: ${message}`)
}

const byTheLayer = 'is written by the data layer'

describe('a schema', () => {
  test('is a Standard Schema, made once', () => {
    const schema = inputSchema(press, 'book', 'create')
    expect(schema['~standard']).toMatchObject({ version: 1, vendor: 'stowage' })
    expect(inputSchema(press, 'book', 'create')).toBe(schema)
    expect(inputSchema(press, 'book', 'update')).not.toBe(schema)
    expect(inputSchema({ ...press }, 'book', 'create')).not.toBe(schema)
    expect(() => inputSchema(press, 'bok', 'create')).toThrow(TypeError)
    expect(() => inputSchema(press, 'constructor', 'create')).toThrow(TypeError)
  })

  test('names everything that is wrong at once, and no value', () => {
    const found = issues(press, 'author', 'create', {
      penName: 'secret-value'.repeat(20),
      born: '2000-01-01',
      bornOn: 'secret-value',
      home: { street: 'x', city: 1, country: 'secret-value', extra: 1 },
      languages: ['en', null, 'secret-value'],
      royaltyRate: '1.5',
      copiesSold: 2n ** 63n,
      id: uuid,
    })
    expect(found).toEqual([
      'penName: has more than 120 characters',
      'born: is no member; did you mean bornOn?',
      'bornOn: must be a day: a text such as 2026-03-01, or a Date at midnight in UTC',
      'home.city: must be a text',
      'home.country: has more than 2 characters',
      'home.country: does not match ^[A-Z]{2}$',
      'home.extra: is no member',
      'languages.1: must not be empty',
      'languages.2: has more than 2 characters',
      'royaltyRate: must be at most 1',
      'copiesSold: must be a whole number of at most 64 bits, as a bigint or in digits',
      `id: ${byTheLayer}`,
      'legalName: is required',
    ])
    expect(found.join()).not.toContain('secret-value')
  })

  test('gives what the stores take, with defaults', () => {
    const bornOn = new Date('2000-01-01')
    const given = { penName: 'A', legalName: 'B', bornOn: '2000-01-01', copiesSold: '12', home: undefined }
    expect(checkedInput(press, 'author', 'create', given)).toEqual({
      penName: 'A',
      legalName: 'B',
      bornOn,
      copiesSold: 12n,
      royaltyRate: '0.1',
      languages: [],
    })
    expect(checkedInput(press, 'author', 'update', { royaltyRate: 0.25, home: null })).toEqual({
      royaltyRate: '0.25',
      home: null,
    })
    expect(issues(press, 'author', 'update', { penName: null })).toEqual(['penName: must not be null'])
  })

  test.each<readonly [string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['a text', 'x'],
    ['a Date', new Date()],
    ['an object of a class', new (class Book {})()],
  ])('takes no %s for a record', (_, input) => {
    expect(issues(press, 'book', 'create', input)).toEqual([': must be an object'])
  })

  test.each<readonly [string, unknown]>([
    ['__proto__', JSON.parse('{"title": "x", "author": "x", "__proto__": {"title": "y"}}')],
    ['constructor', { constructor: { prototype: {} } }],
    ['toString', { toString: 1 }],
    ['hasOwnProperty', { hasOwnProperty: 1 }],
  ])('has no member %s', (name, input) => {
    expect(issues(press, 'book', 'create', input)).toContain(`${name}: is no member`)
    expect(Object.prototype).not.toHaveProperty('title')
  })

  test('shows no name that somebody else may have written', () => {
    expect(issues(press, 'book', 'update', { '<script>': 1 })).toEqual(['(a name that is not shown): is no member'])
    expect(issues(press, 'book', 'update', { [Symbol('x')]: 1 })).toEqual([': has a member that is named by a symbol'])
  })
})

describe('what the data layer writes', () => {
  test.each([
    'id',
    'refId',
    'houseId',
    'createdOn',
    'createdBy',
    'updatedOn',
    'updatedBy',
    'revision',
    'deletedOn',
    'deletedBy',
  ])('is refused of a caller: %s', (name) => {
    for (const kind of ['create', 'update'] as const)
      expect(issues(press, 'book', kind, { author: ulid, title: 'x', [name]: null })).toEqual([
        `${name}: ${byTheLayer}`,
      ])
  })

  test('pointers to documents and objects, digests and sizes are among it', () => {
    const input = {
      book: ulid,
      version: 1,
      contentRef: objectId,
      document: { wordCount: 1, s3Key: 'x' },
      objects: { body: 'x' },
    }
    expect(issues(press, 'manuscript', 'create', input)).toEqual([
      `contentRef: ${byTheLayer}`,
      `document.s3Key: ${byTheLayer}`,
    ])
    const rendition = { book: ulid, title: 'x', metadata: {}, sha256: 'x', sizeBytes: 1, objects: { content: 'x' } }
    expect(issues(press, 'rendition', 'create', rendition)).toEqual([
      `sha256: ${byTheLayer}`,
      `sizeBytes: ${byTheLayer}`,
    ])
  })

  test('a record begins in its first state, and moves by transitions alone', () => {
    const input = { author: ulid, title: 'x' }
    expect(checkedInput(press, 'book', 'create', input)).toMatchObject({ status: 'planned' })
    expect(checkedInput(press, 'book', 'create', { ...input, status: 'planned' })).toMatchObject({ status: 'planned' })
    expect(issues(press, 'book', 'create', { ...input, status: 'printed' })).toEqual(['status: must be one of planned'])
    expect(issues(press, 'book', 'update', { status: 'planned' })).toEqual(['status: changes by a transition alone'])
  })

  test('what is written once is not changed', () => {
    expect(issues(press, 'manuscript', 'update', { version: 2 })).toEqual(['version: never changes once it is written'])
    expect(issues(press, 'sale', 'update', {})).toEqual([': is never changed once it is written'])
    expect(issues(press, 'auditEntry', 'update', { action: 'x' })).toEqual([': is never changed once it is written'])
  })
})

describe('a reference', () => {
  test.each<readonly [string, object, unknown]>([
    ['by its member, as it is kept', { authorId: uuid }, uuid],
    ['by its member, by its public id', { authorId: ulid }, ulid],
    ['by its relation', { author: ulid }, ulid],
  ])('is taken %s', (_, input, authorId) => {
    expect(checkedInput(press, 'book', 'update', input)).toEqual({ authorId })
  })

  test.each<readonly [object, string]>([
    [{ author: uuid }, 'author: must be a public id (a ULID)'],
    [{ authorId: 'x' }, 'authorId: must be a public id, or a UUID in lower case'],
    [{ authorId: uuid.toUpperCase() }, 'authorId: must be a public id, or a UUID in lower case'],
    [{ author: { connect: { id: uuid } } }, 'author: must be a public id (a ULID)'],
    [{ author: null }, 'author: must be a public id (a ULID)'],
    [{ authorId: null }, 'authorId: must not be null'],
    [{ author: ulid, authorId: ulid }, 'authorId: is given as authorId, too'],
  ])('is refused: %j', (input, issue) => {
    expect(issues(press, 'book', 'update', input)).toEqual([issue])
  })

  test('that is optional may be emptied under either name', () => {
    expect(checkedInput(press, 'book', 'update', { genre: null })).toEqual({ genreId: null })
    expect(checkedInput(press, 'book', 'update', { genreId: null })).toEqual({ genreId: null })
  })

  test('to a document with objects is its public id, or the record that is made with it', () => {
    const release = { book: ulid, title: 'x' }
    expect(checkedInput(press, 'release', 'create', { ...release, output: ulid })).toMatchObject({ outputRef: ulid })
    expect(issues(press, 'release', 'create', { ...release, outputRef: objectId })).toEqual([
      'outputRef: must be a public id (a ULID)',
    ])
    const output = { book: ulid, title: 'y', metadata: {}, objects: { content: '<p>' } }
    expect(checkedInput(press, 'release', 'create', { ...release, output })).toMatchObject({
      outputRef: { bookRefId: ulid, title: 'y', language: 'en', objects: { content: '<p>' } },
    })
    expect(issues(press, 'release', 'create', { ...release, output: { ...output, title: 1, objects: {} } })).toEqual([
      'output.title: must be a text',
      'output.objects.content: is required',
    ])
  })
})

describe('a record over several stores', () => {
  const manuscript = { book: ulid, version: 1 }

  test('has its document and its objects under names of their own', () => {
    const document = { wordCount: 3, sections: [{ heading: 'x', words: 1 }] }
    expect(checkedInput(press, 'manuscript', 'create', { ...manuscript, document, objects: { body: 'text' } })).toEqual(
      {
        bookId: ulid,
        version: 1,
        status: 'draft',
        document: { ...document, language: 'en', passphrase: null },
        objects: { body: 'text' },
      },
    )
  })

  test('may be without them where its pointer may be empty, and not by half', () => {
    expect(checkedInput(press, 'manuscript', 'create', manuscript)).not.toHaveProperty('document')
    expect(issues(press, 'manuscript', 'create', { ...manuscript, document: { wordCount: 1 } })).toEqual([
      'objects.body: is required',
    ])
    expect(issues(press, 'manuscript', 'create', { ...manuscript, objects: { body: 'x' } })).toEqual([
      'document.wordCount: is required',
    ])
  })

  test.each<readonly [object, string]>([
    [{ objects: { bodi: 'x' } }, 'objects.bodi: is no object; did you mean body?'],
    [{ objects: { body: 1 } }, 'objects.body: must be bytes, a text, a stream of bytes, or a file'],
    [{ objects: { body: null } }, 'objects.body: must not be null'],
    [{ objects: 'x' }, 'objects: must be an object'],
    [{ document: { colour: 1 } }, 'document.colour: is no member'],
    [{ document: null }, 'document: must be an object'],
    [{ documents: {} }, 'documents: is no member; did you mean document?'],
  ])('names what is wrong of a change by its place: %j', (input, issue) => {
    expect(issues(press, 'manuscript', 'update', input)).toEqual([issue])
  })

  test('is changed in part, and the whole is checked apart', () => {
    expect(checkedInput(press, 'manuscript', 'update', { document: { language: 'fr' } })).toEqual({
      document: { language: 'fr' },
    })
    expect(() => checkedDocument(press, 'manuscript', { language: 'fr' })).toThrow(InvalidInput)
    expect(checkedDocument(press, 'manuscript', { language: 'fr', wordCount: 1 })).toMatchObject({
      sections: [],
      passphrase: null,
    })
  })
})

describe('a secret', () => {
  test('may be as long as its ciphertext fits, in bytes', () => {
    const longest = 35
    expect(issues(garden, 'tree', 'update', { secret: 'x'.repeat(longest) })).toEqual([])
    expect(issues(garden, 'tree', 'update', { secret: 'é'.repeat(18) })).toEqual([
      `secret: has more than ${longest} bytes, which is what fits once it is encrypted`,
    ])
  })
})

describe('a secret within a shape', () => {
  test('is never written down as it is', () => {
    const cred = {
      name: 'token',
      column: 'token',
      type: { kind: 'scalar', scalar: 'string' },
      optional: true,
      encrypted: true,
    } as const
    const size = [...(garden.valueTypes.Size ?? []), cred]
    const description = { ...garden, valueTypes: { ...garden.valueTypes, Size: size } }
    expect(issues(description, 'tree', 'update', { size: { height: 1, token: 'x' } })).toEqual([
      'size.token: is a secret within a shape, which is not encrypted: make it a field of the record',
    ])
    expect(checkedInput(description, 'tree', 'update', { size: { height: 1 } })).toMatchObject({
      size: { token: null },
    })
  })
})
