// The floors of generator/, lowest first: a file imports only from its own floor and from floors below.
// Names that share an entry stand side by side and know nothing of each other.
export const floors = [
  ['base', 'live'],
  ['source'],
  ['diagnostic'],
  ['model'],
  ['stores'],
  ['front'],
  ['rules', 'capacity', 'coverage'],
  ['analysis-memory.ts'],
  ['analyze.ts'],
  ['api'],
  ['print'],
  ['figures'],
  ['catalog'],
  ['emit'],
  ['generate.ts'],
  ['generation.ts'],
  ['workspace', 'format', 'foreign', 'report'],
  ['site'],
  ['output'],
  ['lsp'],
  ['cli'],
]

/** Floors whose rooms (a file or a folder) do not know each other. */
const families = ['stores', 'rules', 'print', 'emit']

/** Files of a family that every room may know (its contract), and the list that knows every room. */
const contracts = '(store|rule|emitter)[.]ts'
const lists = 'index[.]ts'

/** What several rooms of a family stand on: it lies below them and knows none of them. */
const foundations = '^generator/(emit/typescript/|rules/(append-only|found|lint-each|repeated-keys)[.]ts$)'

const room = (name) => `^generator/${name.replace('.', '[.]')}(/|$)`
const anyOf = (names) => `(${names.map(room).join('|')})`

const upwards = floors.flatMap((names, level) =>
  names.flatMap((name) => {
    const above = [...names.filter((other) => other !== name), ...floors.slice(level + 1).flat()]
    if (above.length === 0) return []
    return [
      {
        name: `floor-${name}`,
        comment: `generator/${name} may not import from: ${above.join(', ')}`,
        severity: 'error',
        from: { path: room(name) },
        to: { path: anyOf(above) },
      },
    ]
  }),
)

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...upwards,
    {
      name: 'sideways',
      comment:
        'stores, rules, printers and emitters know nothing of their neighbours: move what they share a floor down',
      severity: 'error',
      from: { path: `^generator/(${families.join('|')})/([^/]+)`, pathNot: `/(${lists}|${contracts})$` },
      to: { path: '^generator/$1/', pathNot: `^generator/$1/($2(/|$)|${contracts}$)|${foundations}` },
    },
    {
      name: 'runtime-alone',
      comment: 'the data layer is a package of its own: it knows nothing of the compiler',
      severity: 'error',
      from: { path: '^runtime/' },
      to: { path: '^(generator|scripts|test|bench|generated|templates|site)/' },
    },
    {
      name: 'runtime-above',
      comment: 'of the data layer the compiler knows the shape of a description; only commands run its code',
      severity: 'error',
      from: { path: '^generator/', pathNot: '^generator/cli/' },
      to: { path: '^runtime/', pathNot: '^runtime/src/description/' },
    },
    {
      name: 'runtime-dependencies',
      comment: 'what the data layer imports is a dependency or a peer of its own package',
      severity: 'error',
      from: { path: '^runtime/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'] },
    },
    {
      name: 'disk',
      comment: 'only output/ and cli/ touch the disk and other processes',
      severity: 'error',
      from: { path: '^generator/', pathNot: '^generator/(output|cli)/' },
      to: { path: '^(node:)?(fs|fs/promises|child_process|worker_threads|os)$' },
    },
    {
      name: 'network',
      comment: 'the compiler never speaks to a network',
      severity: 'error',
      from: { path: '^generator/' },
      to: { path: '^(node:)?(http|https|http2|net|tls|dns|dns/promises|dgram)$' },
    },
    {
      name: 'house',
      comment: 'what is published imports nothing of scripts, tests, benchmarks or output',
      severity: 'error',
      from: { path: '^generator/' },
      to: { path: '^(scripts|test|bench|generated|templates)/' },
    },
    {
      // A development dependency is bundled; test/pack asks that what the bundle still imports is a dependency.
      name: 'declared-dependencies',
      comment:
        'a package that the compiler imports is declared: bundled as a development dependency, or installed as a dependency',
      severity: 'error',
      from: { path: '^generator/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-optional'] },
    },
    {
      name: 'unresolvable',
      comment: 'an import leads nowhere',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'cycle',
      comment: 'files that import each other in a ring cannot be understood one by one',
      severity: 'error',
      from: { path: '^(generator|runtime)/' },
      to: { circular: true },
    },
  ],
  options: {
    // TypeScript 7 has no parser that this tool can call; without swc it would see no module at all and be content.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(node_modules|dist|generated)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}
