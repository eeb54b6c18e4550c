import type { ComponentChildren, VNode } from 'preact'
import { textOf } from './jsx/jsx-runtime.ts'

/** Turns a shell into the text of a whole HTML document. */
export function renderDocument(page: VNode): string {
  return `<!doctype html>${textOf(page)}`
}

/** The text of a part of a page. */
export function renderPart(part: ComponentChildren): string {
  return textOf(part)
}
