import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import {
  type Anchor,
  anchorAt,
  type Inline,
  locate,
  measureInline,
  passagesOf,
  type RichText,
} from '../../rich-text/index.ts'

/** A passage that somebody speaks about, as it is drawn on the sheet; it is never part of the text. */
export interface MarkedPassage {
  readonly id: string
  readonly anchor: Anchor
  readonly isSuggestion: boolean
}

const key = new PluginKey<DecorationSet>('review-marks')

/** Draws passages under review. They move along with what is typed, and are nowhere in the document itself. */
export function reviewMarks(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, marks) => {
        const given = transaction.getMeta(key) as readonly MarkedPassage[] | undefined
        return given ? drawn(transaction.doc, given) : marks.map(transaction.mapping, transaction.doc)
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })
}

/** Shows these passages instead of those shown before. */
export function showMarks(view: EditorView, passages: readonly MarkedPassage[]): void {
  view.dispatch(view.state.tr.setMeta(key, passages).setMeta('addToHistory', false))
}

/** Where a passage stands on the sheet now; undefined: nowhere any more. */
export function placeOfMark(
  state: EditorState,
  id: string,
): { readonly from: number; readonly to: number } | undefined {
  return key.getState(state)?.find(undefined, undefined, (spec) => spec.id === id)[0]
}

/** What the selection points at: its words, or the whole paragraph of the caret. Undefined across paragraphs. */
export function anchorOfSelection({ doc, selection }: EditorState): Anchor | undefined {
  const { $from, $to, empty } = selection
  if (!$from.parent.isTextblock || !$from.sameParent($to)) return undefined
  const texts = textsOf(doc)
  const passage = textblocksOf(doc).findIndex(({ node, at }) => node === $from.parent && at === $from.before())
  const start = empty ? 0 : charactersBefore($from.parent, $from.parentOffset)
  const end = empty ? (texts[passage]?.length ?? 0) : charactersBefore($from.parent, $to.parentOffset)
  return anchorAt(texts, { passage, start, end })
}

function drawn(doc: Node, passages: readonly MarkedPassage[]): DecorationSet {
  const [texts, blocks] = [textsOf(doc), textblocksOf(doc)]
  const decorations = passages.flatMap(({ id, anchor, isSuggestion }) => {
    const place = locate(texts, anchor)
    const block = place && blocks[place.passage]
    if (!block) return []
    const inside = block.at + 1
    const [from, to] = [placesBefore(block.node, place.start), placesBefore(block.node, place.end)]
    const name = isSuggestion ? 'editor-marked editor-marked--suggestion' : 'editor-marked'
    return [Decoration.inline(inside + from, inside + to, { class: name }, { id })]
  })
  return DecorationSet.create(doc, decorations)
}

const textsOf = (doc: Node): string[] => passagesOf(doc.toJSON() as RichText).map(({ text }) => text)

/** In the order of `passagesOf`. */
function textblocksOf(doc: Node): { readonly node: Node; readonly at: number }[] {
  const blocks: { node: Node; at: number }[] = []
  doc.descendants((node, at) => {
    if (node.isTextblock) blocks.push({ node, at })
    return !node.isTextblock
  })
  return blocks
}

function charactersBefore(block: Node, offset: number): number {
  let count = 0
  block.forEach((child, at) => {
    const { characters, places } = measureInline(child.toJSON() as Inline)
    if (at + places <= offset) count += characters
    else if (at < offset) count += offset - at
  })
  return count
}

function placesBefore(block: Node, characters: number): number {
  let [count, found] = [0, 0]
  block.forEach((child, at) => {
    const measure = measureInline(child.toJSON() as Inline)
    if (count >= characters) return
    const missing = characters - count
    found = child.isText ? at + Math.min(missing, measure.places) : at + measure.places
    count += measure.characters
  })
  return found
}
