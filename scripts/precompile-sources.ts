import { readFileSync, writeFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'

// Puts hand-written sources that are copied into the output into modules, so that the compiler needs no folder of them.

interface Copied {
  readonly folder: string
  readonly module: string
  readonly name: string
  readonly type: string
  readonly about: string
}

const all: readonly Copied[] = [
  {
    folder: 'templates/provider-db',
    module: 'generator/emit/package/support.gen.ts',
    name: 'supportFiles',
    type: 'SupportFile',
    about: 'A hand-written source of the package. Its path is below `src/`.',
  },
  {
    folder: 'templates/conformance',
    module: 'generator/emit/conformance/suite.gen.ts',
    name: 'suite',
    type: 'SuiteFile',
    about: 'A file of the tests. Its path is relative to their folder.',
  },
]

for (const { folder, module, name, type, about } of all) {
  const entries = globSync('**/*.ts', { cwd: folder })
    .sort()
    .map((path) => {
      const lines = readFileSync(`${folder}/${path}`, 'utf8').split('\n').slice(0, -1)
      const text = lines.map((line) => `      ${JSON.stringify(line)},\n`).join('')
      return `  {\n    path: ${JSON.stringify(path)},\n    text: [\n${text}      '',\n    ].join('\\n'),\n  },\n`
    })
  writeFileSync(
    module,
    `// Made by scripts/precompile-sources.ts from ${folder}/. Do not edit.

/** ${about} */
export interface ${type} {
  readonly path: string
  readonly text: string
}

export const ${name}: readonly ${type}[] = [
${entries.join('')}]
`,
  )
}
