/** Each table stands in a box of its own, in which it scrolls where it is wider than the page. */
export const tableBoxes = {
  name: 'table-boxes',
  element: {
    filter: ['table'],
    visit(node) {
      return { type: 'element', tagName: 'div', properties: { className: ['table-box'] }, children: [node] }
    },
  },
}
