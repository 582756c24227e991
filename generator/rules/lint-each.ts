import { runsOf } from '../base/recall/runs.ts'
import type { Entity } from '../model/entity.ts'
import { recalling } from '../model/memory/recalling.ts'
import type { Model } from '../model/model.ts'
import type { Finding, Rule } from './rule.ts'

/** A finding, and which of the rules it is of. */
interface Found {
  readonly by: number
  readonly finding: Finding
}

const recalled = recalling<readonly Found[]>()

/**
 * Shows each entity to rules by itself; those in which nothing can be otherwise than before, to none: what was found in them is
 * told again. A rule that sees no entity at all says what it has to say of the rest.
 * @param model one that is read through a memory
 */
export function lintEach(model: Model, rules: readonly Rule[], report: (by: number, finding: Finding) => void): void {
  const asked = rules.map(({ code }) => code).join()
  const tell = (found: readonly Found[]): void => {
    for (const { by, finding } of found) report(by, finding)
  }
  tell(recalled(model, '', [asked], () => findingsIn(withoutEntities(model), rules)))
  const one = (entity: Entity): readonly Found[] =>
    recalled(model, `.${entity.name}`, [entity, asked], () => findingsIn(only(entity, model), rules))
  for (const [name, run] of runsOf(model.entities)) tell(recalled(model, name, [asked, ...run], () => run.flatMap(one)))
}

const none: readonly Found[] = []

function findingsIn(model: Model, rules: readonly Rule[]): readonly Found[] {
  const found: Found[] = []
  for (const [by, rule] of rules.entries()) {
    rule.check(
      model,
      (finding) => found.push({ by, finding }),
      () => undefined,
    )
  }
  return found.length === 0 ? none : found
}

/** A model as if it had one entity alone; all others can be looked up. */
function only(entity: Entity, model: Model): Model {
  const { byName, references } = model
  return {
    get project() {
      return model.project
    },
    get files() {
      return model.files
    },
    get uses() {
      return model.uses
    },
    get unsound() {
      return model.unsound
    },
    domains: [],
    enums: [],
    valueTypes: [],
    mixins: [],
    entities: [entity],
    byName,
    references,
  }
}

function withoutEntities(model: Model): Model {
  const { byName, domains, enums, files, mixins, project, references, unsound, uses, valueTypes } = model
  return { project, files, domains, enums, valueTypes, mixins, entities: [], byName, references, uses, unsound }
}
