/** A fenced block of a page. */
export interface Block {
  /** `yaml`, `console`, `diff` and so on; empty where none is named. */
  readonly language: string
  /** The file that the block is about: `title="spec/stowage.yaml"`. */
  readonly title: string | undefined
  readonly text: string
  /** Where `text` starts in the page. */
  readonly at: number
}

export function blocksOf(page: string): readonly Block[] {
  return [...page.matchAll(/^```([^\n`]*)\n(.*?)^```$/gms)].map((match) => {
    const [, info = '', text = ''] = match
    const title = /\btitle="([^"]*)"/.exec(info)?.[1]
    return { language: info.split(' ')[0] ?? '', title, text, at: match.index + 3 + info.length + 1 }
  })
}
