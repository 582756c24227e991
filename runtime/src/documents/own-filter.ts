import { Forbidden } from '../errors/errors.ts'
import type { Scope } from '../stores/scope.ts'
import type { DocumentShape } from './shape.ts'

/** A condition or a command in the words of MongoDB. */
export type Filter = Record<string, unknown>

/** For whom documents are looked at, and whether those that are marked as deleted are seen, too. */
export interface Vision {
  readonly scope: Scope
  readonly deleted: 'hidden' | 'seen' | 'only'
}

// Each place that must be narrowed to a tenant asks here by a name of its own: a test takes them away one by one.

/** What is read. */
export function readFilter(shape: DocumentShape, vision: Vision): Filter {
  return { ...seenBy(shape, vision.scope), ...livesIn(shape, vision) }
}

/** What is changed: of a shared collection what is the tenant's own. */
export function changeFilter(shape: DocumentShape, vision: Vision): Filter {
  return { ...ownedBy(shape, vision.scope), ...livesIn(shape, vision) }
}

/** What is removed for good. */
export function removalFilter(shape: DocumentShape, vision: Vision): Filter {
  return { ...ownedBy(shape, vision.scope), ...livesIn(shape, vision) }
}

/** The first stage of a pipeline. */
export function pipelineFilter(shape: DocumentShape, vision: Vision): Filter {
  return readFilter(shape, vision)
}

/** What `$lookup` may find in another collection. */
export function lookupFilter(shape: DocumentShape, vision: Vision): Filter {
  return readFilter(shape, vision)
}

/** What `$unionWith` may add. */
export function unionFilter(shape: DocumentShape, vision: Vision): Filter {
  return readFilter(shape, vision)
}

/** Where `$graphLookup` may go. */
export function graphFilter(shape: DocumentShape, vision: Vision): Filter {
  return readFilter(shape, vision)
}

/** What a change stream tells of: events carry the document beneath `fullDocument`. */
export function watchFilter(shape: DocumentShape, vision: Vision): Filter {
  return Object.fromEntries(
    Object.entries(seenBy(shape, vision.scope)).map(([key, value]) => [`fullDocument.${key}`, value]),
  )
}

/** A caller's condition beside one that holds whatever it says. */
export function narrowed(own: Filter, given: Filter | undefined): Filter {
  return given === undefined || Object.keys(given).length === 0 ? own : { ...own, $and: [given] }
}

function seenBy(shape: DocumentShape, scope: Scope): Filter {
  const owned = ownedBy(shape, scope)
  const { tenant } = shape.kept
  if (shape.entity.tenancy !== 'shared' || tenant === undefined || scope.kind !== 'tenant') return owned
  return { [tenant]: { $in: [scope.tenant.refId, null] } }
}

/** @throws Forbidden where a tenant's documents are asked for in no scope */
function ownedBy({ entity, kept, description }: DocumentShape, scope: Scope): Filter {
  if (entity.tenancy === 'none' || description.tenancy === undefined) return {}
  switch (scope.kind) {
    case 'system':
      return {}
    case 'plain':
      throw new Forbidden(`${entity.name} belongs to tenants`, { entity: entity.name }, 'Use provider.withTenant.')
    case 'tenant': {
      const key = entity.tenancy === 'self' ? kept.refId : kept.tenant
      if (key === undefined) throw new TypeError(`${entity.name} does not say whose it is`)
      return { [key]: scope.tenant.refId }
    }
  }
}

function livesIn({ kept }: DocumentShape, { deleted }: Vision): Filter {
  if (kept.deletedOn === undefined || deleted === 'seen') return {}
  return { [kept.deletedOn]: deleted === 'only' ? { $ne: null } : null }
}
