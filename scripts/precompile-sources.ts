import { readFileSync, writeFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'

// Puts hand-written sources that are copied into the output into JSON modules, so that the compiler needs no folder of them: by path,
// line by line, so that a change of one is a change of its line. As TypeScript they would take four times as long to read.

interface Copied {
  /** Where the sources are, and below which folder of the output each lot goes. */
  readonly folders: readonly { readonly from: string; readonly below: string; readonly only?: readonly string[] }[]
  readonly module: string
}

const all: readonly Copied[] = [
  {
    folders: [
      { from: 'templates/provider-db', below: '' },
      // What speaks to servers is the same in the package and in the command line.
      { from: 'generator/live', below: 'live/' },
    ],
    module: 'generator/emit/package/support.gen.json',
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
    module: 'generator/emit/conformance/suite.gen.json',
  },
]

for (const { folders, module } of all) {
  const sources = folders.flatMap(({ from, below, only = ['**/*.ts'] }) =>
    globSync([...only], { cwd: from }).map((file) => ({ file: `${from}/${file}`, path: `${below}${file}` })),
  )
  const files = sources
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ file, path }) => ({ path, lines: readFileSync(file, 'utf8').split('\n') }))
  writeFileSync(module, `${JSON.stringify(files, undefined, 1)}\n`)
}
