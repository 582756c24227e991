import { byCodeUnit } from '../base/order.ts'
import type { Diagnostic, Report } from './diagnostic.ts'

/** Gathers findings, each once, and gives them back in the order a person reads: by file, place, then code. */
export class Collector {
  readonly #found = new Map<string, Diagnostic>()
  #errors = 0

  readonly report: Report = (diagnostic) => {
    const { span } = diagnostic
    const key = `${span?.file.path}\0${span?.start}\0${diagnostic.code}\0${diagnostic.message}`
    if (this.#found.has(key)) return
    this.#found.set(key, diagnostic)
    if (diagnostic.severity === 'error') this.#errors += 1
  }

  get hasErrors(): boolean {
    return this.#errors > 0
  }

  sorted(): readonly Diagnostic[] {
    return [...this.#found.values()].sort(inReadingOrder)
  }
}

/** By file, place, code, message; what has no place comes first. */
export function inReadingOrder(a: Diagnostic, b: Diagnostic): number {
  return (
    byCodeUnit(a.span?.file.path ?? '', b.span?.file.path ?? '') ||
    (a.span?.start ?? 0) - (b.span?.start ?? 0) ||
    byCodeUnit(a.code, b.code) ||
    byCodeUnit(a.message, b.message)
  )
}
