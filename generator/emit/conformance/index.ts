import type { Emitter } from '../emitter.ts'
import { domainFiles } from './domain-facts.ts'
import { suiteFiles } from './suite.ts'
import { wholeFiles } from './whole-facts.ts'

/** Tests that judge the other outputs: what the spec demands, as data, and readers that know nothing of this compiler. */
export const conformanceEmitter: Emitter = {
  name: 'conformance',
  summary: 'tests that judge the other outputs against the spec',
  *emit(model) {
    yield* wholeFiles(model)
    yield* domainFiles(model)
    yield* suiteFiles(model)
  },
}
