import { oncePer } from '../../base/once-per.ts'
import type { Report } from '../../diagnostic/diagnostic.ts'
import type { Entity } from '../../model/entity.ts'
import type { Field } from '../../model/field.ts'
import type { ValueType } from '../../model/model.ts'
import { documentPointers } from '../../model/pointers.ts'
import { knotsOf, ringThrough } from './knots.ts'

/** What there must be before a record, or what a type holds, can be: an entity by its name, a type behind a colon. */
interface Need {
  readonly target: string
  readonly field: Field
}

/**
 * Reports records that need each other before the first of them is there: nobody could ever make one. One report for all that hang
 * together, of a shortest ring of them. A reference for the books alone is left to the data layer, which leaves it empty.
 */
export function reportCyclicReferences(
  entities: readonly Entity[],
  valueTypes: ReadonlyMap<string, ValueType>,
  report: Report,
): void {
  const needs = new Map<string, readonly Need[]>()
  for (const entity of entities) needs.set(entity.name, needsOf(entity))
  for (const type of valueTypes.values()) needs.set(`:${type.name}`, needsOfType(type))
  const edges = new Map([...needs].map(([name, all]) => [name, targetsOf(all)]))
  for (const knot of knotsOf(edges)) {
    const start = knot.find((name) => !name.startsWith(':'))
    // Types that hold each other are reported as such.
    if (start === undefined) continue
    reportRing(ringThrough(start, new Set(knot), edges), needs, report)
  }
}

const needsOf = oncePer((entity: Entity): readonly Need[] => {
  const { postgres, mongo } = entity
  const hasDocument = postgres === undefined || documentPointers(entity).some(({ optional }) => !optional)
  return [...(postgres?.fields ?? []), ...(hasDocument ? (mongo?.fields ?? []) : [])].flatMap(needOf)
})

const needsOfType = oncePer(({ fields }: ValueType): readonly Need[] => fields.flatMap(needOf))

function needOf(field: Field): readonly Need[] {
  const { type, optional, list, relation, origin } = field
  const isForBooks = relation?.bookkeeping === true && origin.kind !== 'tenant'
  if (optional || list || isForBooks) return []
  if (type.kind === 'ref') return [{ target: type.entity, field }]
  return type.kind === 'value' ? [{ target: `:${type.valueType}`, field }] : []
}

const targetsOf = oncePer((needs: readonly Need[]): readonly string[] => needs.map(({ target }) => target))

/** One step of a ring: whose field needs what. */
interface Step extends Need {
  readonly from: string
}

function reportRing(ring: readonly string[], needs: ReadonlyMap<string, readonly Need[]>, report: Report): void {
  const steps = ring.flatMap((from, at): readonly Step[] => {
    const target = ring[(at + 1) % ring.length]
    const need = needs.get(from)?.find((one) => one.target === target)
    return need === undefined ? [] : [{ ...need, from }]
  })
  const loose = steps.findLast(({ field }) => field.origin.kind !== 'tenant') ?? steps.at(-1)
  const [first, ...others] = steps
  if (first === undefined || loose === undefined) return
  report({
    code: 'resolve/cyclic-reference',
    severity: 'error',
    message: messageOf(ring.filter((name) => !name.startsWith(':'))),
    span: first.field.typeSpan,
    label: 'needed from the start',
    related: others
      .slice(0, most)
      .map(({ from, field }) => ({ span: field.typeSpan, label: `${titleOf(from)} needs this from the start` })),
    help: `make \`${loose.field.name}\` of ${titleOf(loose.from)} optional, and set it when both are there`,
  })
}

/** A ring of thousands is told by its beginning. */
const most = 6

function messageOf(ring: readonly string[]): string {
  const [first = '', ...others] = ring.map((name) => `\`${name}\``)
  if (others.length === 0) return `every ${first} needs another one before it: there can be no first`
  const shown = others.slice(0, most).map((name) => `, which needs ${name}`)
  const left = others.length > most ? `, which needs ${others.length - most} more` : ''
  return `${first} needs${shown.join('').slice(', which needs'.length)}${left}, which needs ${first}: there can be no first`
}

function titleOf(name: string): string {
  return name.startsWith(':') ? `the type \`${name.slice(1)}\`` : `\`${name}\``
}
