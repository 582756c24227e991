import { toCase } from '../../../base/casing.ts'

/** What an entity is called in the client: `blogPost`. */
export function entityMember(entity: string): string {
  return toCase(entity, 'camelCase')
}
