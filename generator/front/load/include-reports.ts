import { didYouMean } from '../../base/did-you-mean.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { lineStarts, positionAt, type SourceFile } from '../../source/source-file.ts'
import { limits } from '../parse/limits.ts'
import type { Include } from './include-line.ts'
import type { SpecReadError } from './spec-reader.ts'

/** The project file is not there. */
export function missingFile(path: string): Diagnostic {
  return {
    code: 'project/missing-file',
    severity: 'error',
    message: `there is no file \`${path}\``,
    help: 'name the project file, or start one with `stowage init`',
  }
}

export function unreadableFile(path: string, error: SpecReadError, include?: Include): Diagnostic {
  return {
    code: 'project/unreadable-file',
    severity: 'error',
    message: `\`${path}\` cannot be read: ${error.message}`,
    ...(include === undefined ? {} : { span: include.span }),
    help: 'check that it is a file and that its permissions let you read it',
  }
}

/** `files` are those that are there, for a guess. */
export function missingInclude(include: Include, pattern: string, files: readonly string[]): Diagnostic {
  const last = pattern.split('/').at(-1) ?? ''
  const folders = new Set(files.map((file) => file.split('/').slice(0, -1).concat(last).join('/')))
  const glob = /[*?]/.test(last)
  const near = didYouMean(pattern, glob ? folders : files)
  return {
    code: 'project/missing-include',
    severity: 'error',
    message: glob ? `no file matches \`${pattern}\`` : `there is no file \`${pattern}\``,
    span: include.span,
    label: near.length > 0 ? `did you mean ${near.map((name) => `\`${name}\``).join(', ')}?` : 'matches nothing',
    help: `paths are relative to the file that ${include.of === 'rules' ? 'names' : 'includes'} them`,
  }
}

export function outsideInclude(include: Include): Diagnostic {
  return {
    code: 'project/outside-include',
    severity: 'error',
    message: `\`${include.pattern}\` leads out of the project's folder`,
    span: include.span,
    label: include.pattern.includes('\\') ? 'parts of a path are separated by `/`' : 'outside the project',
    help: 'a spec reads only what lies in its own folder: move the file there and name it by a relative path',
  }
}

/** How many files of a ring a report names. */
const longestRing = 6

/** `ring` holds the files from the one that is included again to the one that includes it. */
export function cyclicInclude(include: Include, ring: readonly string[]): Diagnostic {
  const first = ring[0] ?? ''
  const verb = include.of === 'rules' ? 'extend' : 'include'
  const path = ring.length > longestRing ? [...ring.slice(0, longestRing - 1), '...', ...ring.slice(-1)] : ring
  return {
    code: 'project/cyclic-include',
    severity: 'error',
    message:
      ring.length === 1
        ? `\`${first}\` ${verb}s itself`
        : `files ${verb} one another: ${[...path, first].map((file) => (file === '...' ? file : `\`${file}\``)).join(' -> ')}`,
    span: include.span,
    label: 'closes the ring',
    help:
      include.of === 'rules'
        ? 'leave this line out: the rules of a file hold wherever it is extended'
        : 'leave this line out: a file sees what every other file of the spec declares, whoever includes it',
  }
}

export function tooManyFiles(include: Include): Diagnostic {
  return {
    code: 'project/too-many-files',
    severity: 'error',
    message: `the spec has more than ${limits.files.toLocaleString('en-US')} files`,
    span: include.span,
    label: 'one file too many',
    help: 'make the glob narrower, or put several domains into one file',
  }
}

/** `at` is the offset of the first character that is none. */
export function notUtf8(file: SourceFile, at: number, bytes: Uint8Array): Diagnostic {
  const { line } = positionAt(lineStarts(file.text), at)
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return {
    code: 'syntax/not-utf8',
    severity: 'error',
    message: utf16 ? 'the file is UTF-16, not UTF-8' : `line ${line} is not UTF-8`,
    span: { file, start: at, end: at + 1 },
    label: 'the first byte that is not',
    help: 'save the file as UTF-8',
  }
}
