import type { ReportedHookContext, Reporter, TestCase, TestModule, Vitest } from 'vitest/node'
import { commandFor } from '../test/support/run-marks.ts'
import { type Store, serverLine, serverLines } from '../test/support/servers/facts.ts'
import { factsOfRun } from '../test/support/servers/keeper-client.ts'

/**
 * Prints each server as soon as a suite has got it, and at the end the servers behind the tests, the skipped tests with their reasons and, last, the line `N passed, N failed` that
 * the checks read.
 */
export default class TallyReporter implements Reporter {
  #narrowed = false
  readonly #announced = new Set<Store>()

  onInit({ config }: Vitest): void {
    this.#narrowed = config.tagsFilter !== undefined || config.testNamePattern !== undefined
  }

  /** Servers are started when a suite first asks, which is before its first test. */
  async onHookEnd({ name }: ReportedHookContext): Promise<void> {
    if (name !== 'beforeAll' || this.#announced.size === 3) return
    for (const facts of await factsOfRun()) {
      if (this.#announced.has(facts.store)) continue
      this.#announced.add(facts.store)
      console.log(serverLine(facts))
    }
  }

  async onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): Promise<void> {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    for (const line of serverLines(await factsOfRun())) console.log(line)
    const skipped = tests.filter((test) => test.result().state === 'skipped' && !(this.#narrowed && unasked(test)))
    for (const test of skipped)
      console.log(`skipped: ${test.module.relativeModuleId} > ${test.fullName} (${reason(test)})`)
    console.log(tally(tests, skipped.length, broken(modules) + unhandledErrors.length))
  }
}

/** Whether a test was left out because the run asks for others. */
function unasked(test: TestCase): boolean {
  const result = test.result()
  return result.state === 'skipped' && result.note === undefined
}

function reason(test: TestCase): string {
  const result = test.result()
  const note = result.state === 'skipped' ? result.note : undefined
  if (note !== undefined) return note
  const command = commandFor(test.tags)
  if (command !== undefined) return `${command} runs it`
  return test.parent.state() === 'failed' ? 'its suite could not be set up' : 'no reason given'
}

/** Files that could not be loaded, or whose hooks failed: their tests never ran, so no test of theirs counts as failed. */
function broken(modules: readonly TestModule[]): number {
  return modules.filter((module) => module.state() === 'failed' && ![...module.children.allTests('failed')].length)
    .length
}

function tally(tests: readonly TestCase[], skipped: number, faults: number): string {
  const count = (state: string): number => tests.filter((test) => test.result().state === state).length
  // A test that is still pending when the run is over was cut off by an error.
  const failed = count('failed') + count('pending') + faults
  return `${count('passed')} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`
}
