import { didYouMean } from '../../base/did-you-mean.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { quoted } from '../../diagnostic/quoted.ts'
import type { Span } from '../../source/source-file.ts'
import { movedAbove, withoutName } from './comment-edit.ts'
import { type Directive, nextLine, wholeFile } from './directive.ts'

const form = `write \`# ${nextLine} <rule> -- <reason>\`, with commas between several rules`

function malformed(span: Span, message: string, rest: Partial<Diagnostic> = {}): Diagnostic {
  return { code: 'suppress/malformed', severity: 'error', message, span, help: form, ...rest }
}

/** What keeps a comment from being a suppression at all; nothing where it is one. */
export function malformation(directive: Directive): Diagnostic | undefined {
  const { comment, word, wordSpan, names } = directive
  if (word !== nextLine && word !== wholeFile) return unknownWord(directive)
  if (word === nextLine && !comment.alone) {
    return malformed(comment.span, 'a suppression of the next line must stand on a line of its own', {
      label: 'stands behind something: which line is meant cannot be told',
      help: 'put it on a line of its own, above the line that it is for',
    })
  }
  return names.length === 0
    ? malformed(wordSpan, 'this suppression names no rule', { label: 'for which rule?' })
    : undefined
}

function unknownWord(directive: Directive): Diagnostic {
  const { comment, word, wordSpan, names, reason } = directive
  const message = `${quoted(word)} is no suppression`
  if (word === 'stowage-ignore-line' && !comment.alone) {
    const whole = names.length > 0 && reason !== ''
    return malformed(wordSpan, message, {
      label: 'a suppression stands above what it is for',
      help: `move it to a line of its own above this one, as \`${nextLine}\``,
      ...(whole ? { fixes: [{ title: 'move it above this line', edits: movedAbove(directive, nextLine) }] } : {}),
    })
  }
  const [near, ...others] = didYouMean(word, [nextLine, wholeFile])
  if (near === undefined) return malformed(wordSpan, message)
  return malformed(wordSpan, message, {
    label: `did you mean \`${near}\`?`,
    ...(others.length > 0
      ? {}
      : { fixes: [{ title: `change to \`${near}\``, edits: [{ span: wordSpan, text: near }] }] }),
  })
}

export function missingReason({ comment }: Directive): Diagnostic {
  return {
    code: 'suppress/missing-reason',
    severity: 'error',
    message: 'this suppression gives no reason, so it does not hold',
    span: comment.span,
    label: 'why may this stay as it is?',
    help: 'write ` -- ` behind the rule, and then the reason',
  }
}

type Name = Directive['names'][number]

/** A name that stands for many rules, or for none as it is written. */
export function malformedName({ text, span }: Name): Diagnostic | undefined {
  if (/[*?]/.test(text)) {
    return malformed(span, 'a suppression names each of its rules: a wildcard is not allowed', {
      label: 'would hide findings that nobody has looked at',
      help: 'name the rules, with commas between them',
    })
  }
  return /\s/.test(text)
    ? malformed(span, `${quoted(text)} is no name of a rule`, {
        label: 'several rules have commas between them, a reason has ` -- ` before it',
      })
    : undefined
}

/** `required` is a rule without which a store refuses what is generated; anything else is a mistake in the spec as such. */
export function notSuppressible({ text, span }: Name, required: boolean): Diagnostic {
  return {
    code: 'suppress/not-suppressible',
    severity: 'error',
    message: `\`${text}\` cannot be suppressed: ${required ? 'a store refuses what it finds' : 'nothing can be made from such a spec'}`,
    span,
    label: 'is always reported',
    help: `change what \`${text}\` finds, and leave this out`,
  }
}

export function unused(directive: Directive, index: number): Diagnostic {
  const name = directive.names[index]
  return {
    code: 'suppress/unused',
    severity: 'warning',
    message: `nothing is suppressed here: \`${name?.text}\` finds nothing ${directive.word === nextLine ? 'on the next line' : 'in this file'}`,
    span: name?.span ?? directive.comment.span,
    label: 'answers for nothing',
    help: 'remove it: it would hide the next mistake of this kind',
    fixes: [{ title: 'remove the suppression', edits: [withoutName(directive, index)] }],
  }
}
