import { isBuiltin } from 'node:module'
import type { Plugin } from 'rolldown'

const imported = '\0builtin:'
const required = '\0required-builtin:'

/**
 * Takes modules of Node.js from `process.getBuiltinModule`. An import of `node:fs` makes Node.js read every property of it, and
 * with them load its promises and streams: some 3 ms each for `fs` and `util`, a tenth of an empty process.
 */
export function builtins(): Plugin {
  return {
    name: 'builtins',
    resolveId(id, importer, { kind }) {
      // What rolldown itself adds to a chunk comes before all others, these modules too.
      if (!isBuiltin(id) || importer?.startsWith('\0') === true) return undefined
      const name = id.replace(/^node:/, '')
      return { id: `${kind === 'require-call' ? required : imported}${name}`, moduleSideEffects: false }
    },
    load(id) {
      if (id.startsWith(required)) {
        const name = id.slice(required.length)
        return { code: `module.exports = process.getBuiltinModule('node:${name}')`, moduleType: 'js' }
      }
      return id.startsWith(imported) ? { code: facade(id.slice(imported.length)), moduleType: 'js' } : undefined
    },
  }
}

/** What is large and seldom called: loaded by the first call of one of its functions, and of nothing else than functions. */
const late: ReadonlySet<string> = new Set(['child_process', 'crypto'])

/**
 * Every name is picked by a call of its own, which goes where nobody imports the name. What is behind an accessor would be loaded
 * by a look at it, and has no name here.
 */
function facade(name: string): string {
  const described = Object.entries(Object.getOwnPropertyDescriptors(process.getBuiltinModule(name) ?? {}))
  const keys = described.flatMap(([key, { value }]) => {
    const wanted = late.has(name) ? typeof value === 'function' : value !== undefined
    return wanted && key !== 'default' && /^[A-Za-z_]\w*$/.test(key) ? [key] : []
  })
  const all = `process.getBuiltinModule('node:${name}')`
  return [
    ...(late.has(name)
      ? [
          `const pick = (key) => (...values) => ${all}[key](...values)`,
          `export default { ${keys.map((key) => `${key}: pick('${key}')`)} }`,
        ]
      : [`const all = ${all}`, 'export default all', 'const pick = (key) => all[key]']),
    ...keys.map((key, at) => `const picked${at} = /* @__PURE__ */ pick('${key}')\nexport { picked${at} as ${key} }`),
  ].join('\n')
}
