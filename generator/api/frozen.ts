/**
 * Makes what somebody else's code is about to see unchangeable, all the way down: a rule that sorted a list of the model in
 * place would change what is generated. What is frozen already is not looked into again, so that the second rule costs
 * nothing. Lists and plain objects alone: maps are look-ups of what the lists hold.
 */
export function frozen<T extends object>(root: T): T {
  const open: object[] = [root]
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (Object.isFrozen(value) || !isPlain(value)) continue
    Object.freeze(value)
    for (const held of Object.values(value)) if (typeof held === 'object' && held !== null) open.push(held)
  }
  return root
}

function isPlain(value: object): boolean {
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype
}
