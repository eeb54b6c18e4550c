import { toggleMark } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import type { MarkType } from 'prosemirror-model'
import type { EditorState } from 'prosemirror-state'
import { isInTable } from 'prosemirror-tables'
import { PARAGRAPH_STYLES, schema } from '../../rich-text/index.ts'
import {
  type AnyList,
  applyStyle,
  clearMarks,
  currentList,
  currentStyle,
  deeper,
  insertBlock,
  shallower,
  toggleList,
} from './commands.ts'
import type { Editor } from './editor.ts'
import { askForImage } from './image-dialog.ts'
import { askForFootnote, askForLink, askForNumber, askForTable } from './insert-dialogs.ts'
import { openPalette } from './palette.ts'
import type { Settings } from './settings.ts'
import type { Choice, Tool, ToolGroup } from './toolbar.ts'

const { marks, nodes } = schema

/** The buttons above the sheet, in groups: going back, style, letters, lists, what can be inserted. */
export function writingTools(settings: Settings, editor: () => Editor): readonly ToolGroup[] {
  const dialog = (open: (editor: Editor) => unknown) => () => void open(editor())
  return [
    [
      { label: 'Desfazer', icon: 'undo', keys: 'Ctrl+Z', command: undo, everywhere: true },
      { label: 'Refazer', icon: 'redo', keys: 'Ctrl+Y', command: redo, everywhere: true },
    ],
    [styleChoice],
    [
      markTool('Negrito', 'N', 'editor-glyph-strong', marks.strong, 'Ctrl+B'),
      markTool('Itálico', 'I', 'editor-glyph-em', marks.em, 'Ctrl+I'),
      markTool('Sublinhado', 'S', 'editor-glyph-underline', marks.underline, 'Ctrl+U'),
      markTool('Tachado', 'T', 'editor-glyph-strike', marks.strike),
      markTool('Sobrescrito', 'x²', '', marks.sup),
      markTool('Subscrito', 'x₂', '', marks.sub),
      { label: 'Limpar formatação', icon: 'clear', command: clearMarks },
    ],
    [
      { label: 'Lista com marcadores', icon: 'bullets', keys: 'Ctrl+Shift+8', ...listTool('bullet') },
      { label: 'Lista numerada', glyph: '1.', keys: 'Ctrl+Shift+7', ...listTool('1') },
      { label: 'Lista de alíneas', glyph: 'a)', ...listTool('a') },
      { label: 'Lista de incisos', glyph: 'I.', ...listTool('I') },
      { label: 'Diminuir o nível na lista', icon: 'outdent', command: shallower },
      { label: 'Aumentar o nível na lista', icon: 'indent', command: deeper },
    ],
    [
      { label: 'Inserir tabela', words: 'Tabela', icon: 'table', act: dialog(askForTable) },
      ...(settings.imageUrl === undefined
        ? []
        : [{ label: 'Inserir imagem', words: 'Imagem', icon: 'image' as const, act: dialog((it) => askForImage(it)) }]),
      { label: 'Inserir link', words: 'Link', icon: 'link', keys: 'Ctrl+Shift+L', act: dialog(askForLink) },
      {
        label: 'Citar processo ou documento pelo número',
        words: 'Processo ou documento',
        icon: 'file',
        act: dialog(askForNumber),
      },
      { label: 'Inserir nota de rodapé', words: 'Nota', icon: 'note', act: dialog(askForFootnote) },
      {
        label: 'Inserir quebra de página',
        words: 'Quebra',
        icon: 'pageBreak',
        command: insertBlock(nodes.page_break.create()),
      },
      {
        label: 'Inserir texto padrão ou variável',
        words: 'Texto padrão',
        icon: 'text',
        keys: 'Ctrl+Shift+X',
        act: dialog((it) => openPalette(it)),
      },
    ],
  ]
}

export const inTable = (state: EditorState): boolean => isInTable(state)

const styleChoice: Choice = {
  label: 'Estilo do parágrafo',
  current: currentStyle,
  groups: [
    ['Texto', Object.entries(PARAGRAPH_STYLES)],
    [
      'Títulos',
      [
        ['heading-1', 'Título 1'],
        ['heading-2', 'Título 2'],
        ['heading-3', 'Título 3'],
      ],
    ],
  ],
  choose: applyStyle,
}

function markTool(label: string, glyph: string, className: string, type: MarkType, keys?: string): Tool {
  return {
    label,
    glyph,
    className,
    ...(keys ? { keys } : {}),
    command: toggleMark(type),
    isOn: ({ storedMarks, selection, doc }) => {
      const { $from, from, to, empty } = selection
      return empty ? !!type.isInSet(storedMarks ?? $from.marks()) : doc.rangeHasMark(from, to, type)
    },
  }
}

const listTool = (kind: AnyList): Pick<Tool, 'command' | 'isOn'> => ({
  command: toggleList(kind),
  isOn: (state) => currentList(state) === kind,
})
