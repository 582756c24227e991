import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContextOptions } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Entity } from '../../generator/model/entity.ts'
import type { ExplorerGraph } from '../../generator/site/explorer-graph.ts'
import { soundModel } from '../support/analyze-folder.ts'
import { referenceSite } from '../support/site/built-site.ts'
import { siteUnderTest } from '../support/site/site-under-test.ts'
import { Explorer } from './explorer.ts'
import { mostTelling } from './most-telling.ts'

describe('the explorer of the reference spec', { tags: ['full'] }, () => {
  const model = soundModel('spec')
  const under = siteUnderTest('reference', referenceSite)
  const chosen = mostTelling(model)
  let graph: ExplorerGraph
  let ids: ReadonlyMap<string, string>
  let chosenId: string
  /** Entities that the chosen one refers to or that refer to it, by the graph that the page is given. */
  let neighbours: readonly string[]

  beforeAll(() => {
    graph = JSON.parse(readFileSync(join(under.built.folder, 'explorer/graph.json'), 'utf8')) as ExplorerGraph
    ids = new Map(graph.entities.map(({ id, name }) => [name, id]))
    chosenId = ids.get(chosen.name) ?? ''
    const touching = graph.links.filter(({ from, to }) => from === chosenId || to === chosenId)
    neighbours = [...new Set(touching.flatMap(({ from, to }) => [from, to]))].filter((id) => id !== chosenId).sort()
  })

  const idsOf = (entities: readonly Entity[]): readonly string[] =>
    entities.map(({ name }) => ids.get(name) ?? '').sort()
  const stores = [
    ['PostgreSQL', ({ postgres }: Entity) => postgres !== undefined],
    ['MongoDB', ({ mongo }: Entity) => mongo !== undefined],
    ['S3', ({ s3 }: Entity) => s3 !== undefined],
  ] as const

  async function openAt(hash: string = '', options: BrowserContextOptions = {}): Promise<Explorer> {
    const page = await under.open(`explorer/${hash}`, options)
    const explorer = new Explorer(page)
    await explorer.settled()
    return explorer
  }

  async function expectDrawn(explorer: Explorer, wanted: readonly string[]): Promise<void> {
    await expect.poll(() => explorer.drawn(), { timeout: 5_000 }).toEqual(wanted)
    expect(await explorer.shown()).toBe(wanted.length)
  }

  test('draws every entity of the spec once, none on another, and a line for each link', async () => {
    const explorer = await openAt()
    expect(graph.links.length).toBeGreaterThan(model.entities.length)
    await expectDrawn(explorer, idsOf(model.entities))
    expect(await explorer.nodes.evaluateAll(overlapping)).toEqual([])
    const others = graph.links.filter(({ from, to }) => from !== to).length
    const lines = explorer.root.locator('path[data-link]')
    await expect.poll(() => lines.count()).toBeGreaterThanOrEqual(others)
  })

  describe('filters', () => {
    test('by each store, and shows all again', async () => {
      const explorer = await openAt()
      for (const [name, isIn] of stores) {
        await explorer.filter('Stores', name).click()
        await expectDrawn(explorer, idsOf(model.entities.filter(isIn)))
        await explorer.root.getByRole('button', { name: 'Clear' }).click()
        await expectDrawn(explorer, idsOf(model.entities))
      }
    })

    test('by a domain, and by a domain and a store together', async () => {
      const explorer = await openAt()
      const inDomain = model.entities.filter(({ domain }) => domain === chosen.domain)
      await explorer.filter('Domains', chosen.domain).click()
      await expectDrawn(explorer, idsOf(inDomain))
      await explorer.filter('Stores', 'MongoDB').click()
      await expectDrawn(explorer, idsOf(inDomain.filter(({ mongo }) => mongo !== undefined)))
    })

    test('by what is split over stores', async () => {
      const explorer = await openAt()
      await explorer.filter('Only', 'Split over stores').click()
      await expectDrawn(explorer, idsOf(model.entities.filter(({ split }) => split)))
    })
  })

  describe('an address', () => {
    test('restores the entity, the filters and the detail', async () => {
      const explorer = await openAt(`#/${chosenId}?stores=postgres&detail=all`)
      await explorer.panel(chosen.name).waitFor()
      expect(await explorer.filter('Stores', 'PostgreSQL').isChecked()).toBe(true)
      expect(await explorer.filter('Stores', 'S3').isChecked()).toBe(false)
      expect(await explorer.root.getByRole('radio', { name: 'All fields' }).isChecked()).toBe(true)
      expect(await explorer.node(chosenId).getAttribute('aria-pressed')).toBe('true')
      const fields = chosen.postgres?.fields ?? []
      const text = await explorer.node(chosenId).innerText()
      expect(fields.map(({ physical }) => physical.text).filter((name) => !text.includes(name))).toEqual([])
    })

    test('of an entity that is gone shows the whole', async () => {
      const explorer = await openAt('#/no-such-entity')
      await expectDrawn(explorer, idsOf(model.entities))
    })
  })

  test('leads from a page to its entity, to a neighbour, to its page, and back', async () => {
    const entity = graph.entities.find(({ id }) => id === chosenId)
    const page = await under.open(entity?.page ?? '')
    await page.locator(`main a[href$="explorer/#/${chosenId}"]`).first().click()
    const explorer = new Explorer(page)
    await explorer.settled()
    const panel = explorer.panel(chosen.name)
    await panel.getByRole('radio', { name: '1 step' }).click()
    await expectDrawn(explorer, [...neighbours, chosenId].sort())

    const next = graph.entities.find(({ id }) => id === neighbours[0])
    await panel
      .getByRole('button', { name: new RegExp(next?.name ?? '') })
      .first()
      .click()
    await explorer
      .panel(next?.name ?? '')
      .getByRole('link', { name: 'Open its page' })
      .click()
    await page.waitForURL(`**/${next?.page}`)
    expect((await page.getByRole('heading', { level: 1 }).innerText()).trim()).toContain(next?.name)

    await page.goBack()
    await explorer.panel(next?.name ?? '').waitFor()
    await page.goBack()
    await explorer.panel(chosen.name).waitFor()
  })

  test('is walked with the keyboard alone', async () => {
    const explorer = await openAt()
    const { page } = explorer
    await page.keyboard.press('/')
    expect(await explorer.search.evaluate((input) => input === document.activeElement)).toBe(true)
    await page.keyboard.type(chosen.name)
    await explorer.root.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await explorer.panel(chosen.name).waitFor()
    await expect.poll(() => page.url()).toMatch(new RegExp(`#/${chosenId}\\b`))

    // The first arrow enters the diagram at the selected entity, the next ones walk from entity to entity.
    const focused = (): Promise<string | undefined> =>
      page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-entity]')?.dataset.entity)
    await explorer.root.getByRole('application').focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(focused).toBe(chosenId)
    await page.keyboard.press('ArrowRight')
    await expect.poll(focused).not.toBe(chosenId)
    const next = await focused()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).toMatch(new RegExp(`#/${next}\\b`))
    await page.keyboard.press('Escape')
    await expect.poll(() => explorer.root.getByRole('complementary').count()).toBe(0)
  })

  test('finds an entity by one of its columns', async () => {
    const explorer = await openAt()
    const column = chosen.postgres?.fields.find(({ name }) =>
      model.entities.every((other) => other === chosen || !other.postgres?.fields.some((field) => field.name === name)),
    )
    await explorer.search.fill(column?.physical.text ?? '')
    await explorer.root.getByRole('option').first().waitFor()
    await explorer.page.keyboard.press('Enter')
    await explorer.panel(chosen.name).waitFor()
  })

  test('changes its colours with the theme while it is open', async () => {
    const explorer = await openAt('', { colorScheme: 'light' })
    const colours = (): Promise<string> =>
      explorer.nodes.first().evaluate((node) => {
        const { backgroundColor, borderColor, color } = getComputedStyle(node)
        return [backgroundColor, borderColor, color].join(' ')
      })
    const light = await colours()
    await explorer.page.getByRole('combobox', { name: 'Select theme' }).first().selectOption('dark')
    await expect.poll(colours).not.toBe(light)
  })

  test('fits a phone: the filters are behind a button, the panel over the diagram', async () => {
    const explorer = await openAt(`#/${chosenId}`, {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    })
    const excess = await explorer.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(excess).toBe(0)
    await explorer.panel(chosen.name).getByRole('button', { name: 'Close' }).tap()
    await explorer.root.getByRole('button', { name: 'Filters' }).tap()
    await explorer.filter('Stores', 'MongoDB').tap()
    await expect.poll(() => explorer.shown()).toBe(model.entities.filter(({ mongo }) => mongo !== undefined).length)
  })

  test('shows the list of entities where no script runs', async () => {
    const page = await under.open('explorer/', { javaScriptEnabled: false })
    const main = page.getByRole('main')
    for (const { name } of model.entities.slice(0, 5)) {
      expect(await main.getByRole('link', { name, exact: true }).count(), name).toBeGreaterThan(0)
    }
  })
})

/** Runs in the browser: pairs of nodes that lie on each other. */
function overlapping(nodes: readonly Element[]): readonly string[] {
  const boxes = nodes.map((node) => ({ id: node.getAttribute('data-entity'), box: node.getBoundingClientRect() }))
  return boxes.flatMap(({ box, id }, at) =>
    boxes
      .slice(at + 1)
      .filter(
        ({ box: other }) =>
          box.left < other.right - 1 &&
          other.left < box.right - 1 &&
          box.top < other.bottom - 1 &&
          other.top < box.bottom - 1,
      )
      .map((other) => `${id} and ${other.id}`),
  )
}
