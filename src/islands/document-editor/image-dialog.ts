import { schema } from '../../rich-text/index.ts'
import { insertBlock, selectedNode } from './commands.ts'
import { ask, type Field } from './dialog.ts'
import type { Editor } from './editor.ts'

/** The largest image that is sent. Scans belong among the documents of the case file, not inside a text. */
const MOST_BYTES = 10 * 1024 * 1024
const KINDS = /^image\/(png|jpeg|gif|webp)$/

/**
 * An image: chosen here, or already at hand from the clipboard or a drag. Its description is asked for at once, because
 * nobody comes back to write it later.
 */
export async function askForImage(editor: Editor, given?: File): Promise<void> {
  const { view, settings, server, tell } = editor
  const { image } = schema.nodes
  const selected = given ? undefined : selectedNode(view.state, image)
  const problem = given && problemWith(given)
  if (problem) return tell(problem)
  const fileField: Field = { name: 'file', label: 'Arquivo (PNG, JPEG, GIF ou WebP)', kind: 'file' }
  const { way, values, file } = await ask(editor.root, {
    title: selected ? 'Alterar a imagem' : 'Inserir imagem',
    submit: selected ? 'Alterar' : 'Inserir',
    fields: [
      ...(selected || given
        ? []
        : [{ ...fileField, check: (path: string) => (path ? undefined : 'Escolha o arquivo.') }]),
      {
        name: 'alt',
        label: 'Descrição da imagem',
        kind: 'text',
        value: selected?.attrs.alt,
        hint: 'Diga o que a imagem mostra, para quem não a vê.',
        check: (value, all) =>
          value === '' && all.decorative !== 'sim'
            ? 'Descreva a imagem, ou marque que ela é só enfeite.'
            : value.length > 1000
              ? 'A descrição passa de 1.000 letras.'
              : undefined,
      },
      {
        name: 'decorative',
        label: 'É só enfeite, não informa nada',
        kind: 'checkbox',
        value: selected?.attrs.alt === '' ? 'sim' : '',
      },
      {
        name: 'width',
        label: 'Largura',
        kind: 'select',
        value: String(selected?.attrs.width ?? 50),
        options: [10, 15, 20, 25, 30, 40, 50, 60, 75, 100].map((width) => [String(width), `${width}% da página`]),
      },
      {
        name: 'align',
        label: 'Posição',
        kind: 'select',
        value: selected?.attrs.align ?? 'center',
        options: [
          ['left', 'À esquerda'],
          ['center', 'No centro'],
          ['right', 'À direita'],
        ],
      },
    ],
    ways: selected ? [['remove', 'Retirar a imagem']] : [],
  })
  view.focus()
  if (way === 'remove') view.dispatch(view.state.tr.deleteSelection())
  if (way !== 'submit') return
  const attrs = {
    alt: values.decorative === 'sim' ? '' : values.alt,
    width: Number(values.width),
    align: values.align,
  }
  if (selected) return view.dispatch(view.state.tr.replaceSelectionWith(image.create({ ...selected.attrs, ...attrs })))
  const chosen = given ?? file
  if (!chosen || settings.imageUrl === undefined) return
  const wrong = problemWith(chosen)
  if (wrong) return tell(wrong)
  tell('Enviando a imagem…')
  const reply = await server.upload(settings.imageUrl, chosen)
  const src = reply.kind === 'ok' ? reply.body.src : undefined
  if (typeof src !== 'string')
    return tell(reply.kind === 'refused' ? reply.message : 'A imagem não chegou ao servidor. Tente outra vez.')
  insertBlock(image.createChecked({ src, ...attrs }))(view.state, view.dispatch, view)
  tell('Imagem inserida.')
}

export const isImage = (file: File): boolean => KINDS.test(file.type)

function problemWith(file: File): string | undefined {
  if (!isImage(file)) return 'Este arquivo não é uma imagem PNG, JPEG, GIF ou WebP.'
  return file.size > MOST_BYTES ? 'A imagem passa de 10 MB. Diminua-a e tente outra vez.' : undefined
}
