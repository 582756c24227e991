import type { Reporter, TestCase, TestModule } from 'vitest/node'

/** Prints the skipped tests with their reasons and, last, the line `N passed, N failed` that the checks read. */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const skipped = tests.filter((test) => test.result().state === 'skipped')
    for (const test of skipped)
      console.log(`skipped: ${test.module.relativeModuleId} > ${test.fullName} (${reason(test)})`)
    console.log(tally(tests, broken(modules) + unhandledErrors.length))
  }
}

function reason(test: TestCase): string {
  const result = test.result()
  const note = result.state === 'skipped' ? result.note : undefined
  return note ?? (test.parent.state() === 'failed' ? 'its suite could not be set up' : 'no reason given')
}

/** Files that could not be loaded, or whose hooks failed: their tests never ran, so no test of theirs counts as failed. */
function broken(modules: readonly TestModule[]): number {
  return modules.filter((module) => module.state() === 'failed' && ![...module.children.allTests('failed')].length)
    .length
}

function tally(tests: readonly TestCase[], faults: number): string {
  const count = (state: string): number => tests.filter((test) => test.result().state === state).length
  const skipped = count('skipped')
  // A test that is still pending when the run is over was cut off by an error.
  const failed = count('failed') + count('pending') + faults
  return `${count('passed')} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`
}
