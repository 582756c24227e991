import { byCodeUnit } from '../../base/order.ts'
import type { ImportDeclaration } from '../../print/typescript/tree.ts'

/** Gathers what a file uses of others, while the file is made. Paths are below `src/`, or names of packages. */
export class Imports {
  readonly #folder: readonly string[]
  readonly #self: string
  readonly #modules = new Map<string, Map<string, 'type' | 'value'>>()

  /** `self`: the file's own path below `src/`; what it declares is not imported. */
  constructor(self: string) {
    this.#self = self
    this.#folder = self.split('/').slice(0, -1)
  }

  /** Uses a type; gives its name back. */
  type(name: string, from: string): string {
    return this.#add(name, from, 'type')
  }

  /** Uses a value, which may be a type too; gives its name back. */
  value(name: string, from: string): string {
    return this.#add(name, from, 'value')
  }

  #add(name: string, from: string, use: 'type' | 'value'): string {
    if (from === this.#self) return name
    const names = this.#modules.get(from) ?? new Map<string, 'type' | 'value'>()
    this.#modules.set(from, names)
    if (names.get(name) !== 'value') names.set(name, use)
    return name
  }

  /** Packages first, then files from far to near, as import sorters have it. */
  declarations(): readonly ImportDeclaration[] {
    return [...this.#modules]
      .map(([from, names]) => ({ specifier: this.#specifier(from), names }))
      .sort((a, b) => compareDistance(a.specifier, b.specifier) || byCodeUnit(a.specifier, b.specifier))
      .map(({ specifier, names }) => declaration(specifier, names))
  }

  #specifier(from: string): string {
    if (!from.endsWith('.ts')) return from
    const target = from.split('/')
    let shared = 0
    while (shared < this.#folder.length && this.#folder[shared] === target[shared]) shared += 1
    const up = this.#folder.length - shared
    return `${up === 0 ? './' : '../'.repeat(up)}${target.slice(shared).join('/')}`
  }
}

/** How many folders up a specifier leads; a package is farthest. */
function distance(specifier: string): number {
  return specifier.startsWith('.') ? specifier.split('../').length : Number.MAX_SAFE_INTEGER
}

function compareDistance(a: string, b: string): number {
  return distance(b) - distance(a)
}

function declaration(moduleSpecifier: string, names: ReadonlyMap<string, 'type' | 'value'>): ImportDeclaration {
  const sorted = [...names].sort(([a], [b]) => byCodeUnit(a.toLowerCase(), b.toLowerCase()) || byCodeUnit(a, b))
  const isTypeOnly = sorted.every(([, use]) => use === 'type')
  return {
    kind: 'import',
    moduleSpecifier,
    ...(isTypeOnly ? { isTypeOnly } : {}),
    namedImports: sorted.map(([name, use]) => (use === 'type' && !isTypeOnly ? { name, isTypeOnly: true } : { name })),
  }
}
