import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { SourceFile, Span } from '../source/source-file.ts'

export function sqlSyntax(span: Span, reason: string): Diagnostic {
  return {
    code: 'foreign/sql-syntax',
    severity: 'error',
    message: `PostgreSQL cannot read this: ${reason}`,
    span,
    help: 'mend the statement; until then what it makes is not checked',
  }
}

export function nulCharacter(span: Span): Diagnostic {
  return {
    code: 'foreign/sql-syntax',
    severity: 'error',
    message: 'PostgreSQL cannot read this: the character 0 ends the text for it',
    span,
    help: 'remove it; the text behind it is read as if it were a space',
  }
}

export function psqlCommand(span: Span): Diagnostic {
  return {
    code: 'foreign/psql-command',
    severity: 'warning',
    message: 'a command of psql is not followed: what it would bring in is not checked',
    span,
    help: 'name a file that it includes as a file to check, in its place in the order',
  }
}

export function prismaSyntax(span: Span, reason: string): Diagnostic {
  return {
    code: 'foreign/prisma-syntax',
    severity: 'error',
    message: `this is no Prisma schema: ${reason}`,
    span,
    help: 'mend it; `prisma validate` says more. Until then this block is not checked',
  }
}

export function unreadableFile(file: SourceFile, reason: string): Diagnostic {
  return {
    code: 'foreign/unreadable-file',
    severity: 'error',
    message: `the file cannot be checked: ${reason}`,
    span: { file, start: 0, end: 0 },
  }
}
