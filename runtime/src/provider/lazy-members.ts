/**
 * An object whose members are made when they are first asked for, and that cannot be changed. No promise, so that it may be
 * returned and awaited without harm.
 */
export function lazyMembers(names: ReadonlySet<string>, make: (name: string) => unknown): object {
  const made = new Map<string, unknown>()
  return new Proxy<object>(Object.create(null), {
    get(_, name) {
      if (typeof name !== 'string' || !names.has(name)) return undefined
      if (!made.has(name)) made.set(name, make(name))
      return made.get(name)
    },
    has: (_, name) => typeof name === 'string' && names.has(name),
    set: () => false,
    defineProperty: () => false,
  })
}
