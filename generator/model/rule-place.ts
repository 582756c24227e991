import type { Span } from '../source/source-file.ts'
import { entityAt } from './entity-at.ts'
import type { Model } from './model.ts'
import type { RuleOption } from './rule-option.ts'
import type { RuleOverride, WrittenOptions } from './rule-settings.ts'

/** What of a model decides on rules in a place. */
export type RuledModel = Pick<Model, 'byName' | 'project'>

/** Whether an override is for a place: for its file, and for the entity in whose declaration it lies. */
export function covers({ files, entities }: RuleOverride, model: RuledModel, at: Span): boolean {
  if (files !== undefined && !files.has(at.file.path)) return false
  return entities === undefined || entities.has(entityAt(model, at)?.name ?? '')
}

/** What a rule's option is in a place: what the last override says that is for it, else what the project says, else its default. */
export function optionAt<T extends RuleOption['default']>(model: RuledModel, option: RuleOption<T>, at: Span): T {
  const { overrides, options } = model.project.rules
  for (let last = overrides.length - 1; last >= 0; last -= 1) {
    const override = overrides[last]
    const value = override === undefined ? undefined : written(override.options, option)
    if (override !== undefined && value !== undefined && covers(override, model, at)) return value
  }
  return written(options, option) ?? option.default
}

/** What an option is for the whole project, whatever overrides say. */
export function optionOf<T extends RuleOption['default']>(model: RuledModel, option: RuleOption<T>): T {
  return written(model.project.rules.options, option) ?? option.default
}

function written<T extends RuleOption['default']>(options: WrittenOptions, option: RuleOption<T>): T | undefined {
  const value = options.get(option.rule)?.get(option.name)?.value
  return value !== undefined && option.accepts(value) ? value : undefined
}
