import type { StoreName, Tenancy } from '../../model/entity.ts'
import { entryOf } from '../node.ts'
import type { Context } from './context.ts'
import { type Declared, type DeclaredMap, partsOf } from './declarations.ts'
import type { EntityHeader } from './entity-header.ts'
import { asMap, asScalar, child, entries, innerSpan, items, keySpan, text, textAt, wordAt } from './read.ts'
import type { RecallEach } from './recall.ts'

const modes = ['required', 'shared', 'none', 'self'] as const

/** Reads the heads of all entities; one without any part is reported and left out. */
export function readHeaders(
  entities: DeclaredMap,
  recall: RecallEach<Declared, EntityHeader | undefined>,
  context: HeaderContext,
): ReadonlyMap<string, EntityHeader> {
  const headers = new Map<string, EntityHeader>()
  const sound = [...entities.values()].filter(({ broken }) => !broken)
  for (const header of recall(sound, context.project, (entity) => readHeader(entity, context)))
    if (header !== undefined) headers.set(header.name, header)
  return headers
}

type HeaderContext = Pick<Context, 'declared' | 'project' | 'report'>

function readHeader(entity: Declared, context: HeaderContext): EntityHeader | undefined {
  const { name, node } = entity
  const parts = partsOf(node).filter((store) => storeIsDeclared(entity, store, context))
  const [root] = parts
  if (root !== undefined) {
    return {
      declared: entity,
      name,
      parts,
      root,
      tenancy: readTenancy(entity, context),
      open:
        (child(node, 'use')?.kind ?? 'list') !== 'list' ||
        items(child(node, 'use')).some((item) => context.declared.mixins.get(text(item) ?? '')?.broken !== false),
      objects: new Set(entries(child(child(node, 's3'), 'objects')).map((entry) => entry.key)),
    }
  }
  if (partsOf(node).length === 0) {
    context.report({
      code: 'resolve/empty-entity',
      severity: 'error',
      message: `\`${name}\` is kept in no store`,
      span: entity.span,
      label: 'has neither `postgres`, `mongo` nor `s3`',
      help: 'add the block of the store that holds it, for example `postgres: { fields: { name: string(120) } }`',
    })
  }
  return undefined
}

function storeIsDeclared(entity: Declared, store: StoreName, { project, report }: HeaderContext): boolean {
  if (project.stores[store] !== undefined) return true
  const map = asMap(entity.node)
  const entry = map === undefined ? undefined : entryOf(map, store)
  report({
    code: 'store/undeclared',
    severity: 'error',
    message: `\`${entity.name}\` has a \`${store}\` part, but the project declares no store \`${store}\``,
    span: entry === undefined ? entity.span : keySpan(entry),
    label: 'is not among the stores of the project file',
    help: `add \`${store}\` under \`stores:\` in \`${project.file.path}\`, or move what is in this block to another store`,
  })
  return false
}

function readTenancy(entity: Declared, { declared, project, report }: HeaderContext): Tenancy {
  const node = child(entity.node, 'tenancy')
  const { tenancy } = project
  if (tenancy === undefined) {
    if (node !== undefined && text(node) !== 'none' && textAt(node, 'mode') !== 'none') {
      report({
        code: 'resolve/tenancy',
        severity: 'error',
        message: `\`${entity.name}\` says how it belongs to a tenant, but the project has no tenancy`,
        span: node.span,
        help: `declare \`tenancy: { entity: ..., field: ... }\` in \`${project.file.path}\`, or leave this line out`,
      })
    }
    return { mode: 'none', span: entity.span }
  }
  if (node === undefined) return { mode: entity.name === tenancy.entity ? 'self' : 'required', span: entity.span }
  const mode = modes.find((word) => word === text(node)) ?? wordAt(node, 'mode', modes) ?? 'required'
  const why = textAt(node, 'why')
  const modeNode = asScalar(child(node, 'mode')) ?? asScalar(node)
  const span = modeNode === undefined ? node.span : innerSpan(modeNode)
  // Where the tenant's name is mistyped, the one that says `self` may be meant.
  if (mode === 'self' && !declared.entities.has(tenancy.entity))
    return { mode, ...(why === undefined ? {} : { why }), span }
  if ((mode === 'self') !== (entity.name === tenancy.entity)) {
    report({
      code: 'resolve/tenancy',
      severity: 'error',
      message:
        mode === 'self'
          ? `only the tenant itself, \`${tenancy.entity}\`, can have tenancy \`self\``
          : `\`${entity.name}\` is the tenant itself, so its tenancy is \`self\``,
      span,
      related: [{ span: tenancy.span, label: 'the tenancy is declared here' }],
      help: mode === 'self' ? 'write `required`, `shared` or `none`' : 'write `self`',
    })
    return { mode: entity.name === tenancy.entity ? 'self' : 'required', span }
  }
  return { mode, ...(why === undefined ? {} : { why }), span }
}
