/** The address of an entity's page; absent where its path is not as the compiler makes it, so that nothing else is ever linked. */
export function pageAddress(base: string, page: string): string | undefined {
  if (!/^[a-z0-9-]+(\/[a-z0-9-]+)*\/?$/.test(page)) return undefined
  return `${base.endsWith('/') ? base : `${base}/`}${page}`
}
