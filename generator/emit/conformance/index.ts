import type { Emitter } from '../emitter.ts'
import { expectedFiles } from './expected.ts'
import { suiteFiles } from './suite.ts'

/** Tests that judge the other outputs: what the spec demands, as data, and readers that know nothing of this compiler. */
export const conformanceEmitter: Emitter = {
  name: 'conformance',
  summary: 'tests that judge the other outputs against the spec',
  emit: (model) => [...expectedFiles(model), ...suiteFiles(model)],
}
