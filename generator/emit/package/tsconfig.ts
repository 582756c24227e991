/** The text of tsconfig.json: as strict as can be, JavaScript and declarations to `dist`. */
export function tsconfig(): string {
  const compilerOptions = {
    target: 'es2024',
    lib: ['es2024'],
    module: 'nodenext',
    types: ['node'],
    rootDir: 'src',
    outDir: 'dist',
    declaration: true,
    sourceMap: false,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noImplicitOverride: true,
    noPropertyAccessFromIndexSignature: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    rewriteRelativeImportExtensions: true,
    skipLibCheck: true,
    forceConsistentCasingInFileNames: true,
  }
  const text = JSON.stringify({ compilerOptions, include: ['src'] }, null, 2)
  // Lists of one item on one line, as formatters leave them.
  return `${text.replace(/\[\n\s+("[^"]*")\n\s+\]/g, '[$1]')}\n`
}
