import { visibleJson } from '../../diagnostic/visible-text.ts'
import type { Difference, Step } from '../../live/report.ts'
import type { Outcome } from './outcome.ts'

/** The outcomes as JSON for programs: no key is ever left out, what is absent is `null` or `[]`. Ends with a newline. */
export function outcomesAsJson(outcomes: readonly Outcome[]): string {
  const stores = outcomes.map(({ store, target, steps, differences, notes, failure }) => ({
    store,
    target: target ?? null,
    steps: steps.map(stepData),
    differences: differences.map(differenceData),
    notes,
    failure:
      failure === undefined ? null : { kind: failure.kind, message: failure.message, hint: failure.hint ?? null },
  }))
  return `${visibleJson(JSON.stringify({ version: 1, stores }, undefined, 2))}\n`
}

function stepData({ action, place, detail }: Step): object {
  return { action, place, detail: detail ?? null }
}

function differenceData({ place, fact, wanted, found, help }: Difference): object {
  return { place, fact, wanted: wanted ?? null, found: found ?? null, help: help ?? null }
}
