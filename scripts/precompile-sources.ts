import { readFileSync, writeFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'

// Puts hand-written sources that are copied into the output into modules, so that the compiler needs no folder of them.

interface Copied {
  /** Where the sources are, and below which folder of the output each lot goes. */
  readonly folders: readonly { readonly from: string; readonly below: string; readonly only?: readonly string[] }[]
  readonly module: string
  readonly name: string
  readonly type: string
  readonly about: string
}

const all: readonly Copied[] = [
  {
    folders: [
      { from: 'templates/provider-db', below: '' },
      // What speaks to servers is the same in the package and in the command line.
      { from: 'generator/live', below: 'live/' },
    ],
    module: 'generator/emit/package/support.gen.ts',
    name: 'supportFiles',
    type: 'SupportFile',
    about: 'A hand-written source of the package. Its path is below `src/`.',
  },
  {
    folders: [
      { from: 'templates/conformance', below: '' },
      // What reads a live database, and says where it is not as described.
      {
        from: 'generator/live',
        below: 'live/postgres/catalog/',
        only: ['report.ts', 'postgres/{client,description,verify}.ts', 'postgres/{compare,read}/*.ts'],
      },
      {
        from: 'generator/live',
        below: 'live/mongo/catalog/',
        only: ['report.ts', 'mongo/!(apply*).ts'],
      },
      {
        from: 'generator/live',
        below: 'live/s3/catalog/',
        only: ['report.ts', 's3/!(apply|create-bucket|mend).ts', 's3/aspects/*.ts'],
      },
    ],
    module: 'generator/emit/conformance/suite.gen.ts',
    name: 'suite',
    type: 'SuiteFile',
    about: 'A file of the tests. Its path is relative to their folder.',
  },
]

for (const { folders, module, name, type, about } of all) {
  const sources = folders.flatMap(({ from, below, only = ['**/*.ts'] }) =>
    globSync([...only], { cwd: from }).map((file) => ({ file: `${from}/${file}`, path: `${below}${file}` })),
  )
  const entries = sources
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ file, path }) => {
      const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1)
      const text = lines.map((line) => `      ${JSON.stringify(line)},\n`).join('')
      return `  {\n    path: ${JSON.stringify(path)},\n    text: [\n${text}      '',\n    ].join('\\n'),\n  },\n`
    })
  writeFileSync(
    module,
    `// Made by scripts/precompile-sources.ts from ${folders.map(({ from }) => `${from}/`).join(' and ')}. Do not edit.

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
