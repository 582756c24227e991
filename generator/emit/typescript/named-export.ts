import type { ExportDeclaration } from '../../print/typescript/tree.ts'

/** What of a file an entry point shows; types and values in turn. */
export function namedExport(
  moduleSpecifier: string,
  { types = [], values = [] }: { readonly types?: readonly string[]; readonly values?: readonly string[] },
): ExportDeclaration {
  if (values.length === 0) {
    return { kind: 'export', moduleSpecifier, isTypeOnly: true, namedExports: types.map((name) => ({ name })) }
  }
  const namedExports = [...types.map((name) => ({ name, isTypeOnly: true })), ...values.map((name) => ({ name }))]
  return { kind: 'export', moduleSpecifier, namedExports }
}

/** The words in which every store says what was done and what differs. */
export const reportExport: ExportDeclaration = namedExport('../live/report.ts', {
  types: ['ApplyOptions', 'ApplyReport', 'Difference'],
})
