import { describe, expect, test } from 'vitest'
import { analyzeText, errorsOf, underCarets } from '../support/analyze-text.ts'

interface Written {
  readonly fields?: string
  readonly document?: string
  readonly object?: string
  readonly keep?: string
  readonly block?: string
}

const small = 'max_size: 1MB, '

/** An order with a photo. */
function order({ fields = '', document, object = small, keep = '', block = '' }: Written): string {
  const mongo = document === undefined ? '' : `    mongo: { fields: { ${document} } }\n`
  return `entities:
  Order:
    use: [base_fields]
    postgres: { ${block}fields: { ${fields} } }
${mongo}    s3:
      objects:
        photo: { bucket: photos, path: "p/{ref_id}/{object}", content_type: image/jpeg, ${object}keep: { ${keep} } }
`
}

const key = 'photo_s3_key: key(photo)'
const both = 'sha256: digest, size: bytes'

describe('the digest and the size of an object', () => {
  test.each([
    ['in the row', { fields: `${key}, digest: string(64), bytes: int`, keep: both }],
    ['in a bigint', { fields: `${key}, digest: string(64), bytes: bigint`, object: '', keep: both }],
    ['by itself', { fields: `${key}, digest: string(64)`, keep: 'sha256: digest' }],
    ['optional beside a required key', { fields: `${key}, digest: string(64)?`, keep: 'sha256: digest' }],
    ['optional beside an optional key', { fields: `${key}?, digest: string(64)?`, keep: 'sha256: digest' }],
    [
      'in the document that has the key',
      { fields: 'doc: part(mongo)', document: `${key}, digest: string(64), bytes: int`, keep: both },
    ],
    [
      'fixed in rows that are only added',
      {
        block: 'append_only: true, ',
        fields: `${key}, digest: { type: string(64), immutable: true }`,
        keep: 'sha256: digest',
      },
    ],
  ] satisfies readonly (readonly [string, Written])[])('are kept %s', (_, written) => {
    expect(errorsOf(analyzeText(order(written)))).toEqual([])
  })

  test('are in the model, and their names are uses of the fields', () => {
    const { model } = analyzeText(order({ fields: `${key}, digest: string(64), bytes: int`, keep: both }))
    expect(model?.byName.entities.get('Order')?.s3?.objects[0]?.keep).toEqual({ sha256: 'digest', size: 'bytes' })
    expect(model?.uses.get('field:Order.postgres.digest')?.length).toBe(2)
  })

  const wrong: readonly (readonly [string, string, string, Written])[] = [
    [
      'a field that is none',
      'resolve/unknown-field',
      'digst',
      { fields: `${key}, digest: string(64)`, keep: 'sha256: digst' },
    ],
    [
      'a digest that is too short',
      'resolve/bad-keep',
      'digest',
      { fields: `${key}, digest: string(40)`, keep: 'sha256: digest' },
    ],
    [
      'a digest of any length',
      'resolve/bad-keep',
      'digest',
      { fields: `${key}, digest: text`, keep: 'sha256: digest' },
    ],
    [
      'many digests',
      'resolve/bad-keep',
      'digest',
      { fields: `${key}, digest: "string(64)[]"`, keep: 'sha256: digest' },
    ],
    [
      'a size that is a text',
      'resolve/bad-keep',
      'bytes',
      { fields: `${key}, bytes: string(64)`, keep: 'size: bytes' },
    ],
    [
      'a size that ends before the object does',
      'resolve/bad-keep',
      'bytes',
      { fields: `${key}, bytes: int`, object: 'max_size: 3GB, ', keep: 'size: bytes' },
    ],
    [
      'a digest that there may be nothing for',
      'resolve/bad-keep',
      'digest',
      { fields: `${key}?, digest: string(64)`, keep: 'sha256: digest' },
    ],
    [
      'a digest that never changes, of what does',
      'resolve/bad-keep',
      'digest',
      { fields: `${key}, digest: { type: string(64), immutable: true }`, keep: 'sha256: digest' },
    ],
    [
      'a digest in the document, of a key in the row',
      'resolve/bad-keep',
      'digest',
      { fields: `${key}, doc: part(mongo)`, document: 'digest: string(64)', keep: 'sha256: digest' },
    ],
    [
      'an object that nothing points to',
      'resolve/bad-keep',
      '{ sha256: digest }',
      { fields: 'digest: string(64)', keep: 'sha256: digest' },
    ],
  ]
  test.each(wrong)('not %s', (_, code, token, written) => {
    const errors = errorsOf(analyzeText(order(written)))
    expect(errors.map((error) => [error.code, underCarets(error)])).toEqual([[code, token]])
    expect(errors[0]?.help ?? '').not.toBe('')
  })

  test('and what depends on another mistake is not reported again', () => {
    const errors = errorsOf(
      analyzeText(order({ fields: 'photo_s3_key: key(photo), digest: sting(64)', keep: 'sha256: digest' })),
    )
    expect(errors.map(({ code }) => code)).toEqual(['type/unknown'])
  })
})
