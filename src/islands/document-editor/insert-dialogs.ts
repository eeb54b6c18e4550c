import type { Mark } from 'prosemirror-model'
import type { EditorState } from 'prosemirror-state'
import { isLinkAddress, schema } from '../../rich-text/index.ts'
import { insertBlock, insertInline, selectedNode, tableOf } from './commands.ts'
import { ask, type Field } from './dialog.ts'
import type { Editor } from './editor.ts'

const { nodes, marks } = schema

/** A link on the selected words, or on words that are asked for; an empty address takes the link away. */
export async function askForLink(editor: Editor): Promise<void> {
  const { view, root } = editor
  const around = linkAround(view.state)
  const needsWords = view.state.selection.empty && !around
  const words: Field = {
    name: 'words',
    label: 'Texto do link',
    kind: 'text',
    check: required('Escreva o texto do link.'),
  }
  const { way, values } = await ask(root, {
    title: around ? 'Alterar o link' : 'Inserir link',
    submit: around ? 'Alterar' : 'Inserir',
    fields: [
      ...(needsWords ? [words] : []),
      {
        name: 'href',
        label: 'Endereço',
        kind: 'text',
        value: around?.mark.attrs.href,
        hint: 'Começa com https://, http:// ou mailto:',
        check: (value) =>
          isLinkAddress(completeAddress(value))
            ? undefined
            : 'Este endereço não serve para um link. Use um que comece com https://, http:// ou mailto:.',
      },
    ],
    ways: around ? [['remove', 'Retirar o link']] : [],
  })
  view.focus()
  const { from, to } = around ?? view.state.selection
  if (way === 'remove') view.dispatch(view.state.tr.removeMark(from, to, marks.link))
  if (way !== 'submit') return
  const mark = marks.link.create({ href: completeAddress(values.href ?? '') })
  if (needsWords) view.dispatch(view.state.tr.replaceSelectionWith(schema.text(values.words ?? '', [mark]), false))
  else view.dispatch(view.state.tr.removeMark(from, to, marks.link).addMark(from, to, mark))
}

/** What people write, `www.rn.gov.br` or `setor@rn.gov.br`, as an address. */
function completeAddress(value: string): string {
  if (/^[^\s@:/]+@[^\s@/]+\.[^\s@/]+$/.test(value)) return `mailto:${value}`
  return /^[\w-]+(\.[\w-]+)+([/?#].*)?$/.test(value) ? `https://${value}` : value
}

/** The link that the caret stands in, over all the runs it covers. */
function linkAround(state: EditorState): { mark: Mark; from: number; to: number } | undefined {
  const { $from } = state.selection
  const { parent } = $from
  const mark = marks.link.isInSet($from.marks()) ?? marks.link.isInSet($from.nodeAfter?.marks ?? [])
  if (!mark) return undefined
  let [from, to, position, closed] = [-1, -1, $from.start(), false]
  parent.forEach((child) => {
    const covered = mark.isInSet(child.marks)
    if (covered && !closed) {
      if (from === -1) from = position
      to = position + child.nodeSize
    } else if (to >= $from.pos) closed = true
    else [from, to] = [-1, -1]
    position += child.nodeSize
  })
  return from === -1 ? undefined : { mark, from, to }
}

/** A reference to a case file or a document by its number, which stays right wherever the text is read. */
export async function askForNumber(editor: Editor): Promise<void> {
  const { way, values } = await ask(editor.root, {
    title: 'Citar processo ou documento',
    submit: 'Inserir',
    fields: [
      {
        name: 'kind',
        label: 'O que citar',
        kind: 'select',
        options: [
          ['case_link', 'Processo'],
          ['document_link', 'Documento'],
        ],
      },
      {
        name: 'number',
        label: 'Número',
        kind: 'text',
        hint: 'Como aparece na tela, com ou sem pontos: 00001.000123/2026-11',
        check: (value) => {
          const digits = value.replace(/\D/g, '')
          if (digits.length === 0) return 'Escreva o número do processo ou do documento.'
          return digits.length > 30 || /[^\d.\-/\s]/.test(value)
            ? 'O número só tem algarismos, pontos, barra e hífen.'
            : undefined
        },
      },
    ],
  })
  editor.view.focus()
  if (way !== 'submit') return
  const type = values.kind === 'document_link' ? nodes.document_link : nodes.case_link
  const number = (values.number ?? '').replace(/\D/g, '')
  run(editor, insertInline(type.create({ number, label: values.number ?? number })))
}

/** A footnote: a new one at the caret, or the selected one changed. */
export async function askForFootnote(editor: Editor): Promise<void> {
  const { view } = editor
  const selected = selectedNode(view.state, nodes.footnote)
  const { way, values } = await ask(editor.root, {
    title: selected ? 'Alterar a nota de rodapé' : 'Inserir nota de rodapé',
    submit: selected ? 'Alterar' : 'Inserir',
    fields: [
      {
        name: 'text',
        label: 'Texto da nota',
        kind: 'long',
        value: selected?.attrs.text,
        check: (value) =>
          value === '' ? 'Escreva o texto da nota.' : value.length > 5000 ? 'A nota passa de 5.000 letras.' : undefined,
      },
    ],
    ways: selected ? [['remove', 'Retirar a nota']] : [],
  })
  view.focus()
  if (way === 'remove') view.dispatch(view.state.tr.deleteSelection())
  if (way === 'submit')
    run(editor, insertInline(nodes.footnote.create({ text: (values.text ?? '').replace(/\s+/g, ' ') })))
}

export async function askForTable(editor: Editor): Promise<void> {
  const between = (low: number, high: number) => (value: string) =>
    /^\d+$/.test(value) && Number(value) >= low && Number(value) <= high
      ? undefined
      : `Escreva um número de ${low} a ${high}.`
  const { way, values } = await ask(editor.root, {
    title: 'Inserir tabela',
    submit: 'Inserir',
    fields: [
      { name: 'rows', label: 'Linhas', kind: 'number', value: '3', check: between(1, 100) },
      { name: 'columns', label: 'Colunas', kind: 'number', value: '3', check: between(1, 20) },
      { name: 'header', label: 'A primeira linha é o cabeçalho', kind: 'checkbox', value: 'sim' },
      captionField(''),
    ],
  })
  editor.view.focus()
  if (way !== 'submit') return
  const table = tableOf(Number(values.rows), Number(values.columns), values.header === 'sim', values.caption ?? '')
  run(editor, insertBlock(table))
}

export const captionField = (value: string): Field => ({
  name: 'caption',
  label: 'Título da tabela',
  kind: 'text',
  value,
  hint: 'Aparece acima da tabela; ajuda quem ouve o texto em vez de ver.',
  check: (written) => (written.length > 500 ? 'O título passa de 500 letras.' : undefined),
})

const required =
  (message: string) =>
  (value: string): string | undefined =>
    value === '' ? message : undefined

function run({ view, tell }: Editor, command: ReturnType<typeof insertInline>): void {
  if (!command(view.state, view.dispatch, view))
    tell('Ponha o cursor no texto, onde isto deve entrar, e tente outra vez.')
}
