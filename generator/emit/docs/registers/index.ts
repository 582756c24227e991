import type { Site } from '../site.ts'
import { coveragePage } from './coverage-page.ts'
import { enumsPage } from './enums-page.ts'
import { fieldsPage } from './fields-page.ts'
import type { RegisterName } from './names.ts'
import { personalDataPage } from './personal-data/personal-data-page.ts'
import { placementPage } from './placement-page.ts'
import { shapesPage } from './shapes-page.ts'

/** A page that lists one kind of thing over the whole spec. */
export interface RegisterPage {
  /** As lists of pages call it: `All fields`. */
  readonly title: string
  render(site: Site): string
}

/** Every register that can be made, by its name; which of them a spec has is said by `registersOf`. */
export const registers: Readonly<Record<RegisterName, RegisterPage>> = {
  fields: { title: 'All fields', render: fieldsPage },
  enums: { title: 'Enums', render: enumsPage },
  shapes: { title: 'Shapes', render: shapesPage },
  'personal-data': { title: 'Personal data', render: personalDataPage },
  placement: { title: 'Placement: what is where, and why', render: placementPage },
  coverage: { title: 'Documentation coverage', render: coveragePage },
}
