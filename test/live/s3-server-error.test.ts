import { expect, test } from 'vitest'
import { mayNot } from '../../generator/live/s3/examine.ts'
import { serverError } from '../../generator/live/s3/server-error.ts'

/** As the SDK hands on what a server answers. */
function answer(name: string, message: string): Error {
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode: 400 } })
}

test('what a server says is passed on, and the words of the SDK for nothing are not', () => {
  expect(serverError(answer('InvalidBucketName', 'The bucket name is not valid.'))).toEqual({
    code: 'InvalidBucketName',
    status: 400,
    message: 'The bucket name is not valid.',
  })
  for (const message of ['UnknownError', '']) {
    const said = serverError(answer('InvalidBucketName', message))
    expect(said).toEqual({ code: 'InvalidBucketName', status: 400 })
    expect(said && mayNot(said)).toBe('the server says no more than this: its own log may')
  }
})
