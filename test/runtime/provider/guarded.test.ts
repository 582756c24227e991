import { expect, test } from 'vitest'
import { Closed, Conflict, Unexpected } from '../../../runtime/src/errors/errors.ts'
import type { Watch } from '../../../runtime/src/observe/watch.ts'
import { guarded } from '../../../runtime/src/provider/guarded.ts'

class Recorder implements Watch {
  readonly names: string[] = []

  call<T>(name: string, _: object, work: () => T): T {
    this.names.push(name)
    return work()
  }

  span<T>(name: string, facts: object, work: () => Promise<T>): Promise<T> {
    return this.call(name, facts, work)
  }

  log(): void {}
}

class Books {
  readonly #titles = ['one', 'two']
  readonly schema = { create: { '~standard': { validate: (): string => 'checked' } } }

  async count(): Promise<number> {
    return this.#titles.length
  }

  get withDeleted(): { count(): Promise<number> } {
    return { count: async () => 9 }
  }

  readonly body = Object.freeze({ text: async (refId: string) => `text of ${refId}` })

  throwing(): Promise<never> {
    throw new RangeError('canary')
  }

  async conflicting(): Promise<never> {
    throw new Conflict('taken')
  }

  async remove(): Promise<void> {}

  async *stream(): AsyncGenerator<string> {
    yield* this.#titles
    throw new RangeError('canary')
  }
}

/** Whoever reads a frozen thing through a proxy must be told what is in it. */
function frozen(books: Books): Books {
  Object.freeze(books)
  return books
}

function opened(): { books: Books; watch: Recorder; end(): void } {
  const watch = new Recorder()
  let ended = false
  const check = (): void => {
    if (ended) throw new Closed('the scope', 'x')
  }
  return {
    watch,
    books: guarded(frozen(new Books()), 'book', { entity: 'book' }, { watch, check }),
    end: () => {
      ended = true
    },
  }
}

test('methods work as before, each with a span of its name, those of what it holds too', async () => {
  const { books, watch } = opened()
  expect(await books.count()).toBe(2)
  expect(await books.withDeleted.count()).toBe(9)
  expect(await books.body.text('x')).toBe('text of x')
  expect(watch.names).toEqual(['book.count', 'book.withDeleted.count', 'book.body.text'])
})

test('errors that are not of the data layer come out without what they say; others as they are', async () => {
  const { books } = opened()
  const failed = books.throwing()
  await expect(failed).rejects.toThrow(Unexpected)
  await expect(failed).rejects.not.toThrow('canary')
  await expect(books.conflicting()).rejects.toThrow(Conflict)
})

test('after the end each call is a rejected promise, and a stream stops', async () => {
  const { books, end } = opened()
  const { count } = books
  const stream = books.stream()[Symbol.asyncIterator]()
  expect(await stream.next()).toEqual({ done: false, value: 'one' })
  end()
  await expect(count()).rejects.toThrow(Closed)
  await expect(books.body.text('x')).rejects.toThrow(Closed)
  await expect(stream.next()).rejects.toThrow(Closed)
  expect(() => books.stream()).toThrow(Closed)
})

test('a stream that fails fails with an error of the data layer, after what it gave', async () => {
  const { books } = opened()
  const given: string[] = []
  await expect(
    (async () => {
      for await (const title of books.stream()) given.push(title)
    })(),
  ).rejects.toThrow(Unexpected)
  expect(given).toEqual(['one', 'two'])
})

test('schemas are given as they are: they ask no store, and outlive the scope', () => {
  const { books, watch, end } = opened()
  const { schema } = books
  end()
  expect(schema.create['~standard'].validate()).toBe('checked')
  expect(watch.names).toEqual([])
})

test('it is no promise, shows nothing that is internal, and cannot be changed', () => {
  const { books } = opened()
  expect(Reflect.get(books, 'then')).toBeUndefined()
  expect(Reflect.get(books, 'remove')).toBeUndefined()
  expect(() => Object.assign(books, { count: 1 })).toThrow(TypeError)
  expect(() => Object.defineProperty(books, 'count', { value: 1 })).toThrow(TypeError)
  expect('count' in books).toBe(true)
})
