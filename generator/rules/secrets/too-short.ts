import { comparedIn, isEncrypted } from '../../model/encrypted.ts'
import type { Field } from '../../model/field.ts'
import type { Rule } from '../rule.ts'
import { longestSecret, sealedLength } from './sealed-size.ts'

/** Less is hardly a secret: whoever declares a field for it has not reckoned with its ciphertext. */
const smallSecretBytes = 8

/** What is offered instead: a key of 512 bits, a token of most systems. */
const usualSecretBytes = 64

export const tooShort: Rule = {
  code: 'secrets/too-short',
  scope: 'entity',
  severity: 'error',
  preset: 'minimal',
  summary: 'a secret that is encrypted has room for its ciphertext',
  fixable: false,
  check(model, report) {
    for (const { postgres, mongo } of model.entities) {
      for (const part of [postgres, mongo]) {
        if (part === undefined) continue
        const compared = comparedIn(part)
        for (const field of part.fields) {
          const length = lengthOf(field)
          if (length === undefined || !isEncrypted(field, compared)) continue
          const bytes = longestSecret(length)
          if (bytes >= smallSecretBytes) continue
          // What several records have by a mixin is said in the same words, and so once.
          report({
            message: `\`${field.name}\` can hold ${amount(bytes)} of a secret: its ciphertext must fit into ${length} characters`,
            span: field.typeSpan,
            label: `${sealedLength(0)} characters go to the key's name, nonce and proof, and each three bytes take four more`,
            help: `\`string(${sealedLength(usualSecretBytes)})\` holds ${usualSecretBytes} bytes; a digest is kept as it is, once it has a \`pattern\``,
          })
        }
      }
    }
  },
}

function lengthOf({ type }: Field): number | undefined {
  return type.kind === 'scalar' ? type.length : undefined
}

function amount(bytes: number): string {
  if (bytes === 0) return 'no byte'
  return bytes === 1 ? 'only 1 byte' : `only ${bytes} bytes`
}
