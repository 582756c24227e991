import type { Difference } from '../../report.ts'
import type { GrantDescription } from '../description.ts'

/** What is to be known of one thing, by name; what is absent is `undefined`. */
export type Facts = Readonly<Record<string, string | undefined>>

/** How things of one kind are told apart and compared. */
export interface Kind<Thing> {
  /** `column` */
  readonly word: string
  /** What it belongs to: `activities`; absent for what stands alone. */
  readonly of?: string
  readonly name: (thing: Thing) => string
  /** All of it in a line, for where there is nothing to compare it with; undefined where its name is all. */
  readonly whole: (thing: Thing) => string | undefined
  readonly facts: (thing: Thing) => Facts
}

export function difference(
  place: string,
  fact: string,
  wanted: string | undefined,
  found: string | undefined,
): Difference {
  return {
    store: 'postgres',
    place,
    fact,
    ...(wanted === undefined ? {} : { wanted }),
    ...(found === undefined ? {} : { found }),
  }
}

/** What there should be and is not, what there is and should not be, and what differs. */
export function compareThings<Thing>(
  kind: Kind<Thing>,
  wanted: readonly Thing[],
  found: readonly Thing[],
): readonly Difference[] {
  const theirs = new Map(found.map((thing) => [kind.name(thing), thing]))
  const names = new Set(wanted.map(kind.name))
  return [
    ...wanted.flatMap((thing) => {
      const other = theirs.get(kind.name(thing))
      if (other === undefined) return [difference(placeOf(kind, thing), 'missing', kind.whole(thing), undefined)]
      return compareFacts(placeOf(kind, thing), kind.facts(thing), kind.facts(other))
    }),
    ...found
      .filter((thing) => !names.has(kind.name(thing)))
      .map((thing) => difference(placeOf(kind, thing), 'not in the spec', undefined, kind.whole(thing))),
  ]
}

/** A comment where the spec has none takes nothing away, and is left to whoever wrote it. */
export function compareFacts(place: string, wanted: Facts, found: Facts): readonly Difference[] {
  return Object.keys({ ...wanted, ...found })
    .filter((fact) => wanted[fact] !== found[fact] && !(fact === 'comment' && wanted[fact] === undefined))
    .map((fact) => difference(place, fact, wanted[fact], found[fact]))
}

/** Rights as facts: one for each role. Undefined where the spec says nothing of rights. */
export function grantFacts(grants: readonly GrantDescription[] | undefined): Facts {
  return Object.fromEntries((grants ?? []).map(({ role, privileges }) => [`rights of ${role}`, privileges.join(', ')]))
}

function placeOf<Thing>({ word, of, name }: Kind<Thing>, thing: Thing): string {
  return of === undefined ? `${word} ${name(thing)}` : `${word} ${name(thing)} of ${of}`
}
