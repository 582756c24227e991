import { byCodeUnit } from '../../base/order.ts'
import type { Entity } from '../../model/entity.ts'
import { entitiesByDomain } from '../../model/groups.ts'
import { hasTable } from '../../model/lookup.ts'
import { recalling } from '../../model/memory/recalling.ts'
import type { Domain, Model } from '../../model/model.ts'
import { printComments, printSchema } from '../../print/prisma/print.ts'
import { remark } from '../../print/prisma/syntax.ts'
import type { Emitter, OutputFile } from '../emitter.ts'
import { baseBlocks } from './base.ts'
import { prismaConfig } from './config.ts'
import { modelText } from './model.ts'

/** The tables as Prisma's client sees them: a file for each domain that has some, and one for the rest. */
export const prismaEmitter: Emitter = {
  name: 'prisma',
  summary: 'the Prisma schema, one file a domain, and its configuration',
  emit,
}

const recalledFile = recalling<OutputFile | undefined>()
const recalledModel = recalling<string>()

function* emit(model: Model): Iterable<OutputFile> {
  const { postgres } = model.project.stores
  if (postgres === undefined || !model.entities.some(hasTable)) return
  yield { path: 'provider-db/prisma.config.ts', text: prismaConfig(postgres.url), sources: [] }
  yield schemaFile('base', baseBlocks(model.project), [])
  const entities = entitiesByDomain(model)
  for (const domain of model.domains) {
    const own = entities.get(domain.name)
    if (own === undefined) continue
    const file = recalledFile(model, domain.name, [domain, own], () => domainFile(own, domain, model))
    if (file !== undefined) yield file
  }
}

function domainFile(entities: readonly Entity[], domain: Domain, model: Model): OutputFile | undefined {
  const tables = entities.filter(hasTable)
  if (tables.length === 0) return undefined
  const models = tables.map((entity) => recalledModel(model, entity.name, [entity], () => modelText(entity, model)))
  const sources = tables.map(({ name }) => name).sort(byCodeUnit)
  return schemaFile(fileName(domain.key, model), [printComments(remark(heading(domain))), ...models], sources)
}

function schemaFile(name: string, blocks: readonly string[], sources: readonly string[]): OutputFile {
  return { path: `provider-db/prisma/schema/${name}.prisma`, text: printSchema(blocks), sources }
}

function heading({ name, about }: Domain): string {
  return about === undefined ? name : `${name}: ${about.trim()}`
}

/** A domain may be called as the file that is no domain's. */
function fileName(key: string, model: Model): string {
  let chosen = key
  while (chosen === 'base' || (chosen !== key && model.domains.some((other) => other.key === chosen)))
    chosen += '-domain'
  return chosen
}
