import { createHash } from 'node:crypto'
import { toCase } from '../../base/casing.ts'
import type { PhysicalName } from '../../model/name.ts'
import type { NameConvention } from '../../model/project.ts'
import { postgresLimits } from '../../stores/postgres.ts'
import type { MapNode } from '../node.ts'
import { asScalar, child, innerSpan, text } from './read.ts'

/** The name under `key` where the spec writes one, else the derived one. */
export function physicalName(node: MapNode | undefined, key: string, derived: PhysicalName): PhysicalName {
  const declared = asScalar(child(node, key))
  const written = text(declared)
  return declared === undefined || written === undefined
    ? derived
    : { text: written, source: 'declared', span: innerSpan(declared) }
}

/** Applies a convention's case to a logical name. */
export function inCase(name: string, convention: NameConvention): string {
  return convention.case === undefined ? name : toCase(name, convention.case)
}

/** A name derived for a store that has no limit worth minding. */
export function derived(name: string): PhysicalName {
  return { text: name, source: 'derived' }
}

/**
 * A derived name of PostgreSQL, cut where it is longer than an identifier may be: its head, eight digits of a SHA-256 of
 * the whole, and its ending, so that two long names never become one. Derived names are ASCII: bytes are characters.
 */
export function derivedIdentifier(name: string, ending = ''): PhysicalName {
  const tail = ending === '' ? '' : `_${ending}`
  const whole = `${name}${tail}`
  if (whole.length <= postgresLimits.identifierBytes) return derived(whole)
  const hash = `_${createHash('sha256').update(whole).digest('hex').slice(0, 8)}`
  const head = name.slice(0, postgresLimits.identifierBytes - tail.length - hash.length).replace(/_+$/, '')
  return { text: `${head}${hash}${tail}`, source: 'shortened' }
}

/** The derived name of a key or constraint: table, columns, ending. */
export function derivedName(parts: readonly string[], ending: string): PhysicalName {
  return derivedIdentifier(parts.join('_'), ending)
}
