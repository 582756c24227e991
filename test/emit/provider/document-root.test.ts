import { expect, test } from 'vitest'
import { providerEmitter } from '../../../generator/emit/provider/index.ts'
import { analyzeText } from '../../support/analyze-text.ts'

const bytes = '{ bucket: photos, path: "a/{ref_id}/{object}", content_type: text/plain, max_size: 1kB }'

/** A letter with bytes that the spec lets change and be hidden, rooted in a store. */
function repositoryIn(root: 'postgres' | 'mongo'): string {
  const { model } = analyzeText(`entities:
  Letter:
    use: [base_fields, soft_delete_fields]
    ${root}: { fields: { title: string(40), text_s3_key: key(text)? } }
    s3: { objects: { text: ${bytes} } }
`)
  if (model === undefined) throw new Error('the spec has no model')
  const file = [...providerEmitter.emit(model)].find(({ text }) => text.includes('interface LetterRepository'))
  return file?.text ?? ''
}

const ofChanges = [
  'LetterUpdate',
  'SplitUpdates<',
  'SplitDeletes<',
  'SplitRestores<',
  'ChangeSchemas<',
  'ObjectHandle<',
]
const ofAll = ['SplitCreates<', 'SplitReads<', 'ContentUrls<', 'readonly withDeleted']

test('a record of a document with bytes has no member that changes it', () => {
  const text = repositoryIn('mongo')
  expect([...ofAll, 'CreateSchema<', 'ObjectReads<'].filter((one) => !text.includes(one))).toEqual([])
  expect(ofChanges.filter((one) => text.includes(one))).toEqual([])
})

test('with a row it has all of them', () => {
  const text = repositoryIn('postgres')
  expect([...ofAll, ...ofChanges].filter((one) => !text.includes(one))).toEqual([])
})
