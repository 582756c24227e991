import { assertNever } from '../../../base/internal-error.ts'
import type { Subject } from '../../../model/subject.ts'
import type { Place, Site } from '../site.ts'
import { fieldNamesOf } from './field-names.ts'

/** Where the pages tell of what a spec declares. */
export function placeOf(site: Site, subject: Subject): Place {
  switch (subject.kind) {
    case 'domain':
      return site.domainPage(subject.name)
    case 'entity':
      return site.entity(subject.name)
    case 'part': {
      if (subject.store === 'postgres') return site.table(subject.entity)
      return subject.store === 'mongo' ? site.collection(subject.entity) : site.entity(subject.entity)
    }
    case 'field':
      return site.field(subject.entity, subject.part, subject.name)
    case 'object':
      return site.object(subject.entity, subject.name)
    case 'state':
      return site.lifecycle(subject.entity)
    case 'enum':
      return site.enum(subject.name)
    case 'value':
      return site.enumValue(subject.enum, subject.name)
    case 'shape':
      return site.valueType(subject.name)
    case 'shape_field':
      return site.valueTypeField(subject.shape, subject.name)
    case 'mixin':
      return fieldNamesOf(site.model).mixinPlace(subject.name)
    case 'mixin_field': {
      const names = fieldNamesOf(site.model)
      return names.place(subject.name) ?? names.mixinPlace(subject.mixin)
    }
    case 'bucket':
      return site.bucket(subject.name)
    default:
      return assertNever(subject)
  }
}
