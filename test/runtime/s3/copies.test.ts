import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Conflict } from '../../../runtime/src/errors/errors.ts'
import { s3Store } from '../../../runtime/src/s3/s3-store.ts'
import type { ObjectStore } from '../../../runtime/src/stores/objects.ts'
import { type Opened, openStore, optionsFor } from './opened.ts'

let opened: Opened

beforeAll(async () => {
  opened = await openStore()
})
afterAll(() => opened?.close())

function about(text: string): { contentType: string; sha256: string; size: number; ifNoneMatch: boolean } {
  const sha256 = createHash('sha256').update(text).digest('hex')
  return { contentType: 'text/plain', sha256, size: text.length, ifNoneMatch: false }
}

/** A store on a server that answers as it is told. */
async function answering(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<{ readonly store: ObjectStore; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => answer(request, response))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }
  const store = s3Store(optionsFor({ endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', credentials }))
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    server.close()
    await store.close()
  }
  return { store, close }
}

test('an object is copied with its ETag as the condition', async () => {
  const { store, plain } = opened
  const from = { bucket: plain, key: 'looked-at' }
  await store.put(from, () => Buffer.from('good'), about('good'))
  const ifMatch = (await store.head(from))?.etag ?? ''
  expect(ifMatch).toMatch(/^"[0-9a-f]{32}"$/)
  await store.copy(from, { ...from, key: 'copied' }, { ...about('good'), ifMatch })
  expect((await store.head({ ...from, key: 'copied' }))?.etag).toBe(ifMatch)
})

// Some servers overlook the condition, radosgw 16 among them.
test('a copy of what has another ETag by now is a conflict', async () => {
  const { store, close } = await answering((request, response) => {
    response.writeHead(
      request.method === 'HEAD' || request.headers['x-amz-copy-source-if-match'] === '"now"' ? 200 : 412,
    )
    response.end('<CopyObjectResult><ETag>"now"</ETag></CopyObjectResult>')
  })
  const copied = (ifMatch: string): Promise<unknown> =>
    store.copy({ bucket: 'b', key: 'from' }, { bucket: 'b', key: 'to' }, { ...about('good'), ifMatch })
  await expect(copied('"then"')).rejects.toThrow(Conflict)
  await copied('"now"')
  await close()
})

test('a URL for an upload takes one', async ({ skip }) => {
  const { store, plain, account } = opened
  skip(account.kind !== 'real', 'the server overlooks conditions')
  const key = 'uploaded-once'
  const { url, headers } = await store.presignPut({ bucket: plain, key }, { ...about('good'), seconds: 60 })
  const send = async (body: string): Promise<number> => (await fetch(url, { method: 'PUT', body, headers })).status
  expect(await send('good')).toBe(200)
  expect(await send('evil')).toBe(412)
  expect((await store.head({ bucket: plain, key }))?.size).toBe(4)
})

test.each([
  ['the answer to the copy is lost', 'copy'],
  ['the look at the copy fails', 'head'],
])('one copy is made under a lock though %s', async (_, broken) => {
  let copies = 0
  const until = new Date(Date.now() + 60_000)
  const failed = new Set<string>()
  const failsOnce = (what: string): boolean => what === broken && !failed.has(what) && failed.add(what).size > 0
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    if ('x-amz-copy-source' in request.headers) {
      copies += 1
      response.writeHead(failsOnce('copy') ? 503 : 200, { 'x-amz-version-id': `v${copies}` })
      response.end('<CopyObjectResult><ETag>x</ETag></CopyObjectResult>')
    } else if (copies === 0) response.writeHead(404).end()
    else if (failsOnce('head')) response.writeHead(503).end()
    else {
      response.writeHead(200, {
        'x-amz-object-lock-mode': 'COMPLIANCE',
        'x-amz-object-lock-retain-until-date': until.toISOString(),
        'x-amz-version-id': `v${copies}`,
        'x-amz-meta-sha256': about('good').sha256,
      })
      response.end()
    }
  }
  const { store, close } = await answering(answer)
  const options = { ...about('good'), retention: { mode: 'COMPLIANCE', until } } as const
  const { versionId } = await store.copy({ bucket: 'b', key: 'from' }, { bucket: 'b', key: 'to' }, options)
  expect([copies, versionId]).toEqual([1, 'v1'])
  await close()
})
