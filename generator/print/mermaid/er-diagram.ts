import { assertNever } from '../../base/internal-error.ts'
import { attributeWord, comment, entityName, quoted } from './escape.ts'
import { type BoxClass, classLines, head, type Mode } from './theme.ts'

/** Things with attributes, and how many of one belong to how many of another. */
export interface ErDiagram {
  readonly kind: 'er'
  readonly title: string
  /** What a reader should know, one line each; comments of the text, not drawn. */
  readonly notes: readonly string[]
  readonly direction: 'LR' | 'TB'
  readonly entities: readonly ErEntity[]
  readonly relations: readonly ErRelation[]
}

export interface ErEntity {
  /** Unique in its diagram; drawn as its title where it has no other. */
  readonly name: string
  readonly title?: string
  readonly class: BoxClass
  readonly attributes: readonly ErAttribute[]
}

export interface ErAttribute {
  readonly type: string
  readonly name: string
  readonly keys: readonly ('PK' | 'FK' | 'UK')[]
  readonly comment?: string
}

/** How many records of one end belong to one record of the other. */
export type Cardinality = 'one' | 'zero or one' | 'many' | 'one or more'

export interface ErRelation {
  readonly from: string
  readonly fromCardinality: Cardinality
  readonly to: string
  readonly toCardinality: Cardinality
  /** `solid`: the database checks it. `dashed`: the model alone knows it. */
  readonly line: 'solid' | 'dashed'
  /** Empty where the columns at its end say it all. */
  readonly label: string
}

export function printErDiagram(diagram: ErDiagram, mode: Mode): string {
  return [
    ...head(diagram.title, 'er', mode),
    ...diagram.notes.map(comment),
    'erDiagram',
    `  direction ${diagram.direction}`,
    ...diagram.entities.flatMap(entityLines),
    ...diagram.relations.map(relationLine),
    ...classLines(
      diagram.entities.map((entity) => entity.class),
      mode,
    ),
    '',
  ].join('\n')
}

function entityLines(entity: ErEntity): readonly string[] {
  const alias = entity.title === undefined ? '' : `[${quoted(entity.title)}]`
  const title = `  ${entityName(entity.name)}${alias}:::${entity.class}`
  if (entity.attributes.length === 0) return [title]
  return [`${title} {`, ...entity.attributes.map(attributeLine), '  }']
}

function attributeLine(attribute: ErAttribute): string {
  const words = [attributeWord(attribute.type), attributeWord(attribute.name)]
  if (attribute.keys.length > 0) words.push(attribute.keys.join(', '))
  if (attribute.comment !== undefined && attribute.comment.trim() !== '') words.push(quoted(attribute.comment))
  return `    ${words.join(' ')}`
}

function relationLine(relation: ErRelation): string {
  const line = relation.line === 'solid' ? '--' : '..'
  const ends = `${leftEnd(relation.fromCardinality)}${line}${rightEnd(relation.toCardinality)}`
  return `  ${entityName(relation.from)} ${ends} ${entityName(relation.to)} : ${quoted(relation.label)}`
}

function leftEnd(cardinality: Cardinality): string {
  switch (cardinality) {
    case 'one':
      return '||'
    case 'zero or one':
      return '|o'
    case 'many':
      return '}o'
    case 'one or more':
      return '}|'
    default:
      return assertNever(cardinality)
  }
}

function rightEnd(cardinality: Cardinality): string {
  return [...leftEnd(cardinality)].reverse().join('').replace('}', '{')
}
