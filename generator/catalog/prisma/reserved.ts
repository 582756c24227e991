/**
 * Names of models that Prisma's engine or its client generator refuses, or that the generated client could not be
 * written or used with: keywords and built-in types of TypeScript, and members that every client has.
 */
const refusedModels: ReadonlySet<string> = new Set(
  [
    'Prisma PrismaClient AND OR NOT',
    'String Int Float Boolean DateTime Json Bytes BigInt Decimal Unsupported',
    'async await break case catch class const continue debugger default delete do else enum export extends false',
    'finally for function if implements import in instanceof interface let new null package private protected public',
    'return super switch this throw true try using typeof var void while with yield static',
    'any as bigint boolean never number object string symbol undefined unknown',
    'Aggregate Constructor Then',
  ]
    .join(' ')
    .toLowerCase()
    .split(' '),
)

/** Fields with the names of Prisma's own operators could not be told from them in a filter. */
const refusedFields: ReadonlySet<string> = new Set(['AND', 'OR', 'NOT'])

/** The types that the client derives from the name of one model and that may be the name of another. */
const derivedPrefix = 'aggregate'
const derivedEndings = ['countoutputtype', 'scalar', 'unchecked']

/** Whether a model cannot be called so. `others`: the names of all models. All in lower case. */
export function isRefusedModel(name: string, others: ReadonlySet<string>): boolean {
  if (refusedModels.has(name)) return true
  if (name.startsWith(derivedPrefix) && others.has(name.slice(derivedPrefix.length))) return true
  return derivedEndings.some((ending) => name.endsWith(ending) && others.has(name.slice(0, -ending.length)))
}

export function isRefusedField(name: string): boolean {
  return refusedFields.has(name)
}
