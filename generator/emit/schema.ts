import { languageSchema } from '../front/schema/language.ts'
import type { Emitter } from './emitter.ts'

/** The spec language as a JSON Schema, for editors: the same for every spec. */
export const schemaEmitter: Emitter = {
  name: 'schema',
  summary: "the spec language's JSON Schema, by which editors complete and explain it",
  emit() {
    return [{ path: 'schema/stowage.schema.json', text: `${JSON.stringify(languageSchema, null, 2)}\n`, sources: [] }]
  },
}
