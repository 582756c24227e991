const anchor = /^<a id="([\w.-]+)"><\/a>$/

/** An anchor right before a heading becomes the heading's own, so that contents and search lead to the same place. */
export const headingAnchors = {
  name: 'heading-anchors',
  heading(node, context) {
    const at = context.indexOf(node)
    const before = at === undefined ? undefined : context.parent(node)?.children[at - 1]
    if (before === undefined) return
    const [, id] = anchor.exec(htmlOf(before).trim()) ?? []
    if (id === undefined) return
    context.removeNode(before)
    context.setProperty(node, 'data', { hProperties: { id } })
  },
}

/** The HTML of a block that is nothing else. */
function htmlOf(node) {
  if (node.type === 'html') return node.value ?? ''
  if (node.type !== 'paragraph') return ''
  const children = node.children ?? []
  return children.every(({ type }) => type === 'html') ? children.map(({ value }) => value ?? '').join('') : ''
}
