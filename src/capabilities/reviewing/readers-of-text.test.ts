import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { actorOf, done } from '../../../test/support/builders-cases.ts'
import { aDraft, textOf } from '../../../test/support/builders-documents.ts'
import { wordsOf } from '../../../test/support/builders-output.ts'
import { aDraftToReview, review } from '../../../test/support/builders-reviewing.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Person } from '../../../test/support/person.ts'
import { at } from '../../../test/support/world.ts'
import {
  canonicalJson,
  compareContents,
  comparisonToHtml,
  fieldsIn,
  fillVariables,
  passagesOf,
  proposedChanges,
  type RichText,
  toHtml,
  toPlainText,
  toText,
} from '../../rich-text/index.ts'
import { duplicateDocument } from '../documents/duplicating/duplicate-document.ts'
import { passagesOf as passagesToHide, redact } from '../documents/redacting/redact.rules.ts'
import { writeThread } from './threads/write-thread.ts'

/** Words that stand in no page, model or register: wherever they come up, they came from the suggestion. */
const suggested = 'xilogravura'
const commented = 'ornitorrinco'
/** What the text does say, by which a reader shows that it read. */
const written = 'dez dias'

let house: TestHouse
let marina: Person
let number: string
let digits: string
let content: RichText
beforeAll(async () => {
  house = await openTestHouse()
  marina = await house.signIn('marina')
  ;({ number, digits } = await aDraftToReview(house))
  const paulo = await actorOf(house, 'paulo', at.prot)
  const meant = { passage: 0, quote: written, before: '', after: '' }
  const say = (text: string, suggestion: string | undefined) =>
    done(writeThread(house.db, paulo, { number, meant, text, suggestion }, house.platform.clock()))
  await say('', `quinze dias de ${suggested}`)
  await say(`Onde está o ${commented}?`, undefined)
  await house.workOff()
  ;({ content } = await textOf(house, number))
})
afterAll(() => house.close())

const emptied = (): RichText =>
  ({ ...content, content: content.content.map((one) => ({ ...one, content: [] })) }) as never

describe('with a suggestion open, R6 no reader of a text knows the suggested words', () => {
  it('while the page of the review does', async () => {
    const { text } = await marina.open(review(number))
    expect(text).toContain(suggested)
    expect(text).toContain(commented)
  })

  const readers: Readonly<Record<string, (text: RichText) => string>> = {
    'as it is kept': (text) => canonicalJson(text),
    'plain text': (text) => text.content.map(toPlainText).join('\n'),
    HTML: (text) => toHtml(text),
    'the text that the search reads': (text) => toText(text),
    'the passages of the review': (text) => JSON.stringify(passagesOf(text)),
    'a comparison': (text) => JSON.stringify(compareContents(text, emptied())),
    'a comparison as HTML': (text) => comparisonToHtml(compareContents(text, emptied())),
    'sections, one by one': (text) => JSON.stringify(text.content.map(({ content: blocks }) => blocks)),
    'variables and fields filled in': (text) => JSON.stringify([fieldsIn(text), fillVariables(text, {} as never)]),
    'what changed against a copy': (text) => JSON.stringify([text, proposedChanges(text, text)]),
    'passages to hide': (text) => JSON.stringify(passagesToHide(text)),
    'what stays beside stripes': (text) =>
      JSON.stringify(redact(text, { passages: new Set(), words: ['restituição'] }).sections),
  }
  test.each(Object.entries(readers))('%s', (_, read) => {
    const read_ = read(content)
    expect(read_).toContain(written)
    expect(read_).not.toContain(suggested)
    expect(read_).not.toContain(commented)
  })

  const addresses: Readonly<Record<string, (w: { number: string; digits: string }) => string>> = {
    'the page of the document': (w) => `/documentos/${w.number}`,
    'its content': (w) => `/documentos/${w.number}/conteudo`,
    'the editor': (w) => `/documentos/${w.number}/editor`,
    'a version': (w) => `/documentos/${w.number}/versoes/2`,
    'the comparison of versions': (w) => `/documentos/${w.number}/versoes/comparacao?de=1&ate=2`,
    'the page of signing': (w) => `/documentos/${w.number}/assinatura`,
    'the search within the case file': (w) => `/processos/${w.digits}/pesquisa?q=recurso`,
  }
  test.each(Object.entries(addresses))('%s', async (_, address) => {
    const { status, html } = await marina.open(`/em/${at.prot}${address({ number, digits })}`)
    expect(status).toBe(200)
    expect(html.replaceAll(/<[^>]+>/g, '')).toContain('dez')
    expect(html).not.toContain(suggested)
    expect(html).not.toContain(commented)
  })

  it('the PDF', async () => {
    const words = await wordsOf((await marina.open(`/em/${at.prot}/documentos/${number}/pdf`)).bytes)
    expect(words).toContain(written)
    expect(words).not.toContain(suggested)
    expect(words).not.toContain(commented)
  })

  test.each(['pesquisa?q=', `processos/{digits}/pesquisa?q=`])('the search at %s', async (part) => {
    const ask = async (words: string) =>
      (await marina.open(`/em/${at.prot}/${part.replace('{digits}', digits)}${words}`)).text
    expect(await ask('recurso')).toContain('O prazo para recurso')
    for (const words of [suggested, commented]) expect(await ask(words)).not.toContain('O prazo para')
  })

  it('a copy, and a draft that took it for its model', async () => {
    const actor = await actorOf(house, 'marina', at.prot)
    const request = { number, toDigits: undefined }
    const copy = await done(duplicateDocument(house.db, actor, request, house.platform.clock()))
    const after = await aDraft(house, digits, { initialText: { kind: 'document', number } })
    for (const one of [copy.number, after]) {
      const words = canonicalJson((await textOf(house, one)).content)
      expect(words).toContain(written)
      expect(words).not.toContain(suggested)
    }
  })

  it('no table but those of the review', async () => {
    await house.workOff()
    const found = [await tablesThatSay(suggested), await tablesThatSay(commented)]
    expect(found).toEqual([['reviewing.thread'], ['reviewing.reply']])
    expect(await tablesThatSay('Publique-se')).toContain('documents.version')
  })
})

/** Every table in which some column holds the word, whatever its type. */
async function tablesThatSay(word: string): Promise<string[]> {
  const tables = await house.db<{ name: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
     order by 1`
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await house.db`select 1 from ${house.db.unsafe(name)} t where t::text like ${`%${word}%`} limit 1`
    if (rows.length > 0) found.push(name)
  }
  return found
}
