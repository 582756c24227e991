import { SpanStatusCode } from '@opentelemetry/api'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Conflict } from '../../../runtime/src/errors/errors.ts'
import { observerOf } from '../../../runtime/src/observe/observer-of.ts'
import { startTelemetry, type Telemetry } from './telemetry.ts'

let telemetry: Telemetry

beforeAll(() => {
  telemetry = startTelemetry()
})
beforeEach(() => telemetry.reset())
afterAll(() => telemetry.stop())

const facts = { entity: 'book', store: 'postgres', operation: 'create', collection: 'books' }

test('an operation is a span by the names of OpenTelemetry', async () => {
  const result = await observerOf().span('book.create', { ...facts, refId: '01J' }, async () => 'made')
  expect(result).toBe('made')
  const [span] = telemetry.spans()
  expect(span?.name).toBe('book.create')
  expect(span?.attributes).toEqual({
    'stowage.entity': 'book',
    'stowage.ref_id': '01J',
    'db.system.name': 'postgresql',
    'db.operation.name': 'create',
    'db.collection.name': 'books',
  })
  expect(span?.status.code).toBe(SpanStatusCode.UNSET)
})

test('a step within an operation is a span below it, in promises too', async () => {
  const observer = observerOf()
  await observer.span('manuscript.create', facts, async () => {
    await new Promise((resolve) => setTimeout(resolve, 1))
    await observer.span('manuscript.create put body', { object: 'body', store: 's3' }, async () => undefined)
  })
  const [step, whole] = telemetry.spans()
  expect(step?.name).toBe('manuscript.create put body')
  expect(step?.parentSpanContext?.spanId).toBe(whole?.spanContext().spanId)
})

test('a failure says its code, and nothing of the error', async () => {
  const observer = observerOf()
  const error = new Conflict('canary', {}, 'canary')
  await expect(observer.span('book.update', facts, () => Promise.reject(error))).rejects.toBe(error)
  const [span] = telemetry.spans()
  expect(span?.status).toEqual({ code: SpanStatusCode.ERROR, message: 'conflict' })
  expect(span?.attributes['error.type']).toBe('conflict')
  expect(span?.events).toEqual([])
})

test('what is read piece by piece ends when it is said, and says what it failed of', async () => {
  const observer = observerOf()
  const [sound, broken] = [observer.begin('book.watch', facts), observer.begin('book.watch', facts)]
  expect(await sound.within(() => observer.span('book.watch step', facts, async () => 7))).toBe(7)
  expect(telemetry.spans().map(({ name }) => name)).toEqual(['book.watch step'])
  sound.end()
  broken.end({ error: new TypeError('canary') })
  const [step, ...spans] = telemetry.spans()
  expect(spans.map(({ status }) => status.message)).toEqual([undefined, 'unexpected'])
  expect(step?.parentSpanContext?.spanId).toBe(spans[0]?.spanContext().spanId)
})

test('durations in seconds, and errors by code, told apart by few names', async () => {
  const observer = observerOf()
  const own = { ...facts, operation: 'count' }
  await observer.span('book.count', { ...own, refId: 'x' }, async () => undefined)
  await observer.span('book.count', own, () => Promise.reject(new Conflict('x'))).catch(() => undefined)
  const { resourceMetrics } = await telemetry.measured()
  const [scope] = resourceMetrics.scopeMetrics
  const duration = scope?.metrics.find(({ descriptor }) => descriptor.name === 'stowage.operation.duration')
  const errors = scope?.metrics.find(({ descriptor }) => descriptor.name === 'stowage.operation.errors')
  expect(duration?.descriptor.unit).toBe('s')
  const count = {
    'stowage.entity': 'book',
    'db.system.name': 'postgresql',
    'db.operation.name': 'count',
    'db.collection.name': 'books',
  }
  expect(duration?.dataPoints.map(({ attributes }) => attributes)).toContainEqual(count)
  expect(errors?.dataPoints.find(({ attributes }) => attributes['db.operation.name'] === 'count')).toMatchObject({
    attributes: { ...count, 'error.type': 'conflict' },
    value: 1,
  })
})

test('log lines go to a logger as pino takes them, and to none by default', async () => {
  const lines: unknown[][] = []
  const take =
    (level: string) =>
    (...line: unknown[]): void => {
      lines.push([level, ...line])
    }
  const logger = { debug: take('debug'), info: take('info'), warn: take('warn'), error: take('error') }
  const observer = observerOf({ logger })
  observer.log('warning', 'careful', { entity: 'book' })
  await observer.span('book.get', facts, async () => undefined)
  await observer.span('book.get', facts, () => Promise.reject(new Conflict('x'))).catch(() => undefined)
  expect(lines).toEqual([
    ['warn', { entity: 'book' }, 'careful'],
    ['debug', { ...facts, ms: expect.any(Number) }, 'book.get'],
    ['debug', { ...facts, ms: expect.any(Number), code: 'conflict' }, 'book.get failed'],
  ])
  expect(() => observerOf().log('error', 'nobody listens')).not.toThrow()
})
