import type { Project } from '../../model/project.ts'
import { quoted } from '../../print/prisma/escape.ts'
import { printComments, printSettings } from '../../print/prisma/print.ts'
import { remark } from '../../print/prisma/syntax.ts'

/** The blocks that are no model. The connection's URL is in prisma.config.ts: version 7 refuses it here. */
export function baseBlocks(project: Project): readonly string[] {
  const about = `${project.name}: how Prisma reaches its tables. Generated from the spec: change that, not this file.`
  return [
    printComments(remark(about)),
    printSettings('datasource', 'db', { provider: quoted('postgresql') }),
    printSettings('generator', 'client', {
      provider: quoted('prisma-client'),
      output: quoted('../../src/prisma-client'),
      moduleFormat: quoted('esm'),
      importFileExtension: quoted('ts'),
    }),
  ]
}
