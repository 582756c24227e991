/** The first of `name`, `name_`, `name__` ... that may be used. */
export function freeName(name: string, isTaken: (candidate: string) => boolean): string {
  let candidate = name
  while (isTaken(candidate)) candidate += '_'
  return candidate
}
