import { counted } from '../../base/plural.ts'
import type { Domain, Enum, Mixin, Model, ValueType } from '../../model/model.ts'
import type { Bucket } from '../../model/project.ts'
import { fieldTypeText } from '../../model/type-text.ts'
import { code, type Inline, joined, strong } from '../../print/markdown/inline.ts'
import type { Sheet } from './sheet.ts'

/** More than this is read in the file itself. */
const most = 12

function paragraphs(about: string | undefined): readonly Inline[] {
  return about === undefined ? [] : [about]
}

/** The first of many, each on a line, and how many more there are. */
function firstOf<T>(items: readonly T[], line: (item: T) => Inline, noun: string): readonly Inline[] {
  const rest = items.length - most
  return [...items.slice(0, most).map(line), ...(rest > 0 ? [`and ${counted(rest, `more ${noun}`)}`] : [])]
}

export function domainSheet(model: Model, { name, about }: Domain): Sheet {
  const own = model.entities.filter(({ domain }) => domain === name)
  return {
    title: [strong('Domain'), ' ', name],
    about: paragraphs(about),
    facts: own.length === 0 ? [] : [['Entities: ', joined(own.map((entity) => code(entity.name)))]],
  }
}

export function enumSheet({ name, about, values }: Enum): Sheet {
  return {
    title: [strong('Enum'), ' ', code(name)],
    about: paragraphs(about),
    facts: firstOf(
      values,
      (value) => (value.about === undefined ? code(value.name) : [code(value.name), ': ', value.about]),
      'value',
    ),
  }
}

export function valueSheet({ name, values }: Enum, value: string): Sheet {
  return {
    title: [strong('Value'), ' ', code(value), ' of the enum ', code(name)],
    about: paragraphs(values.find((candidate) => candidate.name === value)?.about),
    facts: [],
  }
}

export function shapeSheet({ name, about, fields }: ValueType): Sheet {
  return {
    title: [strong('Value type'), ' ', code(name)],
    about: paragraphs(about),
    facts: [
      ...firstOf(fields, (field) => [code(field.name), ': ', code(fieldTypeText(field))], 'field'),
      'PostgreSQL: jsonb; MongoDB: an embedded document',
    ],
  }
}

export function mixinSheet({ name, about, fields, role }: Mixin): Sheet {
  return {
    title: [strong('Mixin'), ' ', code(name)],
    about: paragraphs(about),
    facts: [
      ['Role: ', code(role)],
      ...firstOf(fields, (field) => [code(field.name), ': ', code(fieldTypeText(field))], 'field'),
    ],
  }
}

export function bucketSheet(bucket: Bucket): Sheet {
  const { about, env, expireDays, lock, name, noncurrentExpireDays, versioned } = bucket
  return {
    title: [strong('Bucket'), ' ', code(name)],
    about: paragraphs(about),
    facts: [
      ['Its real name is in ', code(env)],
      ...(versioned ? ['Keeps what was replaced or removed'] : []),
      ...(lock === undefined ? [] : [['Locked for ', code(lock.retain), ' in mode ', code(lock.mode)]]),
      ...(expireDays === undefined ? [] : [`Objects are removed after ${counted(expireDays, 'day')}`]),
      ...(noncurrentExpireDays === undefined
        ? []
        : [`Replaced versions are removed after ${counted(noncurrentExpireDays, 'day')}`]),
    ],
  }
}
