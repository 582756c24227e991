import { assertNever } from '../../base/internal-error.ts'
import type { S3Entity } from '../../model/lookup.ts'
import { enumNamed, fieldOf } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import type { PathPiece, PathVariable } from '../../model/s3.ts'

/** One step of what a piece of a key may read: between `min` and `max` characters of a set. */
export interface Atom {
  readonly characters: ReadonlySet<string>
  readonly min: number
  readonly max: number
}

/** A piece as texts of atoms; several where it is one of several words, as the values of an enum. */
export type Alternatives = readonly (readonly Atom[])[]

const digits = set('0123456789')
const hex = set('0123456789abcdef')
const crockford = set('0123456789ABCDEFGHJKMNPQRSTVWXYZ')
const hyphen = set('-')

/** Digits of the greatest 64-bit integer. */
const intDigits = 19

/** What may stand in a piece of an entity's key. */
export function alternativesOf(piece: PathPiece, entity: S3Entity, model: Model): Alternatives {
  return piece.kind === 'literal' ? [literal(piece.text)] : variableAtoms(piece.variable, entity, model)
}

/** The greatest number of characters of a piece, no less than any text of it; Infinity where nothing bounds it. */
export function longest(alternatives: Alternatives): number {
  return alternatives.reduce((most, atoms) => Math.max(most, total(atoms, 'max')), 0)
}

/** Whether every text of a piece has the same length, so that the piece ends where its length says. */
export function isFixed(alternatives: Alternatives): boolean {
  const lengths = new Set(alternatives.flatMap((atoms) => [total(atoms, 'min'), total(atoms, 'max')]))
  return lengths.size <= 1
}

export function allCharacters(alternatives: Alternatives): ReadonlySet<string> {
  return new Set(alternatives.flatMap((atoms) => atoms.flatMap(({ characters }) => [...characters])))
}

/** Every text of the same characters and lengths: more than the alternatives read, never less. */
export function anyOf(alternatives: Alternatives): Atom {
  return {
    characters: allCharacters(alternatives),
    min: alternatives.reduce((least, atoms) => Math.min(least, total(atoms, 'min')), Number.POSITIVE_INFINITY),
    max: longest(alternatives),
  }
}

/** The forms that are the same for every field. */
const fixed = {
  ulid: [[exactly(crockford, 26)]],
  uuid: [
    [8, 4, 4, 4, 12].flatMap((length, index) => [...(index === 0 ? [] : [exactly(hyphen, 1)]), exactly(hex, length)]),
  ],
  object_id: [[exactly(hex, 24)]],
  date: [[exactly(digits, 4), exactly(hyphen, 1), exactly(digits, 2), exactly(hyphen, 1), exactly(digits, 2)]],
} satisfies Record<string, Alternatives>

function variableAtoms(variable: PathVariable, entity: S3Entity, model: Model): Alternatives {
  const record = entity.postgres ?? entity.mongo
  const field = record === undefined ? undefined : fieldOf(record, variable.name)
  switch (variable.form) {
    case 'ulid':
    case 'uuid':
    case 'object_id':
    case 'date':
      return fixed[variable.form]
    case 'int': {
      const sign: Atom = { characters: hyphen, min: 0, max: 1 }
      const signed = field?.min === undefined || field.min < 0
      return [[...(signed ? [sign] : []), { characters: digits, min: 1, max: intDigits }]]
    }
    case 'enum':
      return enumNamed(model, variable.enum ?? '').values.map(({ name }) => literal(name))
    case 'slug': {
      const length = field?.type.kind === 'scalar' ? field.type.length : undefined
      return [bounded(patternAtoms(field?.pattern ?? ''), length)]
    }
    default:
      return assertNever(variable.form)
  }
}

const safe = set('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-')

/** A pattern that is safe in a key is a row of character classes with repetitions: `^[a-z][a-z0-9-]{0,39}$`. */
function patternAtoms(pattern: string): readonly Atom[] {
  const classes = [...pattern.matchAll(/(\[[^\]]+\])([+*?]|\{(\d+)(,(\d*))?\})?/g)]
  if (classes.length === 0) return [{ characters: safe, min: 0, max: Number.POSITIVE_INFINITY }]
  return classes.map(([, written = '', repetition = '', least = '1', range, most]) => {
    const one = new RegExp(`^${written}$`, 'u')
    const characters = new Set([...safe].filter((character) => one.test(character)))
    const [min, max] = bounds(repetition, Number(least), range === undefined, most)
    return { characters, min, max }
  })
}

/** A length that is shorter than the pattern's bounds the whole text, not one class of it. */
function bounded(atoms: readonly Atom[], length: number | undefined): readonly Atom[] {
  return length === undefined || total(atoms, 'max') <= length ? atoms : [{ ...anyOf([atoms]), max: length }]
}

function bounds(
  repetition: string,
  least: number,
  exact: boolean,
  most: string | undefined,
): readonly [number, number] {
  switch (repetition) {
    case '':
      return [1, 1]
    case '+':
      return [1, Number.POSITIVE_INFINITY]
    case '*':
      return [0, Number.POSITIVE_INFINITY]
    case '?':
      return [0, 1]
    default:
      return [least, exact ? least : most === undefined || most === '' ? Number.POSITIVE_INFINITY : Number(most)]
  }
}

function literal(text: string): readonly Atom[] {
  return [...text].map((character) => exactly(set(character), 1))
}

function exactly(characters: ReadonlySet<string>, length: number): Atom {
  return { characters, min: length, max: length }
}

function set(characters: string): ReadonlySet<string> {
  return new Set(characters)
}

function total(atoms: readonly Atom[], bound: 'min' | 'max'): number {
  return atoms.reduce((sum, atom) => sum + atom[bound], 0)
}
