import type { Report } from '../diagnostic/diagnostic.ts'
import type { ModelMemory } from '../model/memory/model-memory.ts'
import type { Model } from '../model/model.ts'
import type { Project } from '../model/project.ts'
import { covers } from '../model/rule-place.ts'
import type { RuleLevel, RuleOverride, RulePreset } from '../model/rule-settings.ts'
import type { Span } from '../source/source-file.ts'
import { findingsOf } from './found.ts'
import { lintEach } from './lint-each.ts'
import type { Finding, Rule } from './rule.ts'

const presets: readonly RulePreset[] = ['minimal', 'recommended', 'strict']

/** A rule that is on somewhere, and at which level. */
interface PlacedRule {
  readonly rule: Rule
  readonly levels: PlacedLevels
}

/**
 * Runs the rules that are on somewhere, each at the level of the place. Naming rules see the whole model; the others do not see
 * the entities in which something was reported already, where what they miss may be a consequence of that.
 *
 * @param memory what rules found in this spec as it was before; a memory in which places count
 */
export function lint(model: Model, rules: readonly Rule[], report: Report, memory?: ModelMemory): void {
  const on = rules.flatMap((rule): PlacedRule[] => {
    const levels = placedLevels(rule, model)
    return levels.usual === 'off' && levels.overrides.every(({ level }) => level === 'off') ? [] : [{ rule, levels }]
  })
  const found = findingsOf(model)
  const reportOf =
    ({ rule, levels }: PlacedRule) =>
    (finding: Finding): void => {
      found.add(rule.code)
      const severity = levelAt(levels, model, finding.span)
      if (severity !== 'off') report({ code: rule.code, severity, ...finding })
    }
  const sound = withoutUnsound(model)
  const alone = memory === undefined || dependsOnPlaces(model) ? [] : on.filter(({ rule }) => seesEntities(rule))
  for (const placed of on) {
    if (alone.includes(placed)) continue
    const { rule } = placed
    rule.check(isNaming(rule) ? model : sound, reportOf(placed), (failure) =>
      report({ code: 'rules/failed', severity: 'error', ...failure }),
    )
  }
  if (memory === undefined) return
  const reports = alone.map(reportOf)
  lintEach(
    memory.turnTo(sound),
    alone.map(({ rule }) => rule),
    (at, finding) => reports[at]?.(finding),
  )
}

function isNaming({ code }: Rule): boolean {
  return code.startsWith('naming/')
}

function seesEntities(rule: Rule): boolean {
  return rule.scope === 'entity' && !isNaming(rule)
}

/** An override for an entity goes by where the entity stands, which is no reading of a model that can be noted. */
function dependsOnPlaces({ project }: Model): boolean {
  return project.rules.overrides.some(({ entities }) => entities !== undefined)
}

/** A level that the project names beats the preset, which turns a rule on at its own severity or leaves it off. */
export function levelOf(rule: Pick<Rule, 'code' | 'preset' | 'severity'>, project: Pick<Project, 'rules'>): RuleLevel {
  const named = project.rules.levels.get(rule.code)
  if (named !== undefined) return named
  return presets.indexOf(rule.preset) <= presets.indexOf(project.rules.preset) ? rule.severity : 'off'
}

/** The level of a rule, and the overrides that name another one for some places, the last one first. */
interface PlacedLevels {
  readonly usual: RuleLevel
  readonly overrides: readonly { readonly override: RuleOverride; readonly level: RuleLevel }[]
}

function placedLevels(rule: Rule, { project }: Model): PlacedLevels {
  const overrides = project.rules.overrides.flatMap((override) => {
    const level = override.levels.get(rule.code)
    return level === undefined ? [] : [{ override, level }]
  })
  return { usual: levelOf(rule, project), overrides: overrides.reverse() }
}

function levelAt({ usual, overrides }: PlacedLevels, model: Model, at: Span): RuleLevel {
  return overrides.find(({ override }) => covers(override, model, at))?.level ?? usual
}

function withoutUnsound(model: Model): Model {
  const { unsound } = model
  if (unsound.size === 0) return model
  const references = new Map(model.references)
  for (const [to, all] of model.references) {
    if (!all.some(({ from }) => unsound.has(from.name))) continue
    references.set(
      to,
      all.filter(({ from }) => !unsound.has(from.name)),
    )
  }
  return { ...model, entities: model.entities.filter((entity) => !unsound.has(entity.name)), references }
}
