import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'
import type { Json, JsonObject } from '../generator/front/schema/json-schema.ts'
import { languageSchema } from '../generator/front/schema/language.ts'

/** Compiling the schema takes longer than checking a spec with it, so it is done ahead and the result is committed. */
export const validatorPath: string = fileURLToPath(new URL('../generator/front/shape/validate.gen.ts', import.meta.url))

const header = `// @ts-nocheck
// Made by \`node scripts/precompile-schema.ts\` from generator/front/schema/. Do not edit.
`

const annotations = new Set(['description', 'default', 'title'])
const nameMaps = new Set(['properties', '$defs'])

/** The text of the validator's module: it imports nothing, so that ajv is not needed where a spec is checked. */
export function precompiled(): string {
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: true,
    allowUnionTypes: true,
    allErrors: true,
    // The condition at the root asks for keys that only one of its branches describes.
    strictRequired: false,
    keywords: ['x-expected'],
    // Every error carries the piece of the schema that failed, from which our own wording is made; ajv's is left out.
    verbose: true,
    messages: false,
    inlineRefs: false,
    code: { source: true, esm: true, lines: true },
  })
  const code = standalone.default(ajv, ajv.compile(withoutAnnotations(languageSchema) as JsonObject))
  const required = /\b(?:require\(|import )/.exec(code)
  if (required !== null)
    throw new Error(`the validator would need a module at run time: ${code.slice(required.index, required.index + 80)}`)
  // One export with a type, as declarations without inference demand.
  const [whole, name] = /export const validate = (\w+);\nexport default \w+;\n/.exec(code) ?? []
  if (whole === undefined) throw new Error('the validator is not exported as it used to be')
  return `${header}${linear(code.replace(whole, '').trimEnd())}\n${append}export const validate: unknown = ${name}\n`
}

/** Ajv joins lists of errors by copying, which takes minutes where a file has a hundred thousand of them. */
function linear(code: string): string {
  const joined = code.replace(/(\w+) === null \? (\w+\.errors) : \1\.concat\(\2\)/g, 'append($1, $2)')
  if (joined === code || joined.includes('.concat(')) throw new Error('errors are not joined as they used to be')
  return joined
}

const append = `function append(errors, more) {
if(errors === null){
return more;
}
for(const error of more){
errors.push(error);
}
return errors;
}
`

/** The schema without what only an editor reads; a report quotes the examples. A mapping of names, under `properties`, holds no annotations itself. */
function withoutAnnotations(schema: Json, names = false): Json {
  if (Array.isArray(schema)) return schema.map((item: Json) => withoutAnnotations(item))
  if (typeof schema !== 'object' || schema === null) return schema
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => names || !annotations.has(key))
      .map(([key, value]) => [key, withoutAnnotations(value, !names && nameMaps.has(key))]),
  )
}

if (import.meta.main) writeFileSync(validatorPath, precompiled())
