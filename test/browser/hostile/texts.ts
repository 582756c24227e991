/** What a script leaves behind that ran although it should not have. */
export const mark = '__ran'

const run = `window.${mark}=1`

/**
 * Texts that have broken out of one documentation tool or another. Each stands in a spec as a description would; none may
 * become more than the words that it is.
 */
export const hostileTexts: readonly string[] = [
  `</script><script>${run}</script>`,
  `<img src=x onerror="${run}"><svg/onload=${run}>`,
  `"><img src=x onerror=${run}> ' onmouseover='${run}`,
  `<iframe srcdoc="<script>parent.${mark}=1</script>"></iframe><object data="javascript:${run}"></object>`,
  `<base href="https://evil.test/"><meta http-equiv="refresh" content="0;url=https://evil.test/">`,
  `<link rel=stylesheet href=https://evil.test/x.css><style>body{display:none}</style></style></title></textarea>`,
  `&lt;img src=x onerror=${run}&gt; &#60;script&#62;${run}&#60;/script&#62;`,
  `[click](javascript:${run}) ![x](https://evil.test/x.png) <javascript:${run}> [ref]: javascript:${run}`,
  `[click]( jav\tascript:${run} ) <a href="java&#x73;cript:${run}">x</a> https://evil.test/a www.evil.test`,
  `# heading\n\n## another\n\n- list\n\n> quote\n\n| a | b |\n|---|---|\n| c | d |\n\n\`\`\`js\n${run}\n\`\`\``,
  `---\ntitle: taken\nhead:\n  - tag: script\n    content: ${run}\ntemplate: splash\n---\n\nbody`,
  `{{ constructor.constructor('${run}')() }} <div v-html="x" @click="${run}"></div> {{{ raw }}}`,
  `{${run}} {process.exit(1)} <Fragment set:html={"<img src=x onerror=${run}>"} /> {/* comment */}`,
  `import fs from 'node:fs'\nexport const prerender = false\n\n<script is:inline>${run}</script>`,
  `:::danger[title]{onclick="${run}"}\ntext\n::: :tip[x]{#taken .y} ::leaf{style="display:none"}`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is meant to look like one
  '${process.exit(1)} `${1}` <% process.exit(1) %> {% raw %} #{x} @{x} [[toc]] [^1]',
  `%%{init: {"securityLevel": "loose"}}%%\nclick A href "javascript:${run}"\nA["<img src=x onerror=${run}>"] --> B`,
  `"] } end\n%% comment ; click A call ${run}() :::evil ||--o{ #quot; #35;`,
  `<!-- --> --!> <![CDATA[ ]]> <?xml version="1.0"?> <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]> &e;`,
  `<a id="_top"></a><h1 id="columns">taken</h1> <details open ontoggle=${run}><summary>x</summary></details>`,
  `safe\u202Etxet\u202C one\u2028two\u2029three \u2066isolated\u2069 bell\u0007 escape\u001b[31m`,
  `\\ \\n \\u003cscript\\u003e${run}\\u003c/script\\u003e ends with \\`,
  `__proto__ constructor toString \u00ad\u200b <b>bold</b> **strong** _em_ ~~gone~~ \`code\` 1. one`,
  `${'long'.repeat(120)} ${'long words '.repeat(60)}`,
]
