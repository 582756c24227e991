// What DBML's command does for one file, by the library below it, which spares it a good deal: `dbml-to-sql.mjs IN OUT`.
import { readFileSync, writeFileSync } from 'node:fs'
import { exporter } from '@dbml/core'

const [input, output] = process.argv.slice(2)
writeFileSync(output, exporter.export(readFileSync(input, 'utf8'), 'postgres'))
