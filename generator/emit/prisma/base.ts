import type { Project } from '../../model/project.ts'
import { quoted } from '../../print/prisma/escape.ts'
import { blank, datasource, generator, remark, type SchemaItem } from '../../print/prisma/tree.ts'

/** The blocks that are no model. The connection's URL is in prisma.config.ts: version 7 refuses it here. */
export function lowerBase(project: Project): readonly SchemaItem[] {
  return [
    ...remark(`${project.name}: how Prisma reaches its tables. Generated from the spec: change that, not this file.`),
    blank,
    datasource('db', { provider: quoted('postgresql') }),
    blank,
    generator('client', {
      provider: quoted('prisma-client'),
      output: quoted('../../src/prisma-client'),
      moduleFormat: quoted('esm'),
      importFileExtension: quoted('ts'),
    }),
  ]
}
