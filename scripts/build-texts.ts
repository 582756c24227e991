import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Plugin } from 'rolldown'

interface Entry {
  readonly path: string
  readonly lines: readonly string[]
}

/**
 * Keeps texts that are only copied (`*.gen.json`) out of the code: a file beside the chunks, which is read as a whole and cut where
 * a text ends. As code they would be two thirds of what is parsed to generate. Each text comes in one piece instead of in lines.
 */
export function texts(): Plugin {
  return {
    name: 'texts',
    load: {
      filter: { id: /[.]gen[.]json$/ },
      handler(id) {
        const name = basename(id, '.json').replace('.gen', '.txt')
        const entries: readonly Entry[] = JSON.parse(readFileSync(id, 'utf8'))
        const whole = entries.map(({ path, lines }) => ({ path, text: lines.join('\n') }))
        this.emitFile({ type: 'asset', fileName: `chunks/${name}`, source: whole.map(({ text }) => text).join('') })
        const lengths = JSON.stringify(whole.map(({ path, text }) => [path, Buffer.byteLength(text)]))
        return { moduleType: 'js', code: reader(name, lengths) }
      },
    },
  }
}

function reader(name: string, lengths: string): string {
  return `import { readFileSync } from 'node:fs'
const bytes = readFileSync(new URL('./${name}', import.meta.url))
let from = 0
export default ${lengths}.map(([path, length]) => {
  const lines = [bytes.toString('utf8', from, from + length)]
  from += length
  return { path, lines }
})
`
}
