/** Whether a file belongs to an installed package: `rules.extends` may name one, which is another's to change. */
export function isInPackage(path: string): boolean {
  return path.split('/').includes('node_modules')
}
