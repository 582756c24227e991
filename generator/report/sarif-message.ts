/** A plain message of SARIF knows links, `[text](target)`: a text of a spec must not become one. */
export function plain(text: string): string {
  return text.replaceAll('](', '] (')
}
