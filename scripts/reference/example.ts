import { stringify } from 'yaml'
import type { Json } from '../../generator/front/schema/json-schema.ts'

/** A value as it is written in one line of YAML: `{ mode: compliance, retain: 7y }`. */
export function inlineYaml(value: Json): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0, singleQuote: true }).trim()
}

/** A value under its key, as a file of a spec has it. */
export function blockYaml(key: string | undefined, value: Json): string {
  return stringify(key === undefined ? value : { [key]: value }, { lineWidth: 0, singleQuote: true })
}
