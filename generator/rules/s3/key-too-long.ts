import { objectsOf, type S3Entity } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import { maxKeyBytes } from '../../model/rule-options.ts'
import { optionAt } from '../../model/rule-place.ts'
import type { S3Object } from '../../model/s3.ts'
import { s3Limits } from '../../stores/s3.ts'
import type { Rule } from '../rule.ts'
import { alternativesOf, longest } from './atoms.ts'

export const keyTooLong: Rule = {
  code: 's3/key-too-long',
  scope: 'entity',
  severity: 'error',
  preset: 'minimal',
  summary: 'no S3 key can be longer than 1,024 bytes, whatever its variables hold',
  fixable: false,
  options: [maxKeyBytes],
  check(model, report) {
    for (const { entity, object } of objectsOf(model)) {
      const length = longestKey(object, entity, model)
      const most = optionAt(model, maxKeyBytes, object.pathSpan)
      if (length <= most) continue
      const refusal = refusalOf(most)
      const endless = length === Number.POSITIVE_INFINITY
      const wide = widest(object, entity, model)
      report({
        message: endless
          ? `nothing bounds the length of the key of \`${object.name}\`; ${refusal} bytes`
          : `the key of \`${object.name}\` may have ${length.toLocaleString('en-US')} bytes; ${refusal}`,
        span: object.pathSpan,
        help:
          wide === undefined
            ? 'shorten the path'
            : `bound \`${wide}\` by a length, such as \`string(80)\`, or by its pattern, such as \`^[a-z0-9-]{1,80}$\``,
      })
    }
  },
}

function refusalOf(most: number): string {
  const limit = most.toLocaleString('en-US')
  return most < s3Limits.keyBytes ? `this project allows no more than ${limit}` : `S3 refuses more than ${limit}`
}

/** Keys are ASCII by construction, so characters are bytes. */
function longestKey({ path }: S3Object, entity: S3Entity, model: Model): number {
  const slashes = path.length - 1
  return path.flat().reduce((sum, piece) => sum + longest(alternativesOf(piece, entity, model)), slashes)
}

/** The variable that may be the longest: the one to bound. */
function widest({ path }: S3Object, entity: S3Entity, model: Model): string | undefined {
  const variables = path
    .flat()
    .flatMap((piece) =>
      piece.kind === 'variable' && piece.variable.form === 'slug'
        ? [{ name: piece.variable.name, length: longest(alternativesOf(piece, entity, model)) }]
        : [],
    )
  return variables.reduce<(typeof variables)[number] | undefined>(
    (most, one) => (most === undefined || one.length > most.length ? one : most),
    undefined,
  )?.name
}
