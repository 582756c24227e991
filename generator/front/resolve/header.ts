import type { Report } from '../../diagnostic/diagnostic.ts'
import type { StoreName, Tenancy } from '../../model/entity.ts'
import type { Project } from '../../model/project.ts'
import { entryOf } from '../node.ts'
import { type Declarations, type Declared, partsOf } from './declarations.ts'
import { asMap, asScalar, child, entries, innerSpan, items, keySpan, text, textAt, wordAt } from './read.ts'

/** What others need to know of an entity before its fields are resolved. */
export interface EntityHeader {
  readonly declared: Declared
  readonly name: string
  readonly parts: readonly StoreName[]
  readonly root: StoreName
  readonly tenancy: Tenancy
  readonly objects: ReadonlySet<string>
  /** Whether it uses a mixin that is unknown, or its `use` is broken: then a field that nothing declares may come from there. */
  readonly open: boolean
}

const modes = ['required', 'shared', 'none', 'self'] as const

/** Reads the heads of all entities; one without any part is reported and left out. */
export function readHeaders(
  declared: Declarations,
  project: Project,
  report: Report,
): ReadonlyMap<string, EntityHeader> {
  const headers = new Map<string, EntityHeader>()
  for (const entity of declared.entities.values()) {
    if (entity.broken) continue
    const parts = partsOf(entity.node).filter((store) => storeIsDeclared(entity, store, project, report))
    const [root] = parts
    if (root === undefined) {
      if (partsOf(entity.node).length === 0) {
        report({
          code: 'resolve/empty-entity',
          severity: 'error',
          message: `\`${entity.name}\` is kept in no store`,
          span: entity.span,
          label: 'has neither `postgres`, `mongo` nor `s3`',
          help: 'add the block of the store that holds it, for example `postgres: { fields: { name: string(120) } }`',
        })
      }
      continue
    }
    headers.set(entity.name, {
      declared: entity,
      name: entity.name,
      parts,
      root,
      tenancy: readTenancy(entity, project, declared.entities.has(project.tenancy?.entity ?? ''), report),
      open:
        (child(entity.node, 'use')?.kind ?? 'list') !== 'list' ||
        items(child(entity.node, 'use')).some((item) => declared.mixins.get(text(item) ?? '')?.broken !== false),
      objects: new Set(entries(child(child(entity.node, 's3'), 'objects')).map((entry) => entry.key)),
    })
  }
  return headers
}

function storeIsDeclared(entity: Declared, store: StoreName, project: Project, report: Report): boolean {
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

function readTenancy(entity: Declared, project: Project, tenantKnown: boolean, report: Report): Tenancy {
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
  if (mode === 'self' && !tenantKnown) return { mode, ...(why === undefined ? {} : { why }), span }
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
