import { byCodeUnit } from '../../base/order.ts'
import type { Entity } from '../../model/entity.ts'
import { hasTable } from '../../model/lookup.ts'
import { recalling } from '../../model/memory/recalling.ts'
import type { Enum, Model, ValueType } from '../../model/model.ts'
import type { Emitter, OutputFile } from '../emitter.ts'
import { packageNames } from '../typescript/package-names.ts'
import { describeProvider } from './describe/describe.ts'
import { type DomainContent, descriptionNames, domainDescription, wholeDescription } from './description-files.ts'
import { entitiesFile } from './entities-file.ts'
import { entryFile } from './entry.ts'
import { factoriesFile } from './factories-file.ts'
import { hasRepository } from './traits.ts'

/** The data layer of a spec that keeps something in PostgreSQL: what the runtime is told of it, its types, its entry. */
export const providerEmitter: Emitter = {
  name: 'provider',
  summary: 'the data layer: `createProvider`, typed repositories, inputs, test factories',
  emit,
}

const recalledTypes = recalling<OutputFile>()
const recalledData = recalling<OutputFile>()

function* emit(model: Model): Iterable<OutputFile> {
  if (!model.entities.some(hasTable)) return
  const contents = contentsOf(model)
  const called = descriptionNames(contents.keys())
  const files: string[] = []
  for (const [stem, content] of contents) {
    const named = called.get(stem)
    if (named === undefined) continue
    const { entities, enums, valueTypes } = content
    yield recalledData(model, stem, [...entities, ...enums, ...valueTypes], () =>
      domainDescription(named, content, model),
    )
    if (!entities.some(hasRepository)) continue
    const path = `provider/entities/${stem}.ts`
    files.push(path)
    yield recalledTypes(model, stem, entities, () => entitiesFile(path, entities, model))
  }
  const description = describeProvider(model)
  yield wholeDescription(description, [...called.values()])
  yield entryFile(model, description, files)
  yield factoriesFile(model, description)
}

interface Collected {
  readonly entities: Entity[]
  readonly enums: Enum[]
  readonly valueTypes: ValueType[]
}

/** By the file's name without ending, which is that of the domain's types. */
function contentsOf(model: Model): ReadonlyMap<string, DomainContent> {
  const names = packageNames(model)
  const contents = new Map<string, Collected>()
  const contentOf = (file: string): Collected => {
    const stem = file.slice('types/'.length, -'.ts'.length)
    const known = contents.get(stem)
    if (known !== undefined) return known
    const content: Collected = { entities: [], enums: [], valueTypes: [] }
    contents.set(stem, content)
    return content
  }
  for (const one of model.enums) contentOf(names.enum(one.name).file).enums.push(one)
  for (const one of model.valueTypes) contentOf(names.valueType(one.name).file).valueTypes.push(one)
  for (const entity of model.entities) contentOf(names.domainFile(entity.domain)).entities.push(entity)
  return new Map([...contents].sort(([a], [b]) => byCodeUnit(a, b)))
}
