import type { Field } from '../../model/field.ts'
import { inPostgres } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import type { PostgresPart } from '../../model/postgres.ts'
import { maxCharacters, maxRowBytes } from '../../model/rule-options.ts'
import { optionAt } from '../../model/rule-place.ts'
import { placeKey } from '../../source/source-file.ts'
import type { Rule } from '../rule.ts'
import { placementHelp } from './framework.ts'

export const largeTextInPostgres: Rule = {
  code: 'placement/large-text-in-postgres',
  severity: 'warning',
  preset: 'recommended',
  summary: 'large texts and documents are kept in S3 or MongoDB, not in rows',
  fixable: false,
  options: [maxCharacters, maxRowBytes],
  check(model, report) {
    const reported = new Set<string>()
    for (const { name, postgres } of inPostgres(model)) {
      if (postgres.why !== undefined) continue
      for (const field of postgres.fields) {
        const reason = largeness(field, postgres, model)
        const place = placeKey(field.span)
        if (reason === undefined || reported.has(place)) continue
        reported.add(place)
        report({
          message: `\`${field.name}\` keeps ${reason.what} in PostgreSQL`,
          span: field.typeSpan,
          label: 'read and rewritten with its row, copied by every backup',
          ...(postgres.volume === undefined
            ? {}
            : { related: [{ span: postgres.volume.span, label: `the size of \`${name}\` is declared here` }] }),
          help: placementHelp(model, reason.move, 's3', 'postgres'),
        })
      }
    }
  },
}

interface Largeness {
  readonly what: string
  readonly move: string
}

/** What makes a field large, and where to put it; undefined where nothing does. */
function largeness({ type, typeSpan }: Field, part: PostgresPart, model: Model): Largeness | undefined {
  if (type.kind === 'value' || (type.kind === 'scalar' && type.scalar === 'json')) {
    const bytes = part.volume?.bytes ?? 0
    return bytes <= optionAt(model, maxRowBytes, typeSpan)
      ? undefined
      : {
          what: `documents (rows of ${grouped(bytes)} bytes on average)`,
          move: 'keep it in a `mongo` part, or as an S3 object with a `key(...)` here',
        }
  }
  if (type.kind !== 'scalar') return undefined
  const mostCharacters = optionAt(model, maxCharacters, typeSpan)
  const move = `keep it as an S3 object with a \`key(...)\` here, or bound it, such as \`string(${mostCharacters})\``
  if (type.scalar === 'text') return { what: 'text without a limit', move }
  const length = type.scalar === 'string' ? (type.length ?? 0) : 0
  return length > mostCharacters ? { what: `texts of up to ${grouped(length)} characters`, move } : undefined
}

function grouped(count: number): string {
  return count.toLocaleString('en-US')
}
