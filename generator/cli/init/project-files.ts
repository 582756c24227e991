/** What stands beside the spec in a new project, save its package.json. */
export const projectFiles: Readonly<Record<string, string>> = {
  'vitest.config.mjs': `import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['generated/conformance/**/*.test.ts', 'test/**/*.test.ts'] },
})
`,
  '.gitignore': 'node_modules/\n',
}
