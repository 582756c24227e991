/** A box that scrolls can be reached and scrolled by the keyboard; one that does not is no stop. */
const watched = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const scrolls = target.scrollWidth > target.clientWidth + 1
    target.toggleAttribute('data-scrolls', scrolls)
    if (!scrolls) {
      for (const name of ['tabindex', 'role', 'aria-label']) target.removeAttribute(name)
      continue
    }
    target.setAttribute('tabindex', '0')
    target.setAttribute('role', 'region')
    target.setAttribute('aria-label', labelOf(target))
  }
})

for (const box of document.querySelectorAll('.table-box')) watched.observe(box)

/** As the heading above it is called, with a number: regions of a page have different names. */
function labelOf(box: Element): string {
  const number = [...document.querySelectorAll('.table-box')].indexOf(box) + 1
  let before = box.previousElementSibling
  while (before !== null && before.querySelector('h2, h3, h4') === null) before = before.previousElementSibling
  const heading = before?.querySelector('h2, h3, h4')?.textContent?.trim() ?? ''
  return heading === '' ? `Table ${number}` : `Table ${number}: ${heading}`
}
