import { context, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { StowageError } from '../errors/stowage-error.ts'
import type { Observer } from '../scoped/observer.ts'
import { attributesOf, dimensionsOf } from './attributes.ts'
import { Instruments } from './instruments.ts'
import type { Logger } from './logger.ts'
import type { Watch } from './watch.ts'

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

  const begin: Watch['begin'] = (name, facts) => {
    const span = trace.getTracer(scope).startSpan(name, { kind: SpanKind.CLIENT, attributes: attributesOf(facts) })
    const began = performance.now()
    return {
      within: (work) => context.with(trace.setSpan(context.active(), span), work),
      end: (failed) => {
        const ms = performance.now() - began
        const code = failed === undefined ? undefined : errorCode(failed.error)
        if (code !== undefined) markFailed(span, code)
        span.end()
        instruments.record(ms / 1_000, dimensionsOf(facts, code), code !== undefined)
        if (logger !== undefined) {
          const line = { ...facts, ms: Math.round(ms * 10) / 10, ...(code === undefined ? {} : { code }) }
          log('debug', code === undefined ? name : `${name} failed`, line)
        }
      },
    }
  }

  return {
    begin,
    log,
    span: async (name, facts, work) => {
      const running = begin(name, facts)
      const value = await running.within(work).catch((error: unknown) => {
        running.end({ error })
        throw error
      })
      running.end()
      return value
    },
  }
}

/** The code alone: OpenTelemetry's `recordException` would keep message and stack. */
function markFailed(span: Span, code: string): void {
  span.setAttribute('error.type', code)
  span.setStatus({ code: SpanStatusCode.ERROR, message: code })
}

function errorCode(error: unknown): string {
  return error instanceof StowageError ? error.code : 'unexpected'
}
