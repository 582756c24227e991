import picocolors from 'picocolors'
import { type Palette, plainPalette } from '../diagnostic/palette.ts'
import type { Io, Sink } from './io.ts'

/** What was asked for on the command line; absent where nothing was. */
export type ColourWish = boolean | undefined

/** The palette for a stream: the command line, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal. */
export function paletteFor(sink: Sink, env: Io['env'], wish: ColourWish): Palette {
  if (!isColoured(sink, env, wish)) return plainPalette
  const colours = picocolors.createColors(true)
  return sink.isTTY ? { ...colours, link: hyperlink } : colours
}

/** OSC 8, which a terminal that does not know it leaves out. The address is one of `docs.url`: letters, digits, marks. */
function hyperlink(text: string, address: string): string {
  return `\u001b]8;;${address}\u001b\\${text}\u001b]8;;\u001b\\`
}

function isColoured(sink: Sink, env: Io['env'], wish: ColourWish): boolean {
  if (wish !== undefined) return wish
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '') return env.FORCE_COLOR !== '0'
  return sink.isTTY && env.TERM !== 'dumb'
}
