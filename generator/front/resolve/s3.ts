import type { MongoPart } from '../../model/mongo.ts'
import type { PostgresPart } from '../../model/postgres.ts'
import type { S3Object, S3Part } from '../../model/s3.ts'
import type { MapEntry } from '../node.ts'
import { parseQuantity } from '../quantity.ts'
import type { Context } from './context.ts'
import type { EntityHeader } from './entity-header.ts'
import { resolveKeep } from './keep.ts'
import { type PathNames, parsePath } from './path.ts'
import { spanOfBlock } from './postgres.ts'
import { resolvePrefix } from './prefix.ts'
import { aboutOf, asMap, asScalar, child, entries, innerSpan, keySpan, spanWithin, text, textAt } from './read.ts'
import type { ResolvedParts } from './resolved-part.ts'
import { unknownName } from './unknown-name.ts'
import { volumeOf } from './volume.ts'

/** Largest object that one PUT can carry to S3: 5 GiB (Amazon S3 User Guide, "Uploading objects"). */
const defaultMaxBytes = 5_368_709_120

/** Resolves the objects of an entity; their paths may name fields of its root part. */
export function resolveS3(header: EntityHeader, parts: ResolvedParts, context: Context): S3Part | undefined {
  const node = asMap(child(header.declared.node, 's3'))
  if (node === undefined) return undefined
  const root = parts.postgres ?? parts.mongo
  const names = pathNames(header, root?.part, root?.unknown ?? new Set(), context)
  const why = textAt(node, 'why')
  return {
    store: 's3',
    span: spanOfBlock(header, 's3') ?? header.declared.span,
    ...(why === undefined ? {} : { why: why.trim() }),
    objects: entries(child(node, 'objects')).flatMap(
      (entry) => resolveObject(header, entry, names, parts, context) ?? [],
    ),
  }
}

function pathNames(
  header: EntityHeader,
  root: PostgresPart | MongoPart | undefined,
  unknown: ReadonlySet<string>,
  context: Context,
): PathNames {
  const { tenancy } = context.project
  const mixed = new Map(root?.fields.map((field) => [field.name, field]))
  return {
    fields: mixed,
    unknown,
    open: header.open,
    entity: header.name,
    title: `\`${header.name}\``,
    object: true,
    tenancy: tenancy === undefined || header.tenancy.mode === 'none' ? undefined : tenancy,
    use: (name, span) => {
      const origin = mixed.get(name)?.origin
      const tenant = name === tenancy?.field
      const own = `${header.name}.${header.root}`
      const owner = tenant ? 'tenancy' : origin?.kind === 'mixin' ? `mixin.${origin.mixin}` : own
      context.uses.add(`field:${owner}.${name}`, span)
    },
  }
}

function resolveObject(
  header: EntityHeader,
  entry: MapEntry,
  names: PathNames,
  parts: ResolvedParts,
  context: Context,
): S3Object | undefined {
  const span = keySpan(entry)
  const pathNode = asScalar(child(entry.value, 'path'))
  const bucketNode = asScalar(child(entry.value, 'bucket'))
  const pathText = text(pathNode)
  const bucket = text(bucketNode)
  if (pathNode === undefined || bucketNode === undefined || pathText === undefined || bucket === undefined)
    return undefined
  const buckets = context.project.stores.s3?.buckets ?? []
  const bucketSpan = innerSpan(bucketNode)
  const known = buckets.some((declared) => declared.name === bucket)
  if (known) context.uses.add(`bucket:${bucket}`, bucketSpan)
  else {
    const message = `the project declares no bucket \`${bucket}\``
    const nothing = `declare it under \`stores: { s3: { buckets: ... } }\` in \`${context.project.file.path}\``
    context.report(
      unknownName(
        'resolve/unknown-bucket',
        message,
        bucket,
        bucketSpan,
        buckets.map((declared) => declared.name),
        nothing,
      ),
    )
  }
  if (context.isBroken(pathNode)) return undefined
  const own = parsePath(pathText, (start, end) => spanWithin(pathNode, start, end), names, context.report)
  const prefix = header.tenancy.mode === 'none' ? [] : resolvePrefix(context.project, () => undefined)
  if (own === undefined || prefix === undefined || !known) return undefined
  const object = {
    name: entry.key,
    span,
    maxBytes: parseQuantity(textAt(entry.value, 'max_size') ?? defaultMaxBytes, 'size') ?? defaultMaxBytes,
    write: textAt(entry.value, 'write') === 'once' ? 'once' : 'versions',
  } as const
  return {
    ...object,
    ...aboutOf(entry.value),
    bucket,
    path: [...prefix, ...own],
    pathText,
    pathSpan: innerSpan(pathNode),
    contentType: textAt(entry.value, 'content_type') ?? 'application/octet-stream',
    ...resolveKeep(child(entry.value, 'keep'), object, parts, context),
    ...volumeOf(entry.value),
  }
}
