import { write } from '../output/trees.ts'

/**
 * Puts packages into a project that stand in for Mermaid, Puppeteer and a browser: a drawing quotes its text's first line
 * and length, a text with the word "Unpaintable" is refused, and while `broken` is there no browser starts.
 */
export function withFakePackages(folder: string, { mermaid = '12.0.0' }: { readonly mermaid?: string } = {}): void {
  const cli = 'node_modules/@mermaid-js/mermaid-cli'
  write(folder, `${cli}/package.json`, JSON.stringify({ name: '@mermaid-js/mermaid-cli', main: 'index.js' }))
  write(folder, `${cli}/index.js`, '')
  write(folder, 'node_modules/mermaid/package.json', JSON.stringify({ name: 'mermaid', version: mermaid }))
  write(folder, 'node_modules/mermaid/dist/mermaid.min.js', '')
  write(
    folder,
    'node_modules/puppeteer/package.json',
    JSON.stringify({ name: 'puppeteer', type: 'module', main: 'a.js' }),
  )
  write(folder, 'node_modules/puppeteer/a.js', puppeteer)
  // Found before the real one, which would be unpacked.
  const chromium = 'node_modules/@sparticuz/chromium'
  write(
    folder,
    `${chromium}/package.json`,
    JSON.stringify({ type: 'module', version: '0.0.1', main: 'build/index.js' }),
  )
  write(folder, `${chromium}/build/index.js`, "export const inflate = async () => ''\n")
}

/** Named by the variable, so that it is asked before any browser of the machine. */
export const fakeBrowser = { PUPPETEER_EXECUTABLE_PATH: '/fake/browser' } as const

/** From now on no browser starts in the project. */
export function breakBrowsers(folder: string): void {
  write(folder, 'node_modules/puppeteer/broken', '')
}

const puppeteer = `import { existsSync } from 'node:fs'
const nothing = async () => {}
const page = {
  setRequestInterception: nothing, on() {}, setViewport: nothing, setContent: nothing, addScriptTag: nothing, close: nothing,
  async evaluate(work, ...args) {
    if (args.length !== 2) return
    const [id, text] = args
    if (text.includes('Unpaintable')) return { refusal: 'Parse error on line 7' }
    return { svg: '<svg id="' + id + '">' + text.length + '</svg>' }
  },
}
export default {
  async launch({ executablePath }) {
    if (existsSync(new URL('broken', import.meta.url))) throw new Error('Failed to launch\\n\\nno usable display')
    return { connected: true, version: async () => 'Fake/1.2.3', newPage: async () => page, close: nothing }
  },
}
`
