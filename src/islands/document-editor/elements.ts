type Attribute = string | number | boolean | undefined | ((event: Event) => void)

/**
 * An element with its attributes, listeners (`onclick`) and children. Text is always text: there is no way to hand HTML
 * in, so nothing that people wrote can become markup, and no style attribute can upset the content policy.
 */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly (Node | string | undefined)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value)
    else if (value === true) element.setAttribute(name, '')
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value))
  }
  element.append(...children.filter((child) => child !== undefined))
  return element
}

let count = 0

/** An id that no other element of the page has. */
export const freshId = (): string => `editor-${++count}`
