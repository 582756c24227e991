import { attributeWord, comment, entityName, quoted } from './escape.ts'
import { type BoxClass, classLines, head } from './theme.ts'

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

export function printErDiagram(diagram: ErDiagram): string {
  let text = head(diagram.title, 'er')
  for (const note of diagram.notes) text += `${comment(note)}\n`
  text += `erDiagram\n  direction ${diagram.direction}\n`
  for (const entity of diagram.entities) text += entityLines(entity)
  for (const relation of diagram.relations) text += relationLine(relation)
  return text + classLines(new Set(diagram.entities.map((entity) => entity.class)))
}

function entityLines(entity: ErEntity): string {
  const alias = entity.title === undefined ? '' : `[${quoted(entity.title)}]`
  let text = `  ${entityName(entity.name)}${alias}:::${entity.class}`
  if (entity.attributes.length === 0) return `${text}\n`
  text += ' {\n'
  for (const attribute of entity.attributes) text += attributeLine(attribute)
  return `${text}  }\n`
}

function attributeLine({ comment: said, keys, name, type }: ErAttribute): string {
  const key = keys.length === 0 ? '' : ` ${keys.join(', ')}`
  const words = said === undefined || said.trim() === '' ? '' : ` ${quoted(said)}`
  return `    ${attributeWord(type)} ${attributeWord(name)}${key}${words}\n`
}

function relationLine(relation: ErRelation): string {
  const line = relation.line === 'solid' ? '--' : '..'
  const ends = `${leftEnds[relation.fromCardinality]}${line}${rightEnds[relation.toCardinality]}`
  return `  ${entityName(relation.from)} ${ends} ${entityName(relation.to)} : ${quoted(relation.label)}\n`
}

const leftEnds: Readonly<Record<Cardinality, string>> = {
  one: '||',
  'zero or one': '|o',
  many: '}o',
  'one or more': '}|',
}

const rightEnds: Readonly<Record<Cardinality, string>> = {
  one: '||',
  'zero or one': 'o|',
  many: 'o{',
  'one or more': '|{',
}
