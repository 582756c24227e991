import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Description } from '../../../runtime/src/description/description.ts'
import { Missing } from '../../../runtime/src/errors/errors.ts'
import { newObjectId } from '../../../runtime/src/ids/object-id.ts'
import { newUlid } from '../../../runtime/src/ids/ulid.ts'
import { resolveDocuments } from '../../../runtime/src/rows/references.ts'
import { shapeOf } from '../../../runtime/src/rows/shape.ts'
import type { Stores } from '../../../runtime/src/stores/stores.ts'
import { openWorld, type World } from '../support/world.ts'
import { rowsAs } from './rows-of.ts'

let world: World

beforeAll(async () => {
  world = await openWorld('test/runtime/mongo/garden')
}, 120_000)
afterAll(() => world?.close())

/** The spec with trees that refer to a recipe, of which some are a garden's own and others all gardens'. */
function withRecipesOfTrees({ entities, ...description }: Description): Description {
  const { tree } = entities
  if (tree?.table === undefined) throw new TypeError('the spec has trees')
  const fields = tree.table.fields.map((field) =>
    field.type.kind === 'ref' && field.type.entity === 'plant'
      ? { ...field, name: 'recipeRef', type: { ...field.type, entity: 'recipe' } }
      : field,
  )
  return { ...description, entities: { ...entities, tree: { ...tree, table: { ...tree.table, fields } } } }
}

test("what all tenants share is referred to by each, and another tenant's own by none", async () => {
  const [own, other] = await world.twoTenants()
  const description = withRecipesOfTrees(world.description)
  const { context: asked } = rowsAs(world, own)
  // Its stores open when they are first asked for, and this spec has no third one.
  const stores: Stores = Object.create(asked.stores, { description: { value: description } })
  const context = { ...asked, stores }
  const recipeOf = async (gardenId: string | null): Promise<{ readonly _id: string; readonly refId: string }> => {
    const at = new Date()
    const kept = { createdOn: at, createdBy: null, updatedOn: at, updatedBy: null, revision: 0 }
    const recipe = { _id: newObjectId(), refId: newUlid(), gardenId, title: 'Soup', steps: {}, ...kept }
    await world.stores.documents.insert('recipes', recipe)
    return recipe
  }
  const resolved = async ({ refId }: { readonly refId: string }): Promise<unknown> => {
    const record: Record<string, unknown> = { recipeRef: refId }
    await resolveDocuments({ context, shape: shapeOf(description, 'tree') }, [record])
    return record.recipeRef
  }
  const [mine, everybodys, theirs] = [await recipeOf(own.refId), await recipeOf(null), await recipeOf(other.refId)]
  expect(await resolved(mine)).toBe(mine._id)
  expect(await resolved(everybodys)).toBe(everybodys._id)
  await expect(resolved(theirs)).rejects.toThrow(Missing)
})
