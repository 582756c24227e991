import { describe, expect, test } from 'vitest'
import { boxColours, domainClasses, type Mode, themeColours } from '../../../generator/print/mermaid/theme.ts'

/** What a picture lies on: a page of ours or of a code host. */
const pages: Readonly<Record<Mode, readonly string[]>> = { light: ['#ffffff'], dark: ['#0d1117', '#17181c'] }

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** As WCAG 2 has it. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

test('contrast is reckoned as WCAG has it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 1)
})

describe.each(['light', 'dark'] as const)('on a %s page', (mode) => {
  const theme = themeColours[mode]

  test.each(Object.entries(boxColours[mode]))('the text of a %s box can be read', (_name, { color, fill, stroke }) => {
    expect(contrast(color, fill)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(color, theme.er.rowOdd ?? '')).toBeGreaterThanOrEqual(4.5)
    for (const page of pages[mode]) expect(contrast(stroke, page)).toBeGreaterThan(2.2)
  })

  test('titles, labels, notes and messages can be read', () => {
    const { shared, sequence } = theme
    const pairs: readonly (readonly [string | undefined, string | undefined])[] = [
      [shared.primaryTextColor, shared.primaryColor],
      [shared.primaryTextColor, theme.er.edgeLabelBackground],
      [shared.primaryTextColor, theme.flowchart.edgeLabelBackground],
      [shared.titleColor, theme.flowchart.clusterBkg],
      [sequence.labelTextColor, sequence.labelBoxBkgColor],
      [sequence.noteTextColor, sequence.noteBkgColor],
      [sequence.sequenceNumberColor, sequence.signalColor],
      ...pages[mode].flatMap((page): (readonly [string | undefined, string])[] => [
        [shared.titleColor, page],
        [shared.textColor, page],
        [sequence.signalTextColor, page],
        [sequence.loopTextColor, page],
      ]),
    ]
    for (const [text, ground] of pairs) {
      expect(contrast(text ?? '', ground ?? ''), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
  })

  test('no two domains share their colours', () => {
    const strokes = domainClasses.map((name) => boxColours[mode][name].stroke)
    expect(new Set(strokes).size).toBe(domainClasses.length)
  })
})
