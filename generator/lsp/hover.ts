import { type Hover, MarkupKind } from 'vscode-languageserver'
import { assertNever } from '../base/internal-error.ts'
import { fieldOf } from '../model/lookup.ts'
import type { Model } from '../model/model.ts'
import type { Subject } from '../model/subject.ts'
import { rules } from '../rules/index.ts'
import { subjectAddress } from '../site/doc-links.ts'
import { ruleRoute } from '../site/route.ts'
import { cursorAt } from './cursor.ts'
import { bucketSheet, domainSheet, enumSheet, mixinSheet, shapeSheet, valueSheet } from './hover/declared-sheet.ts'
import { entitySheet, objectSheet, partSheet, stateSheet } from './hover/entity-sheet.ts'
import { fieldSheet, sharedFieldSheet } from './hover/field-sheet.ts'
import { keySheet, ruleSheet, scalarSheet } from './hover/language-sheet.ts'
import { printSheet, type Sheet } from './hover/sheet.ts'
import { type Topic, topicAt } from './hover/topic.ts'
import { fileKindsOf } from './language/file-kind.ts'
import { rangeOf } from './positions.ts'
import type { EditedDocument, ProjectView } from './project-view.ts'

/** What is to be known of the thing at a place of a file: of the spec, or of the language. */
export function hoverAt(view: ProjectView, document: EditedDocument, offset: number): Hover | null {
  const { file } = document
  const cursor = cursorAt(file, offset)
  const scope = { model: view.model, file, kinds: fileKindsOf(view, document, cursor) }
  const found = topicAt(scope, cursor)
  if (found === undefined || offset < found.start || offset > found.end) return null
  const sheet = sheetOf(view, found.topic)
  if (sheet === undefined) return null
  const formats = view.client.textDocument?.hover?.contentFormat
  return {
    contents: printSheet(sheet, formats === undefined || formats.includes(MarkupKind.Markdown)),
    range: rangeOf({ file, start: found.start, end: found.end }),
  }
}

function sheetOf({ custom, model }: ProjectView, topic: Topic): Sheet | undefined {
  switch (topic.kind) {
    case 'key':
      return keySheet(topic.name, topic.schema)
    case 'scalar':
      return scalarSheet(topic.name)
    case 'rule': {
      const rule = [...rules, ...custom].find(({ code }) => code === topic.code)
      const url = model?.project.docs.url
      if (rule === undefined) return undefined
      return url === undefined ? ruleSheet(rule) : { ...ruleSheet(rule), address: `${url}${ruleRoute(rule.code)}` }
    }
    case 'subject': {
      const sheet = model === undefined ? undefined : subjectSheet(model, topic.subject)
      const address = model === undefined ? undefined : subjectAddress(model, topic.subject)
      return sheet === undefined || address === undefined ? sheet : { ...sheet, address }
    }
    default:
      return assertNever(topic)
  }
}

/** What is known of a thing of the spec. Its names come from the text, which may be ahead of the model. */
function subjectSheet(model: Model, subject: Subject): Sheet | undefined {
  const { byName, project } = model
  switch (subject.kind) {
    case 'domain': {
      const domain = byName.domains.get(subject.name)
      return domain === undefined ? undefined : domainSheet(model, domain)
    }
    case 'entity': {
      const entity = byName.entities.get(subject.name)
      return entity === undefined ? undefined : entitySheet(model, entity)
    }
    case 'part': {
      const entity = byName.entities.get(subject.entity)
      return entity === undefined ? undefined : partSheet(entity, subject.store)
    }
    case 'field': {
      const entity = byName.entities.get(subject.entity)
      const part = entity?.[subject.part]
      const field = part === undefined ? undefined : fieldOf(part, subject.name)
      return entity === undefined || field === undefined ? undefined : fieldSheet(entity, subject.part, field)
    }
    case 'object': {
      const object = byName.entities.get(subject.entity)?.s3?.objects.find(({ name }) => name === subject.name)
      return object === undefined ? undefined : objectSheet(subject.entity, object)
    }
    case 'state': {
      const lifecycle = byName.entities.get(subject.entity)?.postgres?.lifecycle
      const values = byName.enums.get(lifecycle?.enum ?? '')?.values
      const about = values?.find(({ name }) => name === subject.name)?.about
      return lifecycle === undefined ? undefined : stateSheet(subject.entity, lifecycle, subject.name, about)
    }
    case 'enum': {
      const found = byName.enums.get(subject.name)
      return found === undefined ? undefined : enumSheet(found)
    }
    case 'value': {
      const found = byName.enums.get(subject.enum)
      return found === undefined ? undefined : valueSheet(found, subject.name)
    }
    case 'shape': {
      const shape = byName.valueTypes.get(subject.name)
      return shape === undefined ? undefined : shapeSheet(shape)
    }
    case 'shape_field': {
      const shape = byName.valueTypes.get(subject.shape)
      const field = shape === undefined ? undefined : fieldOf(shape, subject.name)
      return field === undefined ? undefined : sharedFieldSheet(subject.shape, field)
    }
    case 'mixin': {
      const mixin = byName.mixins.get(subject.name)
      return mixin === undefined ? undefined : mixinSheet(mixin)
    }
    case 'mixin_field': {
      const mixin = byName.mixins.get(subject.mixin)
      const field = mixin === undefined ? undefined : fieldOf(mixin, subject.name)
      return field === undefined ? undefined : sharedFieldSheet(subject.mixin, field)
    }
    case 'bucket': {
      const bucket = project.stores.s3?.buckets.find(({ name }) => name === subject.name)
      return bucket === undefined ? undefined : bucketSheet(bucket)
    }
    default:
      return assertNever(subject)
  }
}
