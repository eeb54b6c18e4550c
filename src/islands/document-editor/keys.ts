import {
  chainCommands,
  createParagraphNear,
  exitCode,
  liftEmptyBlock,
  selectParentNode,
  splitBlockAs,
  toggleMark,
} from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import { InputRule, inputRules, undoInputRule, wrappingInputRule } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import { splitListItem } from 'prosemirror-schema-list'
import { type Command, Plugin } from 'prosemirror-state'
import { goToNextCell } from 'prosemirror-tables'
import { schema, VARIABLES } from '../../rich-text/index.ts'
import { applyStyle, deeper, goToEnd, goToStart, selectSection, shallower, toggleList } from './commands.ts'

const { nodes, marks } = schema

export const lineBreak: Command = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView())
  return true
})

/** A new paragraph goes on in the style of the one before, except after a title or a heading. */
const splitParagraph = splitBlockAs((node, atEnd) => {
  const goesOn = node.type === nodes.paragraph && node.attrs.style !== 'documentTitle'
  if (goesOn) return { type: nodes.paragraph, attrs: node.attrs }
  return atEnd ? { type: nodes.paragraph } : null
})

/** Enter in an empty paragraph that carries a number ends the numbering, as it ends a list. */
const endNumbering: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const { parent } = $from
  if (!empty || parent.content.size > 0 || !NUMBERED.has(parent.attrs.style)) return false
  dispatch?.(state.tr.setNodeMarkup($from.before(), nodes.paragraph, { style: 'justified' }))
  return true
}
const NUMBERED = new Set(['numbered', 'article', 'articleParagraph', 'romanItem', 'letteredItem'])

/** What Enter does. */
export const newParagraph: Command = chainCommands(
  splitListItem(nodes.list_item),
  endNumbering,
  createParagraphNear,
  liftEmptyBlock,
  splitParagraph,
)

/** The keys of the text itself; those of the page (save, sign, link) belong to the whole editor. */
export const writingKeys = keymap({
  'Mod-z': chainCommands(undoInputRule, undo),
  'Mod-y': redo,
  'Mod-Shift-z': redo,
  'Mod-b': toggleMark(marks.strong),
  'Mod-i': toggleMark(marks.em),
  'Mod-u': toggleMark(marks.underline),
  'Mod-Shift-8': toggleList('bullet'),
  'Mod-Shift-7': toggleList('1'),
  'Mod-Alt-0': applyStyle('justified'),
  'Mod-Alt-1': applyStyle('heading-1'),
  'Mod-Alt-2': applyStyle('heading-2'),
  'Mod-Alt-3': applyStyle('heading-3'),
  'Mod-a': selectSection,
  'Mod-Home': goToStart,
  'Mod-End': goToEnd,
  'Alt-ArrowUp': selectParentNode,
  Backspace: undoInputRule,
  'Shift-Enter': lineBreak,
  'Mod-Enter': lineBreak,
  Enter: newParagraph,
})

/**
 * Tab moves between cells and shifts list items; everywhere else, and anywhere after Esc, it leaves the text as it does
 * on the rest of the page: nobody is trapped (WCAG 2.1.2).
 */
export function tabKeys(tell: (message: string) => void): Plugin {
  let leaves = false
  const inside = (command: Command): Command => {
    return (state, dispatch, view) => !leaves && command(state, dispatch, view)
  }
  const next = inside(chainCommands(goToNextCell(1), deeper))
  const previous = inside(chainCommands(goToNextCell(-1), shallower))
  return new Plugin({
    props: {
      handleKeyDown: (view, event) => {
        if (event.key === 'Escape') {
          leaves = true
          tell('Pressione Tab para sair do texto.')
          return false
        }
        if (event.key !== 'Tab') {
          if (event.key !== 'Shift') leaves = false
          return false
        }
        if (event.ctrlKey || event.altKey || event.metaKey) return false
        return (event.shiftKey ? previous : next)(view.state, view.dispatch, view)
      },
      handleDOMEvents: {
        blur: () => {
          leaves = false
          return false
        },
      },
    },
  })
}

/** `- ` and `1. ` begin lists; a known `@variavel@` becomes one. Backspace right after takes the change back. */
export const writingRules = inputRules({
  rules: [
    wrappingInputRule(/^\s*[-•*]\s$/, nodes.bullet_list),
    wrappingInputRule(/^(\d{1,4})\.\s$/, nodes.ordered_list, (match) => ({ start: Number(match[1]) || 1, kind: '1' })),
    new InputRule(/@([a-z][a-z0-9_]{0,59})@$/, (state, match, start, end) => {
      const name = match[1] ?? ''
      const label = VARIABLES[name]
      return label === undefined ? null : state.tr.replaceWith(start, end, nodes.variable.create({ name, label }))
    }),
  ],
})
