import { canonicalJson, countWords, parseContent, type RichText, sayWordCount, schema } from '../../rich-text/index.ts'
import { ask } from './dialog.ts'
import type { DraftStore, KeptDraft } from './draft-store.ts'
import { h } from './elements.ts'
import type { Opened } from './opening.ts'
import { sayWhen } from './say.ts'
import { twoTexts } from './two-texts.ts'

/** A text that another visit left in this browser, in the template that the document has now. */
export interface LeftText {
  readonly key: string
  readonly content: RichText
  readonly at: Date
}

/** What other visits left in this browser and the server never confirmed, the newest first. What it has is thrown away. */
export async function textsLeft(store: DraftStore, server: Pick<Opened, 'content' | 'sending'>): Promise<LeftText[]> {
  const left: LeftText[] = []
  for (const draft of await store.left()) {
    if (hasArrived(draft, server.sending)) {
      await store.discard(draft.key)
      continue
    }
    const parsed = parseContent(draft.content)
    const content = parsed.ok ? withTemplateOf(server.content, parsed.content) : undefined
    // What cannot be read now stays where it is: a later version of the editor may.
    if (!content) continue
    if (canonicalJson(content) === canonicalJson(server.content)) await store.discard(draft.key)
    else left.push({ key: draft.key, content, at: new Date(draft.at) })
  }
  return left
}

/**
 * Offers them one by one. Answers the text that the person goes on with; put off, it is offered at the next opening.
 * Discarded is said only when this browser has let go of the last of them.
 */
export async function recover(
  place: HTMLElement,
  store: DraftStore,
  server: Pick<Opened, 'content' | 'savedAt'>,
  left: readonly LeftText[],
): Promise<LeftText | 'put off' | 'discarded'> {
  for (const text of left) {
    const way = await offer(place, server, text)
    if (way === 'submit') return text
    if (way === undefined) return 'put off'
    await store.discard(text.key)
  }
  return 'discarded'
}

/** Discarding asks once more: who thinks better of it is before the two texts again. */
async function offer(
  place: HTMLElement,
  server: Pick<Opened, 'content' | 'savedAt'>,
  text: LeftText,
): Promise<string | undefined> {
  const isOlder = server.savedAt !== undefined && text.at < server.savedAt
  for (;;) {
    const { way } = await ask(place, {
      title: `Recuperamos o que você digitou ${sayWhen(text.at)}`,
      submit: 'Continuar com o que digitei',
      cancel: 'Decidir depois',
      wide: true,
      body: [
        h('p', {}, 'Ainda não tinha sido guardado no servidor: ficou neste computador.'),
        h(
          'p',
          {},
          isOlder ? 'O texto do servidor é mais recente do que este.' : 'É mais recente do que o texto do servidor.',
        ),
        twoTexts(
          { name: 'No servidor', content: server.content },
          { name: 'O que você digitou', content: text.content },
        ),
      ],
      ways: [['discard', 'Descartar']],
    })
    if (way !== 'discard' || (await isMeant(place, text))) return way
  }
}

async function isMeant(place: HTMLElement, { at, content }: LeftText): Promise<boolean> {
  const words = sayWordCount(countWords(schema.nodeFromJSON(content)))
  const lost = `Perde-se o que você digitou ${sayWhen(at)} e só existe neste computador: um texto de ${words}.`
  const { way } = await ask(place, {
    title: 'Descartar o que você digitou?',
    submit: 'Descartar o que digitei',
    cancel: 'Voltar sem descartar',
    isFinal: true,
    body: [h('p', {}, `${lost} O texto do servidor continua como está. Não há como desfazer.`)],
  })
  return way === 'submit'
}

/** The server has what this page sent then, or later: the copy only missed the word that it arrived. */
export function hasArrived({ session, sequence }: KeptDraft, sending: Opened['sending']): boolean {
  return sending !== undefined && session === sending.session && sequence !== undefined && sequence <= sending.sequence
}

/** The open sections of one text in the template of another, whose locked sections may have changed since. */
export function withTemplateOf(template: RichText, text: RichText): RichText | undefined {
  const sections = template.content.map((section) => {
    const own = text.content.find(({ attrs }) => attrs.key === section.attrs.key)
    return section.attrs.locked || !own ? section : { ...section, content: own.content }
  })
  const parsed = parseContent({ type: 'doc', content: sections })
  return parsed.ok ? parsed.content : undefined
}
