import { context, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { type ErrorFacts, StowageError } from '../errors/stowage-error.ts'
import type { Observer } from '../scoped/observer.ts'
import { attributesOf, dimensionsOf } from './attributes.ts'
import { Instruments } from './instruments.ts'
import type { Logger } from './logger.ts'
import { isThenable, type Watch } from './watch.ts'

/** What instruments and spans are said to come from. */
const scope = '@stowage/runtime'

/**
 * Spans and measurements by OpenTelemetry's API, which does nothing unless the application has set up an SDK, and log
 * lines where there is a logger. Measured: `stowage.operation.duration` in seconds, and `stowage.operation.errors`.
 */
export function observerOf(options: { readonly logger?: Logger } = {}): Watch {
  const { logger } = options
  const instruments = new Instruments()
  const log: Observer['log'] = (level, message, facts = {}) =>
    logger?.[level === 'warning' ? 'warn' : level](facts, message)

  function call<T>(name: string, facts: ErrorFacts, work: () => T): T {
    const span = trace.getTracer(scope).startSpan(name, { kind: SpanKind.CLIENT, attributes: attributesOf(facts) })
    const began = performance.now()
    const end = (failed?: { readonly error: unknown }): void => {
      const ms = performance.now() - began
      const code = failed === undefined ? undefined : errorCode(failed.error)
      if (code !== undefined) markFailed(span, code)
      span.end()
      instruments.record(ms / 1_000, dimensionsOf(facts, code), code !== undefined)
      if (logger !== undefined) {
        const line = { ...facts, ms: Math.round(ms * 10) / 10, ...(code === undefined ? {} : { code }) }
        log('debug', code === undefined ? name : `${name} failed`, line)
      }
    }
    try {
      const result = context.with(trace.setSpan(context.active(), span), work)
      if (!isThenable(result)) {
        end()
        return result
      }
      // A promise of the same value: the type cannot say so.
      return result.then(
        (value) => {
          end()
          return value
        },
        (error: unknown) => {
          end({ error })
          throw error
        },
      ) as T
    } catch (error) {
      end({ error })
      throw error
    }
  }

  return { call, log, span: (name, facts, work) => call(name, facts, work) }
}

/** The code alone: OpenTelemetry's `recordException` would keep message and stack. */
function markFailed(span: Span, code: string): void {
  span.setAttribute('error.type', code)
  span.setStatus({ code: SpanStatusCode.ERROR, message: code })
}

function errorCode(error: unknown): string {
  return error instanceof StowageError ? error.code : 'unexpected'
}
