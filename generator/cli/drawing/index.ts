import { DrawnBefore } from '../../output/drawings/drawn-before.ts'
import type { FileSystem } from '../../output/file-system.ts'
import { nodeFileSystem } from '../../output/file-system.ts'
import { importPeer } from '../peer-package.ts'
import { browserPlaces, browserVariable } from './browser-places.ts'
import { DrawingCache } from './cache.ts'
import { Drawer } from './drawer.ts'
import type {
  DrawingResult,
  DrawingSurroundings,
  FailedDrawing,
  MissingForDrawing,
  OnDrawing,
  WantedDrawing,
} from './drawing.ts'
import { makerOf } from './maker.ts'
import { findMermaid } from './mermaid-package.ts'
import type { Launcher } from './start-browser.ts'

/**
 * Draws Mermaid texts as SVG, with one browser and one page for all of them; what was drawn before is taken from the
 * cache of the project. Never throws for what a diagram holds or for what is not installed: the result says so.
 */
export async function drawAll(
  wanted: readonly WantedDrawing[],
  surroundings: DrawingSurroundings,
  onDrawing: OnDrawing = () => {},
  fs: FileSystem = nodeFileSystem,
): Promise<DrawingResult> {
  const drawn = new Map<string, string>()
  const failed: FailedDrawing[] = []
  if (wanted.length === 0) return { drawn, failed, cached: 0 }
  const mermaid = findMermaid(surroundings.folder)
  if (mermaid === undefined)
    return { drawn, failed, cached: 0, missing: packageMissing('@mermaid-js/mermaid-cli', wanted.length) }
  const known = { drawn, failed, mermaid: mermaid.version, maker: makerOf(mermaid.version) }
  const cache = new DrawingCache(surroundings.folder, known.maker, fs)
  const { drawings } = surroundings
  const before = drawings === undefined ? undefined : new DrawnBefore(drawings, known.maker, fs)
  const left: WantedDrawing[] = []
  for (const drawing of wanted) {
    const svg = before?.get(drawing.text) ?? cache.get(drawing.text)
    if (svg === undefined) left.push(drawing)
    else drawn.set(drawing.name, svg)
  }
  const cached = drawn.size
  if (left.length === 0) return { ...known, cached }
  const launcher = await importLauncher(surroundings.folder)
  if (launcher === undefined) return { ...known, cached, missing: packageMissing('puppeteer', left.length) }
  const drawer = await Drawer.start(launcher, mermaid, browserPlaces(surroundings))
  if ('tried' in drawer) return { ...known, cached, missing: browserMissing(drawer.tried, left.length) }
  try {
    for (const [index, { name, text }] of left.entries()) {
      onDrawing(index + 1, left.length, name)
      const drawing = await drawer.draw(text)
      if ('refusal' in drawing) {
        failed.push({ name, reason: drawing.refusal })
        continue
      }
      cache.set(text, drawing.svg)
      drawn.set(name, drawing.svg)
    }
  } finally {
    await drawer.close()
  }
  return { ...known, cached, browser: drawer.browserName }
}

/** Puppeteer exports what launches a browser twice: by itself, and as its default. */
async function importLauncher(folder: string): Promise<Launcher | undefined> {
  const module = await importPeer(folder, 'puppeteer')
  const exported = module !== undefined && 'default' in module ? module.default : module
  if (typeof exported !== 'object' || exported === null || !('launch' in exported)) return undefined
  return exported as Launcher
}

function packageMissing(name: string, left: number): MissingForDrawing {
  return {
    left,
    reason: `the package ${name} is not installed`,
    tried: [],
    hint: 'npm install --save-dev @mermaid-js/mermaid-cli puppeteer',
  }
}

function browserMissing(tried: readonly string[], left: number): MissingForDrawing {
  return {
    left,
    reason: tried.length === 0 ? 'no Chrome or Chromium was found' : 'no Chrome or Chromium starts',
    tried,
    hint: `install Chrome or Chromium, or set ${browserVariable}; on Linux: npm install --save-dev @sparticuz/chromium`,
  }
}
