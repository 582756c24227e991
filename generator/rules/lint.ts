import type { Report } from '../diagnostic/diagnostic.ts'
import type { Model } from '../model/model.ts'
import type { Project, RuleLevel, RulePreset } from '../model/project.ts'
import type { Rule } from './rule.ts'

const presets: readonly RulePreset[] = ['minimal', 'recommended', 'strict']

/**
 * Runs the rules that are on, each at its level. Naming rules see the whole model; the others do not see the entities in
 * which something was reported already, where what they miss may be a consequence of that.
 */
export function lint(model: Model, rules: readonly Rule[], report: Report): void {
  const sound = withoutUnsound(model)
  for (const rule of rules) {
    const severity = levelOf(rule, model.project)
    if (severity === 'off') continue
    const seen = rule.code.startsWith('naming/') ? model : sound
    rule.check(seen, (finding) => report({ code: rule.code, severity, ...finding }))
  }
}

/** A level that the project names beats the preset, which turns a rule on at its own severity or leaves it off. */
export function levelOf(rule: Pick<Rule, 'code' | 'preset' | 'severity'>, project: Pick<Project, 'rules'>): RuleLevel {
  const named = project.rules.levels.get(rule.code)
  if (named !== undefined) return named
  return presets.indexOf(rule.preset) <= presets.indexOf(project.rules.preset) ? rule.severity : 'off'
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
