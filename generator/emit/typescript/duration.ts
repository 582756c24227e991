import { counted } from '../../base/plural.ts'

const units: Readonly<Record<string, string>> = { s: 'second', m: 'minute', h: 'hour', d: 'day', y: 'year' }

/** A duration as a person says it: `90d` is `90 days`. */
export function duration(text: string): string {
  const unit = units[text.slice(-1)]
  return unit === undefined ? text : counted(Number(text.slice(0, -1)), unit)
}
