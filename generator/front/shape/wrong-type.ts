import type { Diagnostic, Fix } from '../../diagnostic/diagnostic.ts'
import type { ScalarNode, SpecNode } from '../node.ts'
import type { Json, JsonObject } from '../schema/json-schema.ts'
import { named, type Place, spanAt } from './place.ts'
import { expected, found } from './words.ts'

/** The report for a value of another kind than the language has there. */
export function wrongType(place: Place, schema: JsonObject): Diagnostic {
  const { node } = place
  const types = typesOf(schema)
  const fix = mend(node, types, schema)
  const help = fix?.title ?? advice(node, types)
  return {
    code: 'shape/wrong-type',
    severity: 'error',
    message: `${named(place)} must be ${expected(schema)}, not ${found(node)}`,
    span: spanAt(place),
    ...(help === undefined ? {} : { help: help.charAt(0).toLowerCase() + help.slice(1) }),
    ...(fix === undefined ? {} : { fixes: [fix] }),
  }
}

/** Whether a text has the form that the schema asks of texts. */
function fits(text: string, schema: JsonObject): boolean {
  return branchesOf(schema).some(
    ({ type, pattern }) =>
      (Array.isArray(type) ? type.includes('string') : type === 'string') &&
      (typeof pattern !== 'string' || new RegExp(pattern, 'u').test(text)),
  )
}

function branchesOf(schema: JsonObject): readonly JsonObject[] {
  return Array.isArray(schema.anyOf) ? (schema.anyOf as readonly JsonObject[]) : [schema]
}

function typesOf(schema: JsonObject): readonly Json[] {
  return branchesOf(schema).flatMap(({ type }): readonly Json[] =>
    Array.isArray(type) ? type : type === undefined ? [] : [type],
  )
}

/** A name, or several with commas between. */
const listable = /^[A-Za-z0-9_./*-]+(?: *, *[A-Za-z0-9_./*-]+)*$/

const truthWords: ReadonlyMap<string, string> = new Map([
  ['yes', 'true'],
  ['on', 'true'],
  ['no', 'false'],
  ['off', 'false'],
])

function mend(node: SpecNode, types: readonly Json[], schema: JsonObject): Fix | undefined {
  if (node.kind !== 'scalar' || node.value === null) return undefined
  const { span, value } = node
  const source = span.file.text.slice(span.start, span.end)
  const replace = (title: string, text: string): Fix => ({ title, edits: [{ span, text }] })
  if (types.includes('string') && !node.quoted && fits(source, schema))
    return replace('Put it in quotes', `'${source}'`)
  if (typeof value !== 'string') return undefined
  const truth = types.includes('boolean') ? (truthWords.get(value.toLowerCase()) ?? plainTruth(node, value)) : undefined
  if (truth !== undefined) return replace(`Write \`${truth}\``, truth)
  const numeric = types.includes('integer') || types.includes('number')
  if (numeric && node.quoted && /^-?(0|[1-9][0-9]{0,14})$/.test(value)) return replace('Leave out the quotes', value)
  const lone = types.includes('array') && !types.includes('string') && listable.test(source)
  return lone ? replace('Make it a list', `[${source}]`) : undefined
}

function plainTruth({ quoted }: ScalarNode, value: string): string | undefined {
  return quoted && (value === 'true' || value === 'false') ? value : undefined
}

function advice(node: SpecNode, types: readonly Json[]): string | undefined {
  if (node.kind === 'list' && types.includes('object') && !types.includes('array')) {
    const dashed = node.items.length > 0 && node.items.every(({ kind }) => kind === 'map')
    return dashed ? 'Leave out the dashes: it is one mapping, and each name is a key of it' : undefined
  }
  if (node.kind !== 'scalar' || node.value !== null) return undefined
  if (types.includes('object')) return 'Write `{}` where there is nothing to say'
  if (types.includes('array')) return 'Write `[]` where there is nothing to list'
  return 'Give it a value, or leave the key out'
}
