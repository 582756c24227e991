import { describe, expect, test } from 'vitest'
import { shortenSvg } from '../../generator/cli/drawing/shorten.ts'
import { shortenOutline } from '../../generator/cli/drawing/shorten-path.ts'

describe('outlines', () => {
  test('a box whose sides are drawn twice, as straight curves, becomes four lines', () => {
    const twice = [
      'M-10 -5 C-3.3 -5, 3.3 -5, 10 -5 M-10 -5 C-4 -5, 2 -5, 10 -5',
      'M10 -5 C10 -1.6, 10 1.6, 10 5 M10 -5 C10 -2, 10 1, 10 5',
      'M10 5 C3.3 5, -3.3 5, -10 5 M10 5 C4 5, -2 5, -10 5',
      'M-10 5 C-10 1.6, -10 -1.6, -10 -5 M-10 5 C-10 2, -10 -1, -10 -5',
    ].join(' ')
    expect(shortenOutline(twice)).toBe('M-10-5L10-5L10 5L-10 5Z')
  })

  test('a curve that is bent stays a curve', () => {
    expect(shortenOutline('M0 0 C0 5.04, 5 10, 10 10')).toBe('M0 0C0 5 5 10 10 10')
  })

  test('a curve that overshoots its ends is not straight', () => {
    expect(shortenOutline('M0 0 C-4 0, 14 0, 10 0')).toBe('M0 0C-4 0 14 0 10 0')
  })

  test('separate lines stay separate', () => {
    expect(shortenOutline('M0 0 L10 0 M0 5 L10 5')).toBe('M0 0L10 0M0 5L10 5')
  })

  test('what holds other commands is left to others', () => {
    expect(shortenOutline('M0,0 a5,5 0,0,0 10,0')).toBeUndefined()
    expect(shortenOutline('M0 0 l5 5')).toBeUndefined()
  })
})

describe('a whole drawing', () => {
  test('numbers lose the digits that nobody sees', () => {
    expect(
      shortenSvg('<g transform="translate(1385.3194010416664, -0.001)"><rect x="-144.0859375" y="0.04"/></g>'),
    ).toBe('<g transform="translate(1385.32, 0)"><rect x="-144.1" y="0"/></g>')
  })

  test('arcs keep their flags, and a small scale stays what it is', () => {
    expect(shortenSvg('<path d="M0,13.389 a72,13.3 0,0,1 144,0" transform="scale(0.85)"/>')).toBe(
      '<path d="M0,13.4 a72,13.3 0,0,1 144,0" transform="scale(0.85)"/>',
    )
  })

  test('texts, styles and other attributes stay as they are', () => {
    const svg =
      '<svg id="d1.2345"><style>a{width:1.2345px}</style><text class="x" x="1"> d="M1.2345 2" x="9.8765"</text></svg>'
    expect(shortenSvg(svg)).toBe(svg)
  })

  test('a dashed line is dashed by a rule, also where Mermaid has forgotten the dashes', () => {
    const line = (kind: string, dashes: string): string =>
      `<path class="edge-pattern-${kind} edge-pattern-solid" style="stroke-dasharray: ${dashes}; stroke-dashoffset: 0;;"/>`
    const dashed = '<path class="edge-pattern-dotted edge-pattern-solid" style="stroke-dasharray:5 4"/>'
    expect(shortenSvg(line('dotted', '0 0 2 2 2 2 2 2 1.5 4'))).toBe(dashed)
    expect(shortenSvg(line('dotted', '0 0 2635.017 2'))).toBe(dashed)
    expect(shortenSvg(line('thin', '0 0 2635.017 2'))).toBe(
      '<path class="edge-pattern-thin edge-pattern-solid" style="stroke-dasharray:0 0 2635 2"/>',
    )
  })

  const ground = '<path d="M-1 -1 L1 -1 L1 1 L-1 1" stroke="none" stroke-width="0" fill="#fff" style="stroke:red"/>'
  const sides =
    '<path d="M-1 -1 L1 -1 M1 -1 L1 1 M1 1 L-1 1 M-1 1 L-1 -1" stroke="#000" fill="none" style="stroke:red"/>'

  test('the ground of a box and its outline become one', () => {
    expect(shortenSvg(`<g>${ground}${sides}</g>`)).toBe(
      '<g><path d="M-1-1L1-1L1 1L-1 1Z" stroke="#000" fill="#fff" style="stroke:red"/></g>',
    )
  })

  test('a ground of another style, or an open outline, stays by itself', () => {
    expect(shortenSvg(ground + sides.replace('red', 'blue')).match(/<path/g)).toHaveLength(2)
    expect(shortenSvg(ground + sides.replace(' M-1 1 L-1 -1', '')).match(/<path/g)).toHaveLength(2)
  })

  test('the lines of relations are not joined, since their ends carry signs', () => {
    const svg = '<path d="M0 0L10 0M0 0L10 0" fill="none" marker-end="url(#a)"/>'
    expect(shortenSvg(svg)).toBe(svg)
  })
})
