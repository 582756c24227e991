import { toCase } from '../../base/casing.ts'
import type { Report } from '../../diagnostic/diagnostic.ts'
import { storeNames } from '../../model/entity.ts'
import type { Project } from '../../model/project.ts'
import type { ShapedDocument, SpecNode } from '../node.ts'
import { resolveConventions } from './conventions.ts'
import type { Declarations } from './declarations.ts'
import { aboutOf, asScalar, child, flagAt, innerSpan, items, text, textAt, wordAt } from './read.ts'
import { resolveRules } from './rules.ts'
import { resolveStores } from './stores.ts'
import { unknownName } from './unknown-name.ts'
import type { Uses } from './uses.ts'

/** Resolves the project file; what it leaves out gets its default. `documents` are all files of the spec. */
export function resolveProject(
  document: ShapedDocument,
  documents: readonly ShapedDocument[],
  declared: Declarations,
  uses: Uses,
  sinks: { readonly report: Report; readonly undeclared: Report },
): Project {
  const { root, file } = document
  const { report, undeclared } = sinks
  const name = textAt(root, 'name') ?? 'project'
  const output = child(root, 'output')
  const tenancy = resolveTenancy(child(root, 'tenancy'), name, declared, uses, undeclared)
  return {
    name,
    ...aboutOf(root),
    file,
    output: {
      root: textAt(output, 'root') ?? 'generated',
      package: textAt(output, 'package') ?? `@${name}/provider-db`,
      drawings: flagAt(output, 'drawings') ?? false,
    },
    docs: resolveDocs(document),
    stores: resolveStores(child(root, 'stores'), uses, report),
    ...(tenancy === undefined ? {} : { tenancy }),
    conventions: resolveConventions(child(root, 'conventions')),
    placement: items(child(root, 'placement')).flatMap((item) => {
      const [when, store] = [textAt(item, 'when'), wordAt(item, 'store', storeNames)]
      return when === undefined || store === undefined ? [] : [{ when, store }]
    }),
    rules: resolveRules(document, documents, declared, { report, undeclared, uses }),
  }
}

/** An address that does not have the form of one is as if it were not there: reports are full of links to it. */
function resolveDocs({ broken, root }: ShapedDocument): Project['docs'] {
  const docs = child(root, 'docs')
  const address = (key: 'url' | 'source'): string | undefined => {
    const node = child(docs, key)
    return docs === undefined || broken.has(docs) || node === undefined || broken.has(node) ? undefined : text(node)
  }
  const [url, source] = [address('url'), address('source')]
  return { ...(url === undefined ? {} : { url }), ...(source === undefined ? {} : { source }) }
}

function resolveTenancy(
  node: SpecNode | undefined,
  project: string,
  declared: Declarations,
  uses: Uses,
  report: Report,
): Project['tenancy'] {
  const entityNode = asScalar(child(node, 'entity'))
  if (node === undefined || entityNode === undefined) return undefined
  const entity = String(entityNode.value)
  for (const key of ['entity', 'user']) {
    const named = asScalar(child(node, key))
    if (named === undefined) continue
    const target = String(named.value)
    if (declared.entities.has(target)) uses.add(`entity:${target}`, innerSpan(named))
    else
      report(
        unknownName(
          'resolve/unknown-entity',
          `no entity is named \`${target}\``,
          target,
          innerSpan(named),
          declared.entities.keys(),
        ),
      )
  }
  const field = textAt(node, 'field') ?? toCase(entity, 'snake_case')
  const user = textAt(node, 'user')
  const fieldNode = asScalar(child(node, 'field'))
  if (fieldNode !== undefined) uses.add(`field:tenancy.${field}`, innerSpan(fieldNode))
  const prefixNode = asScalar(child(node, 'prefix'))
  const roles = child(node, 'roles')
  const loader = textAt(roles, 'loader')
  const role = (key: string): string => textAt(roles, key) ?? `${toCase(project, 'snake_case')}_${key}`
  return {
    entity,
    field,
    ...(user === undefined ? {} : { user }),
    prefix: textAt(node, 'prefix') ?? `tenants/{${field}}/`,
    ...(prefixNode === undefined ? {} : { prefixSpan: innerSpan(prefixNode) }),
    enforce: textAt(node, 'enforce') === 'application' ? 'application' : 'rls',
    roles: {
      owner: role('owner'),
      app: role('app'),
      system: role('system'),
      backup: role('backup'),
      ...(loader === undefined ? {} : { loader }),
    },
    span: innerSpan(entityNode),
  }
}
