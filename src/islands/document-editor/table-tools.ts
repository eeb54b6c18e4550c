import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
  mergeCells,
  selectedRect,
  setCellAttr,
  splitCell,
  toggleHeaderCell,
  toggleHeaderRow,
} from 'prosemirror-tables'
import { ask } from './dialog.ts'
import type { Editor } from './editor.ts'
import { captionField } from './insert-dialogs.ts'
import type { Choice, ToolGroup } from './toolbar.ts'

/** The buttons that appear while the caret stands in a table. */
export function tableTools(editor: () => Editor): readonly ToolGroup[] {
  return [
    [
      'Linha',
      { label: 'Inserir linha acima', words: 'acima', command: addRowBefore },
      { label: 'Inserir linha abaixo', words: 'abaixo', command: addRowAfter },
      { label: 'Excluir linha', words: 'excluir', command: deleteRow },
    ],
    [
      'Coluna',
      { label: 'Inserir coluna à esquerda', words: 'à esquerda', command: addColumnBefore },
      { label: 'Inserir coluna à direita', words: 'à direita', command: addColumnAfter },
      { label: 'Excluir coluna', words: 'excluir', command: deleteColumn },
    ],
    [
      'Células',
      { label: 'Mesclar células', words: 'mesclar', command: mergeCells },
      { label: 'Dividir célula', words: 'dividir', command: splitCell },
      alignment,
    ],
    [
      'Cabeçalho',
      { label: 'A linha é cabeçalho', words: 'linha', command: toggleHeaderRow },
      { label: 'A célula é cabeçalho', words: 'célula', command: toggleHeaderCell },
    ],
    [
      'Tabela',
      { label: 'Título da tabela', words: 'título', act: () => void askForCaption(editor()) },
      { label: 'Excluir tabela', words: 'excluir', command: deleteTable },
    ],
  ]
}

const alignment: Choice = {
  label: 'Alinhamento da célula',
  current: (state) => {
    if (!isInTable(state)) return 'none'
    const { map, table, left, top } = selectedRect(state)
    const cell = table.nodeAt(map.map[top * map.width + left] ?? 0)
    return String(cell?.attrs.align ?? 'none')
  },
  groups: [
    [
      'Alinhamento da célula',
      [
        ['none', 'Alinhamento do parágrafo'],
        ['left', 'À esquerda'],
        ['center', 'No centro'],
        ['right', 'À direita'],
      ],
    ],
  ],
  choose: (value) => setCellAttr('align', value === 'none' ? null : value),
}

async function askForCaption({ view, root }: Editor): Promise<void> {
  if (!isInTable(view.state)) return
  const { table, tableStart } = selectedRect(view.state)
  const { way, values } = await ask(root, {
    title: 'Título da tabela',
    submit: 'Guardar',
    fields: [captionField(table.attrs.caption)],
  })
  view.focus()
  if (way !== 'submit') return
  view.dispatch(view.state.tr.setNodeMarkup(tableStart - 1, null, { ...table.attrs, caption: values.caption ?? '' }))
}
