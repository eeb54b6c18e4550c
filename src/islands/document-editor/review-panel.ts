import { TextSelection } from 'prosemirror-state'
import { type Anchor, compareWords, parseContent, type RichText } from '../../rich-text/index.ts'
import type { Editor } from './editor.ts'
import { freshId, h } from './elements.ts'
import { anchorOfSelection, placeOfMark, showMarks } from './review-marks.ts'
import { type Review, type ReviewThread, readReview, sayReview, sayWaiting } from './review-threads.ts'
import { dateOf } from './saving.ts'
import { sayWhen } from './say.ts'

export interface ReviewPanel {
  readonly element: HTMLElement
  /** Begins a comment on what is selected, or on the paragraph of the caret. */
  readonly begin: () => void
}

interface PanelParts {
  readonly editor: Editor
  /** Makes a version of what was typed; answers whether the text on the sheet is the last version. */
  readonly saveFirst: () => Promise<boolean>
  /** The text after a suggestion was taken in. */
  readonly show: (text: {
    readonly content: RichText
    readonly version: unknown
    readonly savedAt: Date | undefined
  }) => void
}

/**
 * What was said about passages of the text, beside the sheet. Passages are drawn on the sheet and are not in the text.
 * Undefined where there is no review, or its server does not answer.
 */
export async function openReviewPanel({ editor, saveFirst, show }: PanelParts): Promise<ReviewPanel | undefined> {
  const { server, view, settings, tell } = editor
  const url = settings.reviewUrl && `${settings.reviewUrl}/observacoes`
  if (url === undefined) return undefined
  const first = await server.get(url)
  if (first.kind !== 'ok') return undefined
  const titleId = freshId()
  const title = h('h2', { id: titleId, class: 'editor-review-title' })
  const waiting = h('p', { class: 'editor-review-waiting' })
  const writing = h('div', { class: 'editor-review-new' })
  const list = h('ul', { class: 'editor-review-list' })
  const element = h('aside', { class: 'editor-review', 'aria-labelledby': titleId }, title, waiting, writing, list)

  const draw = (review: Review) => {
    const open = review.threads.filter(({ state }) => state === 'open')
    title.textContent = sayReview(review)
    const words = sayWaiting(review)
    waiting.textContent = words ?? ''
    waiting.hidden = words === undefined
    const items = open.map((thread) => threadItem(thread, review, { goTo, send }))
    const add = h(
      'button',
      { type: 'button', class: 'button button--secondary button--small', onclick: begin },
      'Comentar trecho',
    )
    add.setAttribute('aria-keyshortcuts', 'Control+Alt+M')
    add.title = 'Comentar o trecho selecionado (Ctrl+Alt+M)'
    const page = h('a', { href: settings.reviewUrl, class: 'editor-review-link' }, 'Abrir a página da revisão')
    list.replaceChildren(...items)
    if (!writing.querySelector('form')) writing.replaceChildren(...(review.speaks ? [add] : []), page)
    showMarks(
      view,
      open.map((thread) => ({ id: thread.id, anchor: thread, isSuggestion: thread.suggestion !== null })),
    )
  }
  let shown = readReview(first.body)

  const send = async (message: Readonly<Record<string, unknown>>, done: string): Promise<boolean> => {
    const changesText = message.act === 'accept'
    if (changesText && !(await saveFirst())) return false
    const reply = await server.send('POST', url, message)
    if (reply.kind !== 'ok') {
      tell(reply.kind === 'refused' ? reply.message : 'O servidor não respondeu. Tente de novo.')
      return false
    }
    shown = readReview(reply.body)
    const content = changesText ? parseContent(reply.body.content) : undefined
    if (content?.ok) {
      show({ content: content.content, version: reply.body.version, savedAt: dateOf(reply.body.savedAt) })
    }
    draw(shown)
    tell(done)
    return true
  }

  const goTo = (id: string) => {
    const place = placeOfMark(view.state, id)
    if (!place) return tell('O trecho não está mais no texto.')
    const selection = TextSelection.create(view.state.doc, place.from, place.to)
    view.dispatch(view.state.tr.setSelection(selection).scrollIntoView())
    view.focus()
  }

  const begin = () => {
    if (!shown.speaks) return
    const anchor = anchorOfSelection(view.state)
    if (!anchor) return tell('Selecione um trecho de um só parágrafo.')
    const close = () => {
      writing.replaceChildren()
      draw(shown)
      view.focus()
    }
    const form = newThread(anchor, close, async (text, suggestion) => {
      const { passage, quote, before, after } = anchor
      const meant = { passage, quote, before, after }
      const sent = await send(
        { act: 'write', meant, text, suggestion },
        suggestion === undefined ? 'Comentário enviado.' : 'Sugestão enviada.',
      )
      if (sent) close()
    })
    writing.replaceChildren(form)
    form.querySelector('textarea')?.focus()
  }

  draw(shown)
  return { element, begin }
}

function newThread(
  anchor: Anchor,
  close: () => void,
  send: (text: string, suggestion: string | undefined) => Promise<void>,
): HTMLFormElement {
  const [textId, wordsId] = [freshId(), freshId()]
  const text = h('textarea', { id: textId, rows: 3, maxlength: 2000 })
  const words = h('textarea', { id: wordsId, rows: 3, maxlength: 8000 })
  words.value = anchor.quote
  const form = h(
    'form',
    { class: 'editor-review-form', 'aria-label': 'Novo comentário' },
    h('blockquote', {}, anchor.quote),
    h('label', { for: textId }, 'Comentário'),
    text,
    h('label', { for: wordsId }, 'Redação sugerida (mude para sugerir)'),
    words,
    h(
      'div',
      { class: 'editor-review-acts' },
      h('button', { type: 'submit', class: 'button button--primary button--small' }, 'Enviar'),
      h('button', { type: 'button', class: 'button button--quiet button--small', onclick: close }, 'Cancelar'),
    ),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void send(text.value, words.value === anchor.quote ? undefined : words.value)
  })
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
  })
  return form
}

interface ThreadActs {
  readonly goTo: (id: string) => void
  readonly send: (message: Readonly<Record<string, unknown>>, done: string) => Promise<boolean>
}

function threadItem(thread: ReviewThread, review: Review, { goTo, send }: ThreadActs): HTMLLIElement {
  const { id, suggestion, quote, author, at } = thread
  const button = (label: string, act: () => void, kind = 'quiet') =>
    h('button', { type: 'button', class: `button button--${kind} button--small`, onclick: act }, label)
  const reply = h('textarea', { rows: 2, maxlength: 2000, 'aria-label': `Resposta a ${author}` })
  const acts = [
    ...(review.speaks && suggestion === null
      ? [button('Resolver', () => void send({ act: 'resolve', id }, 'Comentário resolvido.'), 'secondary')]
      : []),
    ...(suggestion !== null && review.decides
      ? [button('Aceitar', () => void send({ act: 'accept', id }, 'Sugestão aceita: está no texto.'), 'secondary')]
      : []),
    ...(suggestion !== null && (review.decides || thread.isMine)
      ? [button('Rejeitar', () => void send({ act: 'reject', id }, 'Sugestão rejeitada.'))]
      : []),
    button('Ir ao trecho', () => goTo(id)),
  ]
  const answering = h(
    'details',
    { class: 'editor-review-answer' },
    h('summary', {}, 'Responder'),
    reply,
    button(
      'Enviar resposta',
      () => void send({ act: 'reply', id, text: reply.value }, 'Resposta enviada.'),
      'secondary',
    ),
  )
  return h(
    'li',
    { class: 'editor-review-thread' },
    h('p', { class: 'editor-review-kind' }, suggestion === null ? 'Comentário' : 'Sugestão'),
    h('p', { class: 'editor-review-who' }, `${author}, ${thread.unitAcronym}${at ? `, ${sayWhen(at)}` : ''}`),
    suggestion === null
      ? h('blockquote', {}, quote)
      : h('p', { class: 'editor-review-words' }, ...changedWords(quote, suggestion)),
    ...thread.replies.map((one, place) =>
      // Who began a comment was named above it.
      h('p', {}, place === 0 && suggestion === null && one.author === author ? one.text : `${one.author}: ${one.text}`),
    ),
    h('div', { class: 'editor-review-acts' }, ...acts),
    ...(review.speaks ? [answering] : []),
  )
}

/** What goes and what comes, in words also for who does not see the strokes. */
function changedWords(quote: string, suggestion: string): (Node | string)[] {
  const hidden = (words: string) => h('span', { class: 'visually-hidden' }, words)
  return compareWords(quote, suggestion).map(({ kind, text }) => {
    if (kind === 'same') return text
    return h(kind === 'added' ? 'ins' : 'del', {}, hidden(kind === 'added' ? '[entra: ' : '[sai: '), text, hidden(']'))
  })
}
