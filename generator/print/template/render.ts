import { templates } from './templates.gen.ts'

export type TemplateName = keyof typeof templates

/** A template, and the type of what it shows. */
export interface Template<View> {
  render(view: View): string
}

/** The ways in which a value may reach a page, by the names that templates call them. Each escapes what it is given. */
export type Interpolations = Readonly<Record<string, (value: never) => string>>

/** The templates `templates/docs/*.hbs`, compiled ahead, with these interpolations in them. */
export class Templates {
  readonly #ways: object

  constructor(interpolations: Interpolations) {
    this.#ways = { ...interpolations, each, has }
  }

  /** A template by its file's name; whoever asks for it says the type of its view. */
  named<View extends object>(name: TemplateName): Template<View> {
    const text = templates[name]
    return { render: (view) => tidied(text(view, this.#ways)) }
  }
}

/** The block `#each`. */
function each<Item>(items: readonly Item[] | undefined, text: (item: Item) => string): string {
  let texts = ''
  for (const item of items ?? []) texts += text(item)
  return texts
}

/** Whether the block `#if` is shown: a list is where it has items. */
function has(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}

/** At most one blank line between two blocks and none at the ends: what a part that was left out leaves behind goes. */
function tidied(page: string): string {
  const text = page.trim()
  let tidy = ''
  let from = 0
  for (let at = text.indexOf('\n\n\n'); at !== -1; at = text.indexOf('\n\n\n', from)) {
    tidy += text.slice(from, at + 2)
    from = at + 3
    while (text[from] === '\n') from += 1
  }
  return `${tidy}${text.slice(from)}\n`
}
