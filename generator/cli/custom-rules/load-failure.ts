import { pathToFileURL } from 'node:url'
import { messageOf } from '../../api/guarded-rule.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { quoted } from '../../diagnostic/quoted.ts'
import type { Span } from '../../source/source-file.ts'
import { errorPlace, projectFileAt } from './error-place.ts'
import type { RulePath } from './rule-paths.ts'

/** The report for a rule file that could not be imported. */
export function loadFailure({ path, named }: RulePath, error: unknown, folder: string): Diagnostic {
  const { what, label, help, wanted } = reasonOf(error, folder)
  const place = wanted === undefined ? errorPlace(error, folder) : importPlace(error, wanted, folder)
  return {
    code: 'rules/unreadable-file',
    severity: 'error',
    message: `rule file ${quoted(path)} ${what}`,
    span: place ?? named.span,
    label: place === undefined ? 'names the rule file' : label,
    help,
  }
}

interface Reason {
  readonly what: string
  readonly label: string
  readonly help: string
  /** What it imports that is not there. */
  readonly wanted?: string
}

function reasonOf(error: unknown, folder: string): Reason {
  const message = shortened(messageOf(error), folder)
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX':
      return {
        what: `cannot run as it is: ${message}`,
        label: 'Node.js strips types and compiles nothing',
        help: 'write what JavaScript has: a union of texts for an `enum`, declared fields for parameter properties',
      }
    case 'ERR_INVALID_TYPESCRIPT_SYNTAX':
      return { what: `is no TypeScript: ${message}`, label: 'not understood from here on', help: 'mend the file' }
    case 'ERR_MODULE_NOT_FOUND': {
      const [, kind, target = ''] = /^Cannot find (package|module) '(.+?)'/.exec(message) ?? []
      const wanted = target === '' ? {} : { wanted: target }
      return kind === 'package'
        ? {
            what: `imports ${quoted(target)}, which is not installed`,
            label: 'not installed',
            help: `\`npm install --save-dev ${target}\``,
            ...wanted,
          }
        : {
            what: `imports ${quoted(target === '' ? message : target)}, which is not there`,
            label: 'not there',
            help: 'a relative import names the file as it is called: `./money.ts`',
            ...wanted,
          }
    }
    default:
      return error instanceof SyntaxError
        ? { what: `is no ES module: ${message}`, label: 'here', help: 'mend the file' }
        : { what: `failed while it was loaded: ${message}`, label: 'thrown here', help: 'mend the file' }
  }
}

/** Where a file of the project imports what is not there. */
function importPlace(error: unknown, wanted: string, folder: string): Span | undefined {
  const [, from = ''] = / imported from (.+)$/m.exec(messageOf(error)) ?? []
  const file = projectFileAt(from, folder)
  const name = wanted.split('/').at(-1)
  const texts = file?.text.matchAll(/(['"])([^'"\n]*)\1/g) ?? []
  const found = [...texts].find(([, , text = '']) => text === wanted || text.split('/').at(-1) === name)
  return file === undefined || found === undefined
    ? undefined
    : { file, start: found.index, end: found.index + found[0].length }
}

/** Paths as they are from the project's folder. */
function shortened(message: string, folder: string): string {
  const texts = [`${pathToFileURL(folder).href}/`, `${folder}/`]
  return texts.reduce((text, prefix) => text.replaceAll(prefix, ''), message).replace(/\?stowage-rules=\d+/g, '')
}
