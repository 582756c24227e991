import { type Palette, plainPalette } from '../diagnostic/palette.ts'

/** A page of this project's own documentation for a terminal: set off by colour where there is any, else as it is. */
export function renderMarkdown(text: string, palette: Palette): string {
  if (palette === plainPalette) return text
  let inCode = false
  const lines = text.split('\n').map((line) => {
    if (line.startsWith('```')) {
      inCode = !inCode
      return undefined
    }
    if (inCode) return `    ${palette.dim(line)}`
    const heading = /^#+ (.*)$/.exec(line)
    return heading === null ? inline(line, palette) : palette.bold(inline(heading[1] ?? '', palette))
  })
  return lines.filter((line) => line !== undefined).join('\n')
}

function inline(line: string, palette: Palette): string {
  return line
    .replace(/`([^`]+)`/g, (_, code: string) => palette.cyan(code))
    .replace(/\*\*([^*]+)\*\*/g, (_, strong: string) => palette.bold(strong))
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
}
