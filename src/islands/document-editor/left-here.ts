import { parseContent, toText } from '../../rich-text/index.ts'
import { openDraftStore } from './draft-store.ts'
import { freshId, h } from './elements.ts'
import { hasArrived } from './recovery-dialog.ts'
import { sayWhen } from './say.ts'

/**
 * What was typed in this browser into a document that can no longer be written in: shown where the editor is refused, to
 * be copied or thrown away. The page tells which sending the server has, so that the same text is not shown twice.
 */
export async function showLeftHere(place: HTMLElement): Promise<void> {
  const { documento = '', usuario = '', sessao = '', sequencia = '' } = place.dataset
  const store = openDraftStore(documento, usuario)
  const sending = sessao === '' ? undefined : { session: sessao, sequence: Number(sequencia) }
  for (const draft of await store.left()) {
    const parsed = parseContent(draft.content)
    if (!parsed.ok) continue
    if (hasArrived(draft, sending)) await store.discard(draft.key)
    else place.append(leftText(toText(parsed.content), new Date(draft.at), () => store.discard(draft.key)))
  }
}

function leftText(text: string, at: Date, discard: () => Promise<void>): HTMLElement {
  const [titleId, areaId] = [freshId(), freshId()]
  const title = h('h2', { id: titleId, class: 'card__title' }, `O que você digitou neste computador ${sayWhen(at)}`)
  const throwAway = async () => {
    await discard()
    card.replaceWith(h('p', { role: 'status' }, 'O texto que estava neste computador foi descartado.'))
  }
  const button = (label: string, attributes: object) =>
    h('button', { type: 'button', class: 'button button--secondary button--small', ...attributes }, label)
  const card = h(
    'section',
    { class: 'card', 'aria-labelledby': titleId },
    h('div', { class: 'card__head' }, title),
    h(
      'div',
      { class: 'card__body' },
      h('p', {}, h('label', { for: areaId }, 'Não chegou ao servidor e não pode mais ser salvo neste documento.')),
      h('textarea', { id: areaId, class: 'input', rows: 12, readonly: true }, text),
      h('div', { class: 'form-actions' }, button('Copiar o texto', { 'data-copiar': text, 'data-copiado': 'Copiado' })),
      h(
        'details',
        { class: 'details' },
        h('summary', { class: 'details__summary' }, 'Descartar o texto'),
        h(
          'div',
          { class: 'details__body' },
          h(
            'p',
            {},
            'Este texto só existe neste computador. Copie antes o que quiser aproveitar: não há como desfazer.',
          ),
          button('Descartar o que digitei', { onclick: () => void throwAway() }),
        ),
      ),
    ),
  )
  return card
}
