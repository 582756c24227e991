import { expect, test } from 'vitest'
import { describeProvider } from '../../../generator/emit/provider/describe/describe.ts'
import { soundModel } from '../../support/analyze-folder.ts'

function expiries(folder: string): Readonly<Record<string, unknown>> {
  const { entities } = describeProvider(soundModel(folder))
  return Object.fromEntries(
    Object.entries(entities).flatMap(([member, { documents }]) =>
      documents?.expireSeconds === undefined ? [] : [[member, [documents.expireSeconds, documents.expireFrom]]],
    ),
  )
}

test('what the time of a document is counted from is said where it is not when it was made', () => {
  const day = 86_400
  expect(expiries('test/cases/clinic/spec')).toEqual({ deviceReading: [365 * day, 'measured_at'] })
  expect(expiries('test/runtime/spec')).toEqual({ pressCall: [90 * day, undefined] })
})
