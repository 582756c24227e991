/** `created_on` as `createdOn`: what a column is called by the peers that speak JavaScript. */
export function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
