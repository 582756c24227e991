import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'puppeteer'
import puppeteer from 'puppeteer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BrowserPlace, browserPlaces } from '../../generator/cli/drawing/browser-places.ts'
import { Drawer } from '../../generator/cli/drawing/drawer.ts'
import { findMermaid, type MermaidPackage } from '../../generator/cli/drawing/mermaid-package.ts'
import { allFigures, figuresOf } from '../../generator/figures/figures.ts'
import { inDark } from '../../generator/print/mermaid/theme.ts'
import { analyzeText } from '../support/analyze-text.ts'
import { requires } from '../support/requires.ts'

const folder = 'generated/diagrams'

/** One of each kind, and the largest: to draw all of them would take a minute. */
const some = [...globSync('*.mmd', { cwd: folder }), ...globSync('*/', { cwd: folder }).flatMap(firstIn)].sort()

function firstIn(kind: string): readonly string[] {
  return globSync(`${kind}/**/*.mmd`, { cwd: folder }).sort().slice(0, 1)
}

async function* only(origins: readonly BrowserPlace['origin'][]): AsyncIterable<BrowserPlace> {
  for await (const place of browserPlaces({ folder: process.cwd(), env: process.env })) {
    if (origins.includes(place.origin)) yield place
  }
}

async function start(origins: readonly BrowserPlace['origin'][]): Promise<Drawer | undefined> {
  const drawer = await Drawer.start(puppeteer, findMermaid(process.cwd()) as MermaidPackage, only(origins))
  return 'tried' in drawer ? undefined : drawer
}

/** The tags of an SVG, without its texts. */
function tagsOf(svg: string): readonly string[] {
  return svg.match(/<[^>]*>/g) ?? []
}

function expectHarmless(svg: string): void {
  expect(svg).toMatch(/^<svg id="d[0-9a-f]{8}" /)
  for (const tag of tagsOf(svg)) {
    expect(tag).not.toMatch(/^<(script|foreignObject|iframe|object|embed|img|image|animate|set)\b/i)
    expect(tag).not.toMatch(/\son[a-z]+\s*=/i)
    expect(tag).not.toMatch(/href="\s*(?!#)/i)
    expect(tag.replace(/xmlns(:\w+)?="[^"]*"/g, '')).not.toMatch(/https?:|javascript:/i)
  }
}

const hostile = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '"]; click a "javascript:alert(1)" %%{init: {"securityLevel": "loose"}}%%',
  "</text></svg><svg onload=alert(1)>]]><!-- & &amp; '",
  'end\n  click a call alert(1)\n  style a fill:url(https://example.com/x)',
]

const hostileSpec = hostile
  .map(
    (text, at) => `  Thing${at}:
    about: ${JSON.stringify(text)}
    use: [base_fields]
    postgres:
      fields:
        label: { type: string(40), about: ${JSON.stringify(text)} }
        next: { type: "ref(Thing${(at + 1) % hostile.length})?", about: ${JSON.stringify(text)} }`,
  )
  .join('\n')

describe.each([
  ['an installed browser', ['named', 'installed']],
  ['the browser of @sparticuz/chromium', ['packaged']],
] as const)('drawn by %s', { tags: ['full'] }, (_, origins) => {
  let drawer: Drawer | undefined
  let viewer: Browser | undefined

  beforeAll(async () => {
    drawer = await start(origins)
    for await (const { path, args, env } of only(origins)) {
      viewer ??= await puppeteer
        .launch({ executablePath: path, args: [...args], env: { ...process.env, ...env } })
        .catch(() => undefined)
    }
  })
  afterAll(async () => {
    await drawer?.close()
    await viewer?.close()
  })

  requires(() => drawer !== undefined || 'no such browser starts here')

  /** The drawing of a text and its size in an `<img>`, which shows nothing but sound XML. */
  async function drawn(text: string): Promise<{ readonly svg: string; readonly size: readonly number[] }> {
    const drawing = await drawer?.draw(text)
    if (drawing === undefined || 'refusal' in drawing) throw new Error(drawing?.refusal)
    const page = await viewer?.newPage()
    try {
      await page?.setContent(`<img src="data:image/svg+xml;base64,${Buffer.from(drawing.svg).toString('base64')}">`)
      const size = await page?.$eval('img', (image) =>
        image.decode().then(() => [image.naturalWidth, image.naturalHeight]),
      )
      return { svg: drawing.svg, size: size ?? [] }
    } finally {
      await page?.close()
    }
  }

  async function refusalOf(text: string): Promise<string> {
    const drawing = await drawer?.draw(text)
    return drawing !== undefined && 'refusal' in drawing ? drawing.refusal : 'none'
  }

  test.each(some)('%s', async (path) => {
    const text = readFileSync(join(folder, path), 'utf8')
    const { svg, size } = await drawn(text)
    expectHarmless(svg)
    expect(size[0]).toBeGreaterThan(100)
    expect(size[1]).toBeGreaterThan(50)
    const [, title = ''] = /^title: "(.*)"$/m.exec(text) ?? []
    for (const word of title.split(' ')) expect(svg).toContain(word)
    expect(await drawer?.draw(text)).toEqual({ svg })
  })

  test('what cannot be drawn is refused in words, and the next one is drawn', async () => {
    expect(await refusalOf(`erDiagram\n${'  a ||--o{ b : "c"\n'.repeat(3_000)}`)).toBe(
      'Maximum text size in diagram exceeded',
    )
    expect(await refusalOf('flowchart LR\n  a -->\n')).toContain('Parse error on line')
    expect(await refusalOf(`flowchart LR\n${'  a --> b\n'.repeat(600)}`)).toContain('Edge limit exceeded')
    expect(await refusalOf('')).toContain('No diagram type detected')
    expect(await refusalOf('this is no diagram')).toContain('No diagram type detected')
    const { size } = await drawn('flowchart LR\n  a["Maximum text size in diagram exceeded"] --> b\n')
    expect(size[0]).toBeGreaterThan(100)
  })

  test('what takes too long is given up, and the next one is drawn by a new browser', async () => {
    expect(await drawer?.draw(readFileSync(join(folder, 'sql/all.mmd'), 'utf8'), 1)).toEqual({
      refusal: 'it takes longer than 0.001 s',
    })
    expect((await drawn('flowchart LR\n  a --> b\n')).size[0]).toBeGreaterThan(100)
  })

  test('hostile texts of a spec are drawn as texts', async () => {
    const { model, diagnostics } = analyzeText(`entities:\n${hostileSpec}\n`)
    if (model === undefined) throw new Error(diagnostics[0]?.message)
    for (const { text } of allFigures(figuresOf(model)).slice(0, 4)) {
      expectHarmless((await drawn(text)).svg)
      expectHarmless((await drawn(inDark(text))).svg)
    }
  })

  test('a diagram that asks for more rights gets none', async () => {
    const asking = `%%{init: {"securityLevel": "loose", "themeCSS": "* { background: url(https://example.com/a) }"}}%%
flowchart LR
  a["<img src='https://example.com/b' onerror='alert(1)'>label"] --> b["<script>alert(1)</script>x"]
  click a call alert(1)
  click b "javascript:alert(1)"
`
    const { svg } = await drawn(asking)
    expectHarmless(svg)
    expect(svg).not.toContain('example.com')
  })
})

test('drawings are the same from one browser to the next of its kind', { tags: ['full'] }, async ({ skip }) => {
  const text = readFileSync(join(folder, some[0] ?? ''), 'utf8')
  const drawers = [await start(['named', 'installed', 'packaged']), await start(['named', 'installed', 'packaged'])]
  if (drawers.includes(undefined)) skip('no Chrome or Chromium is installed')
  const [first, second] = await Promise.all(drawers.map((drawer) => drawer?.draw(text)))
  await Promise.all(drawers.map((drawer) => drawer?.close()))
  expect(first).toEqual(second)
})
