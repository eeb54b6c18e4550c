import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** Turns a shell into the text of a whole HTML document. */
export function renderDocument(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`
}
