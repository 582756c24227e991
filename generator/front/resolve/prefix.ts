import type { Report } from '../../diagnostic/diagnostic.ts'
import type { Field } from '../../model/field.ts'
import type { Project } from '../../model/project.ts'
import type { S3Object } from '../../model/s3.ts'
import type { Span } from '../../source/source-file.ts'
import { parsePath } from './path.ts'

/** The tenancy's prefix, by which every key of a tenant starts. It is the same for all entities, so it knows the tenant alone: `use` is told where. */
export function resolvePrefix(
  { tenancy }: Project,
  report: Report,
  use: (name: string, span: Span) => void = () => undefined,
): S3Object['path'] | undefined {
  if (tenancy === undefined) return []
  const { prefix, prefixSpan } = tenancy
  const names = {
    fields: new Map<string, Field>(),
    unknown: new Set<string>(),
    open: false,
    entity: tenancy.entity,
    title: 'the prefix of every tenant',
    tenancy,
    object: false,
    use,
  }
  const at = (start: number, end: number): typeof tenancy.span =>
    prefixSpan === undefined
      ? tenancy.span
      : { file: prefixSpan.file, start: prefixSpan.start + start, end: prefixSpan.start + end }
  return parsePath(prefix.replace(/\/$/, ''), at, names, report)
}
