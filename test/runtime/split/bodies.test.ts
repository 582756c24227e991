import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { InvalidInput, TooLarge, WrongContentType } from '../../../runtime/src/errors/errors.ts'
import { file } from '../../../runtime/src/split/body.ts'
import type { Row } from '../support/db.ts'
import { openWorld, type World } from '../support/world.ts'
import { bytesOf, pieces } from './pieces.ts'
import { bookOf, inputs, Scoped, sha256 } from './scoped.ts'

const maxBytes = 1_000_000
let world: World
let own: Scoped
let refersTo: { readonly author: Row; readonly book: Row }
let count = 0

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
  own = new Scoped(world, await world.tenant())
  refersTo = await bookOf(own)
})
afterAll(() => world?.close())

function inputOf(member: string): object {
  count += 1
  return inputs(refersTo, own.tenant, count)[member] ?? {}
}

function withBody(body: unknown): object {
  return { ...inputOf('manuscript'), objects: { body } }
}

describe('a body', () => {
  test('may be bytes, a text, a stream, a Blob or a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'stowage-body-'))
    const path = join(folder, 'text.md')
    await writeFile(path, 'text')
    const forms = [
      'text',
      Buffer.from('text'),
      pieces(4, 2),
      new Blob(['te', 'xt']),
      new Blob(['text'], { type: 'text/markdown' }).stream(),
      file(path),
      { content: 'text', contentType: 'Text/Markdown; charset=utf-8' },
    ]
    for (const form of forms) {
      const made = await own.repository('manuscript').create(withBody(form))
      const { objects } = await own.repository('manuscript').read(made.refId)
      expect(objects.body?.size).toBe(4)
    }
    await rm(folder, { recursive: true })
  })

  test('of no bytes is one', async () => {
    const made = await own.repository('manuscript').create(withBody(''))
    expect(await own.handle('manuscript', 'body').text(made.refId)).toBe('')
  })

  test('of the size that is allowed is taken, one byte more is too large, and nothing was sent', async () => {
    const made = await own.repository('manuscript').create(withBody(pieces(maxBytes)))
    const read = await own.handle('manuscript', 'body').bytes(made.refId)
    expect(sha256(read)).toBe(sha256(await bytesOf(pieces(maxBytes))))
    const put = vi.spyOn(world.stores.objects, 'put')
    const run = vi.spyOn(world.stores.postgres, 'run')
    for (const large of [Buffer.alloc(maxBytes + 1), 'x'.repeat(maxBytes + 1), pieces(maxBytes + 1)]) {
      await expect(own.repository('manuscript').create(withBody(large))).rejects.toThrow(TooLarge)
    }
    expect(put).not.toHaveBeenCalled()
    expect(run).not.toHaveBeenCalled()
    put.mockRestore()
    run.mockRestore()
  })

  test('is read no further than it is allowed to be', async () => {
    let given = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        given += 100_000
        yield Buffer.alloc(100_000, 'x')
      }
    }
    await expect(own.repository('manuscript').create(withBody(endless()))).rejects.toThrow(TooLarge)
    expect(given).toBeLessThanOrEqual(maxBytes + 100_000)
  })

  test('of another media type is refused', async () => {
    const typed = { content: '<p>', contentType: 'text/html' }
    await expect(own.repository('manuscript').create(withBody(typed))).rejects.toThrow(WrongContentType)
    const blob = new Blob(['<p>'], { type: 'text/html' })
    await expect(own.repository('manuscript').create(withBody(blob))).rejects.toThrow(WrongContentType)
  })

  test('of which the first bytes say another media type is refused, however it is given', async () => {
    const pdf = (scan: unknown): Promise<Row> =>
      own.repository('agreement').create({ ...inputOf('agreement'), objects: { scan } })
    const html = '<script>alert(1)</script>'
    for (const body of [html, Buffer.from(html), pieces(100, 2), new Blob([html]), '', '%PD', 'x%PDF-1.7']) {
      await expect(pdf(body), String(body)).rejects.toThrow(WrongContentType)
    }
    async function* slowly(): AsyncGenerator<Uint8Array> {
      for (const letter of '%PDF-1.7 slowly') yield Buffer.from(letter)
    }
    expect((await pdf(slowly())).refId).toBeDefined()
    const stencil = { name: `Stencil ${count}`, objects: { picture: '\x89PNG' } }
    await expect(own.repository('stencil').create(stencil)).rejects.toThrow(WrongContentType)
    const upload = await own
      .repository('stencil')
      .create({ name: `Own ${count}`, objects: {} })
      .then(({ refId }) => own.handle('stencil', 'picture').uploadUrl(refId, { size: html.length }))
    await fetch(upload.url, { method: 'PUT', body: html, headers: upload.headers })
    const attached = own.repository('stencil').create({ ...stencil, objects: { picture: { key: upload.key } } })
    await expect(attached).rejects.toThrow(WrongContentType)
  })

  test('of a text has no NUL, wherever it stands', async () => {
    async function* late(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('text')
      yield Buffer.from('te\0xt')
    }
    for (const body of ['te\0xt', late()]) {
      await expect(own.repository('manuscript').create(withBody(body))).rejects.toThrow(WrongContentType)
    }
  })

  test('that is none is refused by name', async () => {
    const ofServer = JSON.parse('{ "path": "/etc/hostname" }')
    for (const body of [
      7,
      true,
      {},
      ofServer,
      { content: ofServer, contentType: 'text/markdown' },
      { content: 7, contentType: 'text/markdown' },
    ]) {
      await expect(own.repository('manuscript').create(withBody(body))).rejects.toThrow(InvalidInput)
    }
    async function* numbers(): AsyncGenerator<unknown> {
      yield 7
    }
    await expect(own.repository('manuscript').create(withBody(numbers()))).rejects.toThrow(/something else than bytes/)
  })

  test('that breaks off makes nothing', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('so far')
      throw new Error('the source broke')
    }
    const made = own.repository('manuscript').create(withBody(broken()))
    await expect(made).rejects.toThrow('the source broke')
    expect(await own.repository('manuscript').count({ where: { version: count } })).toBe(0)
  })
})
