import type { Node } from 'prosemirror-model'
import { Selection } from 'prosemirror-state'

/**
 * Where the caret stands when a text is opened: where somebody stopped writing, if they had begun; in the first empty
 * paragraph of the body; or after what the model already says there.
 */
export function whereOneWrites(doc: Node, grewFrom: Node | undefined): Selection {
  const place = (grewFrom && endOfChange(grewFrom, doc)) ?? emptyParagraph(doc) ?? endOfBody(doc)
  return place === undefined ? Selection.atStart(doc) : Selection.near(doc.resolve(place), -1)
}

/** The end of what differs, in the newer of two texts. */
function endOfChange(older: Node, newer: Node): number | undefined {
  const start = newer.content.findDiffStart(older.content)
  const end = newer.content.findDiffEnd(older.content)
  if (start === null || end === null) return undefined
  // What repeats itself is alike from both ends: the change then ends where it would begin, and what came in after that.
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  return end.a + overlap
}

function emptyParagraph(doc: Node): number | undefined {
  let place: number | undefined
  eachOpenBody(doc, (section, inside) =>
    section.forEach((block, offset) => {
      if (block.type.name === 'paragraph' && block.content.size === 0) place ??= inside + offset + 1
    }),
  )
  return place
}

function endOfBody(doc: Node): number | undefined {
  let place: number | undefined
  eachOpenBody(doc, (section, inside) => {
    place ??= inside + section.content.size
  })
  return place
}

function eachOpenBody(doc: Node, look: (section: Node, inside: number) => void): void {
  doc.forEach((section, offset) => {
    if (section.attrs.kind === 'body' && !section.attrs.locked) look(section, offset + 1)
  })
}
