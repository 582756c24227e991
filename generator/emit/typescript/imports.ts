import { byCodeUnit } from '../../base/order.ts'
import type { Code } from '../../print/typescript/code.ts'
import type { ImportDeclaration, NamedImport } from '../../print/typescript/tree.ts'

/** Who is told what a file uses of others. Paths are below `src/`, or names of packages. */
export interface Uses {
  /** Uses a type; gives its name back. */
  type(name: string, from: string): string
  /** Uses a value, which may be a type too; gives its name back. */
  value(name: string, from: string): string
}

/** Takes no note: for what is looked at and not written. */
export const unnoted: Uses = { type: (name) => name, value: (name) => name }

/** Gathers what a file uses of others, while the file is made. */
export class Imports implements Uses {
  readonly #folder: readonly string[]
  readonly #self: string
  readonly #modules = new Map<string, Map<string, 'type' | 'value'> | Code>()

  /** `self`: the file's own path below `src/`; what it declares is not imported. */
  constructor(self: string) {
    this.#self = self
    this.#folder = self.split('/').slice(0, -1)
  }

  type(name: string, from: string): string {
    if (from !== this.#self) {
      const names = this.#namesFrom(from)
      if (!names.has(name)) names.set(name, 'type')
    }
    return name
  }

  value(name: string, from: string): string {
    if (from !== this.#self) this.#namesFrom(from).set(name, 'value')
    return name
  }

  #namesFrom(from: string): Map<string, 'type' | 'value'> {
    const known = this.#modules.get(from)
    if (known instanceof Map) return known
    const names = new Map<string, 'type' | 'value'>()
    this.#modules.set(from, names)
    return names
  }

  /** Takes over all that is used of another file, as it is declared in this one already. */
  include(from: string, declaration: Code): void {
    this.#modules.set(from, declaration)
  }

  /** Packages first, then files from far to near, as import sorters have it. */
  declarations(): readonly ImportDeclaration[] {
    return [...this.#modules]
      .map(([from, names]) => ({ ...this.#placeOf(from), names }))
      .sort((a, b) => b.distance - a.distance || byCodeUnit(a.specifier, b.specifier))
      .map(({ specifier, names }) =>
        names instanceof Map
          ? namedImport(specifier, names)
          : { kind: 'import', moduleSpecifier: specifier, printed: names },
      )
  }

  /** How a module is called from here, and how many folders up that leads; a package is farthest. */
  #placeOf(from: string): { readonly specifier: string; readonly distance: number } {
    if (!from.endsWith('.ts')) return { specifier: from, distance: Number.MAX_SAFE_INTEGER }
    const target = from.split('/')
    let shared = 0
    while (shared < this.#folder.length && this.#folder[shared] === target[shared]) shared += 1
    const up = this.#folder.length - shared
    return { specifier: `${up === 0 ? './' : '../'.repeat(up)}${target.slice(shared).join('/')}`, distance: up }
  }
}

/** How one file declares what it uses of another. */
export function namedImport(moduleSpecifier: string, names: ReadonlyMap<string, 'type' | 'value'>): NamedImport {
  const sorted = [...names].sort(([a], [b]) => byCodeUnit(a.toLowerCase(), b.toLowerCase()) || byCodeUnit(a, b))
  const isTypeOnly = sorted.every(([, use]) => use === 'type')
  return {
    kind: 'import',
    moduleSpecifier,
    ...(isTypeOnly ? { isTypeOnly } : {}),
    namedImports: sorted.map(([name, use]) => (use === 'type' && !isTypeOnly ? { name, isTypeOnly: true } : { name })),
  }
}
