import type Handlebars from 'handlebars'
import runtime from 'handlebars/runtime.js'
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
  readonly #handlebars: typeof Handlebars

  constructor(interpolations: Interpolations) {
    // The runtime alone, without the compiler, has no types of its own.
    this.#handlebars = (runtime as unknown as Pick<typeof Handlebars, 'create'>).create()
    for (const [name, print] of Object.entries(interpolations))
      this.#handlebars.registerHelper(name, print as Handlebars.HelperDelegate)
    for (const [name, compiled] of Object.entries(templates)) {
      this.#handlebars.registerPartial(name, this.#handlebars.template(compiled))
    }
  }

  /** A template by its file's name; whoever asks for it says the type of its view. */
  named<View extends object>(name: TemplateName): Template<View> {
    const render = this.#handlebars.template(templates[name])
    return { render: (view) => tidied(render(view)) }
  }
}

/** At most one blank line between two blocks and none at the ends: what a part that was left out leaves behind goes. */
function tidied(page: string): string {
  return `${page.replace(/\n{3,}/g, '\n\n').trim()}\n`
}
