/** A schema without what prisma-ast's printer leaves as it likes: empty lines, and blanks before columns. */
export function squeezed(text: string): string {
  return text
    .replace(/(,?) +/g, (_, comma) => comma || ' ')
    .replace(/\n{2,}/g, '\n')
    .trim()
}
