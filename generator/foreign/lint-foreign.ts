import { Collector } from '../diagnostic/collector.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { SuppressedDiagnostic } from '../diagnostic/suppression.ts'
import type { CommentStyle } from '../front/suppress/comments.ts'
import { suppress } from '../front/suppress/suppress.ts'
import type { Model } from '../model/model.ts'
import type { SourceFile } from '../source/source-file.ts'
import { checkSchema } from './check/check-schema.ts'
import { prismaComments, sqlComments } from './comment-styles.ts'
import { decode } from './decode.ts'
import { advisePrisma } from './prisma/advice.ts'
import { readPrisma } from './prisma/read-prisma.ts'
import type { RawFile } from './raw-file.ts'
import { adviseSql } from './sql/advice.ts'
import { loadPgParser } from './sql/pg-parser.ts'
import { readSql } from './sql/read-sql.ts'
import type { ForeignSchema } from './tree.ts'

/** Files that somebody wrote by hand. Those of SQL in the order in which they are run. */
export interface ForeignFiles {
  readonly prisma: readonly RawFile[]
  readonly sql: readonly RawFile[]
}

/** What was found in them. */
export interface ForeignFindings {
  /** How many models and views of Prisma, and how many tables and views of SQL there are. */
  readonly models: number
  readonly tables: number
  readonly files: readonly SourceFile[]
  readonly diagnostics: readonly Diagnostic[]
  readonly suppressed: readonly SuppressedDiagnostic[]
}

/** Holds hand-written files to the conventions of a spec. The files of each language are one schema. */
export async function lintForeign(files: ForeignFiles, model: Model): Promise<ForeignFindings> {
  const prisma = lintPrisma(files.prisma, model)
  const sql = await lintSql(files.sql, model)
  const collector = new Collector()
  for (const diagnostic of [...prisma.diagnostics, ...sql.diagnostics]) collector.report(diagnostic)
  return {
    models: prisma.models,
    tables: sql.tables,
    files: [...prisma.files, ...sql.files],
    diagnostics: collector.sorted(),
    suppressed: [...prisma.suppressed, ...sql.suppressed],
  }
}

function lintPrisma(raw: readonly RawFile[], model: Model): ForeignFindings {
  const collector = new Collector()
  const files = raw.map((file) => decode(file, collector.report))
  const schema = readPrisma(files, collector.report)
  checkSchema(schema, model, advisePrisma, collector.report)
  return { models: schema.tables.length, tables: 0, ...answered(schema, collector, prismaComments) }
}

async function lintSql(raw: readonly RawFile[], model: Model): Promise<ForeignFindings> {
  const collector = new Collector()
  const files = raw.map((file) => decode(file, collector.report))
  if (files.length === 0) return { models: 0, tables: 0, files, diagnostics: [], suppressed: [] }
  const parser = await loadPgParser()
  const schema = readSql(files, parser, collector.report)
  checkSchema(schema, model, adviseSql, collector.report)
  return { models: 0, tables: schema.tables.length, ...answered(schema, collector, sqlComments) }
}

/** Sets apart what a comment answers for. */
function answered(
  { files }: ForeignSchema,
  collector: Collector,
  style: CommentStyle,
): Omit<ForeignFindings, 'models' | 'tables'> {
  const found = collector.sorted()
  const answers = suppress(files, found, new Set(), collector.report, style)
  return {
    files,
    diagnostics: collector.sorted().filter((diagnostic) => !answers.has(diagnostic)),
    suppressed: found.flatMap((diagnostic) => {
      const suppression = answers.get(diagnostic)
      return suppression === undefined ? [] : [{ diagnostic, suppression }]
    }),
  }
}
