import type { Report } from '../diagnostic/diagnostic.ts'
import type { Model } from '../model/model.ts'
import type { Project } from '../model/project.ts'
import { covers } from '../model/rule-place.ts'
import type { RuleLevel, RuleOverride, RulePreset } from '../model/rule-settings.ts'
import type { Span } from '../source/source-file.ts'
import type { Rule } from './rule.ts'

const presets: readonly RulePreset[] = ['minimal', 'recommended', 'strict']

/**
 * Runs the rules that are on somewhere, each at the level of the place. Naming rules see the whole model; the others do not see
 * the entities in which something was reported already, where what they miss may be a consequence of that.
 */
export function lint(model: Model, rules: readonly Rule[], report: Report): void {
  const sound = withoutUnsound(model)
  for (const rule of rules) {
    const placed = placedLevels(rule, model)
    if (placed.usual === 'off' && placed.overrides.every(({ level }) => level === 'off')) continue
    const seen = rule.code.startsWith('naming/') ? model : sound
    rule.check(
      seen,
      (finding) => {
        const severity = levelAt(placed, model, finding.span)
        if (severity !== 'off') report({ code: rule.code, severity, ...finding })
      },
      (failure) => report({ code: 'rules/failed', severity: 'error', ...failure }),
    )
  }
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
  if (model.unsound.size === 0) return model
  const references = [...model.references].map(
    ([to, all]) => [to, all.filter((reference) => !model.unsound.has(reference.from.name))] as const,
  )
  return {
    ...model,
    entities: model.entities.filter((entity) => !model.unsound.has(entity.name)),
    references: new Map(references),
  }
}
