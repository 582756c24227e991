import { toCase } from '../../base/casing.ts'
import { byCodeUnit } from '../../base/order.ts'
import type { Code } from '../../diagnostic/codes.ts'
import type { Diagnostic, Report } from '../../diagnostic/diagnostic.ts'
import type { StoreName } from '../../model/entity.ts'
import type { Domain } from '../../model/model.ts'
import type { Span } from '../../source/source-file.ts'
import type { ShapedDocument, SpecNode } from '../node.ts'
import { aboutOf, asScalar, child, entries, innerSpan, keySpan, text } from './read.ts'

/** A name that a file declares, before anything in it is looked at. */
export interface Declared {
  readonly name: string
  readonly span: Span
  readonly node: SpecNode
  readonly domain?: string
  /** Its shape is wrong: the name is known, what is in it is not. */
  readonly broken: boolean
}

export type DeclaredMap = ReadonlyMap<string, Declared>

/** Every name of the spec; what refers to one of them can be checked against it, in any order of files. */
export interface Declarations {
  readonly domains: readonly Domain[]
  readonly enums: DeclaredMap
  readonly valueTypes: DeclaredMap
  readonly mixins: DeclaredMap
  readonly entities: DeclaredMap
}

const kinds = { enums: 'enum', types: 'value type', mixins: 'mixin', entities: 'entity' } as const

/** Names that would not survive in the generated TypeScript, whatever the spec means by them. */
const reservedTypes = new Set([
  'Object',
  'String',
  'Number',
  'Boolean',
  'Date',
  'Array',
  'Map',
  'Set',
  'Promise',
  'Error',
  'Buffer',
  'Schema',
  'Record',
  'Uint8Array',
  'Function',
  'Symbol',
])

/** Collects the names that the files declare; duplicates are reported at both places and the first one stands. */
export function declare(documents: readonly ShapedDocument[], report: Report): Declarations {
  const found = {
    enums: new Map<string, Declared>(),
    types: new Map<string, Declared>(),
    mixins: new Map<string, Declared>(),
    entities: new Map<string, Declared>(),
  }
  const domains = new Map<string, Domain>()
  const domainKeys = new Map<string, Domain>()
  const ordered = [...documents].sort((a, b) => byCodeUnit(a.file.path, b.file.path))

  for (const document of ordered) {
    const domain = declareDomain(document, domains, domainKeys, report)
    for (const { declared, section } of declaredIn(document, domain?.name)) {
      const { name, span } = declared
      const taken = takenAs(section, name, found)
      if (taken !== undefined) {
        const { kind, earlier } = taken
        report(duplicate('resolve/duplicate-name', `${article(kind)} is already named \`${name}\``, span, earlier.span))
        continue
      }
      if (section !== 'mixins' && reservedTypes.has(name)) {
        report({
          code: 'resolve/bad-name',
          severity: 'error',
          message: `\`${name}\` is a name of TypeScript's own and cannot name ${article(kinds[section])}`,
          span,
          help: 'choose a name that says more of your domain',
        })
      }
      found[section].set(name, declared)
    }
  }
  return {
    domains: [...domains.values()].sort((a, b) => byCodeUnit(a.name, b.name)),
    enums: found.enums,
    valueTypes: found.types,
    mixins: found.mixins,
    entities: found.entities,
  }
}

/** Mixins have names of their own; enums, value types and entities share theirs. */
function takenAs(
  section: keyof typeof kinds,
  name: string,
  found: Readonly<Record<keyof typeof kinds, DeclaredMap>>,
): { readonly kind: string; readonly earlier: Declared } | undefined {
  const as = (rival: keyof typeof kinds) => {
    const earlier = found[rival].get(name)
    return earlier === undefined ? undefined : { kind: kinds[rival], earlier }
  }
  return section === 'mixins' ? as('mixins') : (as('entities') ?? as('enums') ?? as('types'))
}

interface InSection {
  readonly section: keyof typeof kinds
  readonly declared: Declared
}

const inDocuments = new WeakMap<
  ShapedDocument,
  { readonly domain: string | undefined; readonly all: readonly InSection[] }
>()

/** What a file declares, read once for as long as the file stands and is of the same domain. */
function declaredIn(document: ShapedDocument, domain: string | undefined): readonly InSection[] {
  const known = inDocuments.get(document)
  if (known !== undefined && known.domain === domain) return known.all
  const all = (['mixins', 'types', 'enums', 'entities'] as const).flatMap((section) =>
    entries(child(document.root, section)).map((entry): InSection => {
      const declared = {
        name: entry.key,
        span: keySpan(entry),
        node: entry.value,
        ...(domain === undefined ? {} : { domain }),
        broken: document.broken.has(entry.value),
      }
      return { section, declared }
    }),
  )
  inDocuments.set(document, { domain, all })
  return all
}

function declareDomain(
  document: ShapedDocument,
  domains: Map<string, Domain>,
  keys: Map<string, Domain>,
  report: Report,
): Domain | undefined {
  const node = asScalar(child(document.root, 'domain'))
  const name = text(node)
  if (node === undefined || name === undefined) {
    requireDomain(document, report)
    return undefined
  }
  const span = innerSpan(node)
  const key = toCase(name, 'kebab-case')
  const earlier = keys.get(key)
  if (earlier !== undefined) {
    report(
      duplicate(
        'resolve/duplicate-domain',
        `the domain \`${name}\` is declared by another file already`,
        span,
        earlier.span,
        'a domain is one file: it becomes one Prisma file, one diagram and one chapter',
      ),
    )
    return earlier
  }
  const domain: Domain = { name, key, ...aboutOf(document.root), span, file: document.file }
  domains.set(name, domain)
  keys.set(key, domain)
  return domain
}

function requireDomain(document: ShapedDocument, report: Report): void {
  const first = entries(child(document.root, 'entities'))[0]
  if (first === undefined || document.broken.has(document.root)) return
  report({
    code: 'shape/missing-key',
    severity: 'error',
    message: 'a file with entities must say which `domain` they belong to',
    span: keySpan(first),
    label: 'belongs to no domain',
    help: 'put `domain: Name` at the top of the file, with a line `about: ...`',
  })
}

function duplicate(code: Code, message: string, span: Span, first: Span, help = 'rename one of the two'): Diagnostic {
  return {
    code,
    severity: 'error',
    message,
    span,
    label: 'declared again here',
    related: [{ span: first, label: 'first declared here' }],
    help,
  }
}

function article(kind: string): string {
  return /^[aeiou]/.test(kind) ? `an ${kind}` : `a ${kind}`
}

/** The stores an entity has a part in, as its keys say. */
export function partsOf(node: SpecNode): readonly StoreName[] {
  return (['postgres', 'mongo', 's3'] as const).filter((store) => child(node, store) !== undefined)
}

/** The first file that has the key `stowage`: the project file. */
export function projectDocument(documents: readonly ShapedDocument[]): ShapedDocument | undefined {
  return documents.find((document) => document.kind === 'project')
}
