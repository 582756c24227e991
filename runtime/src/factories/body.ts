import type { ObjectDescription } from '../description/entity.ts'
import { beginningOf } from '../split/signature.ts'
import { someWords } from './text.ts'

/** A small object of the type that the spec says. */
export function bodyOf({ contentType, maxBytes }: ObjectDescription, draw: () => number): Uint8Array {
  const [type = ''] = contentType.split(';')
  const whole = Buffer.from(make(type.trim(), draw))
  return Uint8Array.from(whole.byteLength <= maxBytes ? whole : whole.subarray(0, maxBytes))
}

function make(type: string, draw: () => number): string | Uint8Array {
  const text = someWords(12, draw)
  if (type === 'application/pdf')
    return `%PDF-1.4\n% ${text}\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n`
  if (type === 'application/json' || type.endsWith('+json')) return `${JSON.stringify({ text })}\n`
  if (type === 'text/html') return `<!doctype html><title>${text}</title><p>${text}.</p>\n`
  if (type === 'text/markdown') return `# ${someWords(3, draw)}\n\n${text}.\n`
  if (type === 'image/svg+xml') return `<svg xmlns="http://www.w3.org/2000/svg"><title>${text}</title></svg>\n`
  if (type === 'image/png') return onePixel
  // Of what is no text, a beginning that is taken for one.
  return Buffer.concat([beginningOf(type), Buffer.from(`${text}\n`)])
}

/** The smallest picture that decoders take. */
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
