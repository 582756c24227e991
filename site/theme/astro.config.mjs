// The site of a spec. What changes from spec to spec is data: site.json, the pages below src/content, and public/.
import { readFileSync, renameSync } from 'node:fs'
import starlight from '@astrojs/starlight'
import { defineConfig } from 'astro/config'
import { headingAnchors } from './markdown/heading-anchors.mjs'
import { tableBoxes } from './markdown/table-boxes.mjs'

const site = JSON.parse(readFileSync(new URL('./site.json', import.meta.url), 'utf8'))

const component = (name) => `./src/components/${name}.astro`

export default defineConfig({
  base: site.base,
  ...(site.url === undefined ? {} : { site: new URL(site.url).origin }),
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  // Scripts are files of the site without exception, so that its policy can forbid all others.
  vite: { build: { assetsInlineLimit: 0 } },
  integrations: [
    {
      name: 'stowage',
      hooks: {
        'astro:config:setup': ({ addWatchFile, command, config, updateConfig }) => {
          updateConfig({ vite: { define: { __SERVING__: JSON.stringify(command === 'dev') } } })
          addWatchFile(new URL('./site.json', import.meta.url))
          const { features, hastPlugins, mdastPlugins } = config.markdown.processor.options
          // Names and values are shown as they are: no quote and no hyphen is exchanged for a nicer one.
          features.smartPunctuation = false
          mdastPlugins.push(headingAnchors)
          hastPlugins.push(tableBoxes)
        },
        // Astro takes a page that is called `index` for its folder: it is made under another name, and moved before the
        // search reads it.
        'astro:build:done': ({ dir }) => {
          for (const route of site.calledIndex) {
            const made = new URL(`./${route.slice(0, -1)}_/`, dir)
            renameSync(made, new URL(`./${route}`, dir))
          }
        },
      },
    },
    starlight({
      title: site.title,
      ...(site.about === undefined ? {} : { description: site.about }),
      sidebar: site.sidebar,
      customCss: ['site', 'home', 'drawings', 'search', 'explorer'].map((name) => `./src/styles/${name}.css`),
      lastUpdated: false,
      expressiveCode: {
        // A command needs no picture of a window around it.
        defaultProps: { overridesByLang: { 'bash,sh,shell,console,zsh': { frame: 'none' } } },
        styleOverrides: { borderRadius: '8px', codeFontSize: '0.84rem' },
      },
      pagination: true,
      disable404Route: false,
      components: {
        Head: component('Head'),
        PageTitle: component('PageTitle'),
        Search: component('Search'),
        Sidebar: component('Sidebar'),
        ThemeProvider: component('ThemeProvider'),
        ThemeSelect: component('ThemeSelect'),
      },
    }),
  ],
})
