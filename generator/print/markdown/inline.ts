/**
 * A run of Markdown within one line. A string is text of any origin and is escaped; everything else is built by the
 * functions below, so that no text of a spec can become markup.
 */
export type Inline = string | InlineNode | readonly Inline[]

export type InlineNode =
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly label: Inline; readonly target: string }
  | { readonly kind: 'strong'; readonly inner: Inline }
  | { readonly kind: 'break' }
  | { readonly kind: 'anchor'; readonly id: string }

/** A name or a value as a machine writes it. */
export function code(text: string): InlineNode {
  return { kind: 'code', text }
}

/** `target` is a relative path, an anchor or both: `postgres.md#domain-billing`. */
export function link(label: Inline, target: string): InlineNode {
  return { kind: 'link', label, target }
}

export function strong(inner: Inline): InlineNode {
  return { kind: 'strong', inner }
}

/** A new line within a cell. */
export const lineBreak: InlineNode = { kind: 'break' }

/** What a link can name, where no heading stands: a row of a table. */
export function anchor(id: string): InlineNode {
  return { kind: 'anchor', id }
}

/** Whether nothing would be seen of it. */
export function isBlank(inline: Inline): boolean {
  if (typeof inline === 'string') return inline === '' || inline.trim() === ''
  return isRun(inline) && inline.every(isBlank)
}

/** Whether it is several, one behind another. */
export function isRun(inline: Inline): inline is readonly Inline[] {
  return Array.isArray(inline)
}

/** The items with a text between each two. */
export function joined(items: readonly Inline[], between: Inline = ', '): Inline {
  if (items.length < 2) return items
  const run: Inline[] = []
  for (const item of items) {
    if (run.length > 0) run.push(between)
    run.push(item)
  }
  return run
}
