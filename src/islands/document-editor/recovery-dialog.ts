import { canonicalJson, parseContent, type RichText } from '../../rich-text/index.ts'
import { ask } from './dialog.ts'
import type { DraftStore, KeptDraft } from './draft-store.ts'
import { h } from './elements.ts'
import type { Opened } from './opening.ts'
import { sayWhen } from './say.ts'
import { twoTexts } from './two-texts.ts'

/**
 * Offers what other visits left in this browser and the server never confirmed. Answers the text that the person wants
 * back; put off, it is offered again at the next opening.
 */
export async function recover(
  place: HTMLElement,
  store: DraftStore,
  server: Pick<Opened, 'content' | 'savedAt' | 'sending'>,
): Promise<{ content: RichText; key: string } | undefined> {
  for (const draft of await store.left()) {
    if (hasArrived(draft, server.sending)) {
      await store.discard(draft.key)
      continue
    }
    const parsed = parseContent(draft.content)
    const merged = parsed.ok ? withTemplateOf(server.content, parsed.content) : undefined
    // What cannot be read now stays where it is: a later version of the editor may.
    if (!merged) continue
    if (canonicalJson(merged) === canonicalJson(server.content)) {
      await store.discard(draft.key)
      continue
    }
    const at = new Date(draft.at)
    const isOlder = server.savedAt !== undefined && at < server.savedAt
    const { way } = await ask(place, {
      title: 'Há um texto seu que não chegou ao servidor',
      submit: 'Recuperar este texto',
      cancel: 'Decidir depois',
      wide: true,
      body: [
        h('p', {}, `Foi escrito neste computador ${sayWhen(at)} e ficou guardado aqui.`),
        h(
          'p',
          {},
          isOlder ? 'O texto do servidor é mais recente do que ele.' : 'É mais recente do que o texto do servidor.',
        ),
        twoTexts({ name: 'No servidor', content: server.content }, { name: 'Neste computador', content: merged }),
      ],
      ways: [['discard', 'Descartar']],
    })
    if (way === 'submit') return { content: merged, key: draft.key }
    if (way === undefined) return undefined
    await store.discard(draft.key)
  }
  return undefined
}

/** The server has what this page sent then, or later: the copy only missed the word that it arrived. */
function hasArrived({ session, sequence }: KeptDraft, sending: Opened['sending']): boolean {
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
