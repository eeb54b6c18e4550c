import type { ComponentChildren, VNode } from 'preact'

/**
 * What JSX means on the server: text, made at once. A browser needs a tree to compare with the next one; a page that is
 * rendered once needs none, and building it, walking it and throwing it away was the greater part of what a page cost.
 *
 * The compiler calls `jsx` for every element, children before parents. Components are plain functions: no state, no
 * hooks, no context. The types are Preact's, whose elements are typed well; a `VNode` is opaque to everybody, and here
 * it is a `Markup`.
 */
export type { JSX } from 'preact/jsx-runtime'

/** Finished markup. Only this module makes it, so that no object from elsewhere is taken for it. */
class Markup {
  readonly html: string
  constructor(html: string) {
    this.html = html
  }
}

type Props = Readonly<Record<string, unknown>>
type Component = (props: Props) => unknown

/** An element, or what a component makes of its properties. */
export function jsx(type: string | Component, props: Props): VNode {
  if (typeof type === 'string') return asNode(elementOf(type, props))
  const made = type(props)
  return asNode(made instanceof Markup ? made : new Markup(textOf(made)))
}

export { jsx as jsxDEV, jsx as jsxs }

/** What the compiler calls where a key stands behind spread properties. */
export function createElement(type: string | Component, props: Props | null, ...children: unknown[]): VNode {
  return jsx(type, children.length > 0 ? { ...props, children } : (props ?? {}))
}

export function Fragment({ children }: { readonly children?: ComponentChildren }): ComponentChildren {
  return children
}

/** The text of what JSX made, and of anything else that may stand among children. */
export function textOf(child: unknown): string {
  if (typeof child === 'string') return escaped(child)
  if (child instanceof Markup) return child.html
  if (child === undefined || child === null || typeof child === 'boolean') return ''
  if (typeof child === 'number' || typeof child === 'bigint') return String(child)
  if (!Array.isArray(child)) throw new TypeError('something that is neither text nor markup stands among children')
  let all = ''
  for (const one of child) all += textOf(one)
  return all
}

/** Markup that stands for itself: only for what this program wrote. */
export function rawMarkup(html: string): VNode {
  return asNode(new Markup(html))
}

const asNode = (markup: Markup) => markup as unknown as VNode

function elementOf(type: string, props: Props): Markup {
  let start = `<${type}`
  let inside = ''
  for (const name in props) {
    const value = props[name]
    if (name === 'children') inside = textOf(value)
    else if (name === 'dangerouslySetInnerHTML') inside = (value as { readonly __html: string }).__html
    else if (value !== undefined && value !== null) start += attribute(name, value)
  }
  if (endless.has(type)) return new Markup(type === 'use' ? `${start}/>` : `${start}>`)
  return new Markup(`${start}>${inside}</${type}>`)
}

/** Elements without an end, and the one drawing of which every page is full. */
const endless: ReadonlySet<string> = new Set([
  'br',
  'col',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'use',
  'wbr',
])

function attribute(name: string, value: unknown): string {
  const begin = begins.get(name) ?? beginOf(name)
  if (typeof value === 'string') return value === '' ? begin.alone : `${begin.equals}${escaped(value)}"`
  if (typeof value === 'number') return `${begin.equals}${value}"`
  if (typeof value !== 'boolean') throw new TypeError(`the attribute ${name} is neither text, number nor yes or no`)
  if (begin.inWords) return `${begin.equals}${value}"`
  return value ? begin.alone : ''
}

interface Beginning {
  readonly alone: string
  readonly equals: string
  /** Says `true` and `false`, where others are there or not. */
  readonly inWords: boolean
}

const begins = new Map<string, Beginning>()

/** Names of attributes are constants of this program; what could be anything else is a fault. */
function beginOf(name: string): Beginning {
  if (!/^[a-z][a-zA-Z:-]*$/.test(name) || foreign.has(name)) throw new TypeError(`${name} is no attribute of HTML`)
  const inWords = /^(?:aria|data)-|^(?:draggable|spellcheck)$/.test(name)
  const begin = { alone: ` ${name}`, equals: ` ${name}="`, inWords }
  begins.set(name, begin)
  return begin
}

/** Names of other worlds, which would be written and mean nothing; and styles, which the policy of content forbids. */
const foreign: ReadonlySet<string> = new Set(['className', 'htmlFor', 'httpEquiv', 'acceptCharset', 'style', 'ref'])

function escaped(text: string): string {
  return needsEscape.test(text) ? text.replace(each, (sign) => signs[sign] ?? sign) : text
}

const needsEscape = /["&<]/
const each = /["&<]/g
const signs: Readonly<Record<string, string>> = { '"': '&quot;', '&': '&amp;', '<': '&lt;' }
