import { expect, test } from 'vitest'
import { Closed, Conflict, Unexpected } from '../../../runtime/src/errors/errors.ts'
import type { Running, Watch } from '../../../runtime/src/observe/watch.ts'
import { guarded } from '../../../runtime/src/provider/guarded.ts'

class Recorder implements Watch {
  readonly names: string[] = []
  /** What operations that were begun ended with. */
  readonly ends: unknown[] = []

  begin(name: string): Running {
    this.names.push(name)
    return { within: (work) => work(), end: (failed) => this.ends.push(failed?.error) }
  }

  span<T>(name: string, _: object, work: () => Promise<T>): Promise<T> {
    this.names.push(name)
    return work()
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

  readonly left: string[] = []

  /** Nothing ever comes; whoever leaves it is heard at once. */
  watch(): AsyncIterable<string> {
    const { promise, resolve } = Promise.withResolvers<IteratorResult<string>>()
    const over = { done: true, value: undefined } as const
    return {
      [Symbol.asyncIterator]: () => ({
        next: () => promise,
        return: async () => {
          this.left.push('watch')
          resolve(over)
          return over
        },
      }),
    }
  }
}

/** Whoever reads a frozen thing through a proxy must be told what is in it. */
function frozen(books: Books): Books {
  Object.freeze(books)
  return books
}

interface Opened {
  readonly books: Books
  readonly plain: Books
  readonly watch: Recorder
  /** Of the scope. */
  end(): void
  /** Of the provider, which waits for what runs. */
  close(): void
}

function opened(): Opened {
  const watch = new Recorder()
  const plain = new Books()
  const [waiting, endless] = [new Set<() => void>(), new Set<() => void>()]
  let ended = false
  const check = (): void => {
    if (ended) throw new Closed('the scope', 'x')
  }
  const whenEnded = (work: () => void, isEndless: boolean): (() => boolean) => {
    waiting.add(work)
    if (isEndless) endless.add(work)
    return () => waiting.delete(work)
  }
  return {
    watch,
    plain,
    books: guarded(frozen(plain), 'book', { entity: 'book' }, { watch, check, whenEnded }),
    end: () => {
      ended = true
      for (const tell of waiting) tell()
    },
    close: () => {
      for (const tell of endless) tell()
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

test.each(['end', 'close'] as const)('whoever waits for what never comes is told of the %s at once', async (how) => {
  const { books, plain, watch, ...ways } = opened()
  const changes = books.watch()[Symbol.asyncIterator]()
  const waiting = changes.next()
  ways[how]()
  await expect(waiting).rejects.toThrow(Closed)
  await expect(changes.next()).rejects.toThrow(Closed)
  expect(plain.left).toEqual(['watch'])
  expect(watch.ends).toEqual([expect.any(Closed)])
})

test('bytes are read to their end while the provider closes', async () => {
  const { books, close } = opened()
  const stream = books.stream()[Symbol.asyncIterator]()
  await stream.next()
  close()
  expect(await stream.next()).toEqual({ done: false, value: 'two' })
})

test('what is read is one operation from the first piece until it is left', async () => {
  const { books, watch, plain, end } = opened()
  const [left, waiting] = [books.stream()[Symbol.asyncIterator](), books.watch()[Symbol.asyncIterator]()]
  expect(watch.names).toEqual([])
  await left.next()
  expect(watch.names).toEqual(['book.stream'])
  expect(watch.ends).toEqual([])
  await left.return?.(undefined)
  expect(watch.ends).toEqual([undefined])
  const next = waiting.next()
  await waiting.return?.()
  expect(await next).toEqual({ done: true, value: undefined })
  end()
  expect(plain.left).toEqual(['watch'])
  expect(watch.ends).toEqual([undefined, undefined])
})

test('a stream that fails fails with an error of the data layer, after what it gave', async () => {
  const { books, watch } = opened()
  const given: string[] = []
  await expect(
    (async () => {
      for await (const title of books.stream()) given.push(title)
    })(),
  ).rejects.toThrow(Unexpected)
  expect(given).toEqual(['one', 'two'])
  expect(watch.ends).toEqual([expect.any(Unexpected)])
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
