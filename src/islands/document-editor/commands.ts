import { setBlockType } from 'prosemirror-commands'
import type { Attrs, Node, NodeType } from 'prosemirror-model'
import { liftListItem, sinkListItem, wrapInList } from 'prosemirror-schema-list'
import { type Command, type EditorState, NodeSelection, Selection, TextSelection } from 'prosemirror-state'
import { type ListKind, schema } from '../../rich-text/index.ts'

const { nodes } = schema

/** Selects the section the caret stands in: selecting everything would only meet locked sections. */
export const selectSection: Command = (state, dispatch) => {
  const { $from } = state.selection
  if ($from.depth === 0) return false
  const [start, end] = [state.doc.resolve($from.start(1)), state.doc.resolve($from.end(1))]
  dispatch?.(state.tr.setSelection(TextSelection.between(start, end)))
  return true
}

/** The caret goes where writing begins: past what is locked, which holds no caret. */
export const goToStart: Command = goToWritable('first')
export const goToEnd: Command = goToWritable('last')

function goToWritable(which: 'first' | 'last'): Command {
  return (state, dispatch) => {
    const places: { from: number; to: number }[] = []
    state.doc.forEach((section, offset) => {
      if (!section.attrs.locked) places.push({ from: offset + 1, to: offset + section.nodeSize - 1 })
    })
    const place = which === 'first' ? places[0] : places.at(-1)
    if (!place) return false
    const edge = state.doc.resolve(which === 'first' ? place.from : place.to)
    const selection = Selection.findFrom(edge, which === 'first' ? 1 : -1, true) ?? Selection.near(edge)
    dispatch?.(state.tr.setSelection(selection).scrollIntoView())
    return true
  }
}

/** What the style menu shows: `heading-2`, `justified`. Empty when the selection mixes styles. */
export function currentStyle(state: EditorState): string {
  const styles = new Set<string>()
  const { from, to } = state.selection
  state.doc.nodesBetween(from, to, (node) => {
    if (node.type === nodes.paragraph) styles.add(String(node.attrs.style))
    if (node.type === nodes.heading) styles.add(`heading-${node.attrs.level}`)
    return !node.isTextblock
  })
  const [only, another] = styles
  return another === undefined ? (only ?? '') : ''
}

export function applyStyle(style: string): Command {
  const level = /^heading-([1-3])$/.exec(style)?.[1]
  return level ? setBlockType(nodes.heading, { level: Number(level) }) : setBlockType(nodes.paragraph, { style })
}

export type AnyList = 'bullet' | ListKind

/** The kind of the list nearest to the caret. */
export function currentList(state: EditorState): AnyList | undefined {
  const found = listAround(state)
  if (!found) return undefined
  return found.node.type === nodes.bullet_list ? 'bullet' : (found.node.attrs.kind as ListKind)
}

/** A list of that kind around the selection; the same kind again takes it away, another kind changes it. */
export function toggleList(kind: AnyList): Command {
  const type: NodeType = kind === 'bullet' ? nodes.bullet_list : nodes.ordered_list
  const attrs: Attrs | null = kind === 'bullet' ? null : { kind, start: 1 }
  return (state, dispatch, view) => {
    const found = listAround(state)
    if (!found) return wrapInList(type, attrs)(state, dispatch)
    if (currentList(state) === kind) return liftListItem(nodes.list_item)(state, dispatch, view)
    dispatch?.(state.tr.setNodeMarkup(found.position, type, attrs))
    return true
  }
}

export const deeper: Command = sinkListItem(nodes.list_item)
export const shallower: Command = liftListItem(nodes.list_item)

function listAround(state: EditorState): { node: Node; position: number } | undefined {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth)
    if (node.type === nodes.bullet_list || node.type === nodes.ordered_list)
      return { node, position: $from.before(depth) }
    if (node.type.spec.tableRole) return undefined
  }
  return undefined
}

/** Removes bold, italics and the like, keeping links. */
export const clearMarks: Command = (state, dispatch) => {
  const { from, to, empty } = state.selection
  if (empty) return false
  const transaction = state.tr
  for (const [name, type] of Object.entries(schema.marks)) if (name !== 'link') transaction.removeMark(from, to, type)
  dispatch?.(transaction)
  return true
}

/** Puts a block after the block of the caret, and leaves the caret where one goes on writing. */
export function insertBlock(block: Node): Command {
  return (state, dispatch) => {
    const transaction = state.tr.replaceSelectionWith(block)
    if (!transaction.docChanged) return false
    dispatch?.(transaction.scrollIntoView())
    return true
  }
}

export function insertInline(inline: Node): Command {
  return (state, dispatch) => {
    if (!state.selection.$from.parent.inlineContent) return false
    dispatch?.(state.tr.replaceSelectionWith(inline, true).scrollIntoView())
    return true
  }
}

/** The selected node of that type: an image or a note to be changed rather than a new one to be made. */
export function selectedNode(state: EditorState, type: NodeType): Node | undefined {
  const { selection } = state
  return selection instanceof NodeSelection && selection.node.type === type ? selection.node : undefined
}

export function tableOf(rows: number, columns: number, hasHeader: boolean, caption: string): Node {
  const cell = (type: NodeType) => type.create(null, nodes.paragraph.create({ style: 'left' }))
  return nodes.table.create(
    { caption },
    Array.from({ length: rows }, (_, row) =>
      nodes.table_row.create(
        null,
        Array.from({ length: columns }, () => cell(hasHeader && row === 0 ? nodes.table_header : nodes.table_cell)),
      ),
    ),
  )
}
