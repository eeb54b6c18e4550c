import { keepResult } from '../../../platform/act-results/index.ts'
import { fieldList, fieldText } from '../../../platform/form-fields.ts'
import { type Answer, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { type Document, documentMissing, findDocument } from '../../documents/index.ts'
import { contactsOfGroup, noSuchGroup, pickedGroup } from '../../groups/index.ts'
import { wordsOf } from '../emails/email.form.ts'
import type { CircularTyped } from './circular.page.tsx'
import { explainCircular } from './circular.text.ts'
import { circularPage } from './circular.view.tsx'
import { makeCircular } from './make-circular.ts'
import { sendCircular } from './send-circular.ts'

const writing = { permission: 'documents.write' } as const
type Problem = { readonly field?: string; readonly message: string }

/** Circulars: a base, one document for each addressee, and their sending. */
export function circularRoutes(router: Router): void {
  router.page('/documentos/:numero/circular', writing, async (visit) => {
    const base = await findBase(visit)
    return base ? circularPage(visit, base, undefined, [], 200) : documentMissing(visit)
  })

  router.act('/documentos/:numero/circular', writing, async (visit) => {
    const base = await findBase(visit)
    if (!base) return notFound
    const typed = readTyped(visit)
    const group = pickedGroup(visit.form)
    if (group !== undefined) return withGroup(visit, base, typed, group)
    if (fieldText(visit.form, 'ato') === 'procurar') return circularPage(visit, base, typed, [], 200)
    const request = { number: base.number, contactIds: typed.contacts }
    const outcome = await makeCircular(visit.db, visit.actor, request, visit.now)
    if (!outcome) return notFound
    if (!outcome.done) return circularPage(visit, base, typed, outcome.refusals.map(explainCircular), 422)
    const { bundle, documents } = outcome.value
    const items = documents.map(({ number, contact }) => ({
      label: contact.name,
      href: visit.href(`/documentos/${number}`),
      done: true,
      text: `documento ${number} no bloco ${bundle}${contact.email.trim() === '' ? '; sem e-mail no cadastro' : ''}.`,
    }))
    return told(visit, base, { title: 'Documentos da circular', items })
  })

  router.act('/documentos/:numero/circular/envio', writing, async (visit) => {
    const base = await findBase(visit)
    if (!base) return notFound
    const typed = readTyped(visit)
    const words = wordsOf(typed)
    const problems: Problem[] = [
      ...(typed.documents.length === 0 ? [{ field: 'documento', message: 'Marque ao menos um destinatário.' }] : []),
      ...(words.subject === '' ? [{ field: 'assunto', message: 'Escreva o assunto.' }] : []),
      ...(words.message === '' ? [{ field: 'mensagem', message: 'Escreva a mensagem.' }] : []),
    ]
    if (problems.length > 0) return circularPage(visit, base, typed, problems, 422)
    const request = { ...words, number: base.number, documents: typed.documents }
    const results = await sendCircular(visit.platform, visit.db, visit.actor, request, visit.now)
    if (!results) return notFound
    const items = results.map((one) => ({
      label: one.contactName,
      href: visit.href(`/documentos/${one.number}`),
      done: one.done,
      text: one.text,
    }))
    return told(visit, base, { title: 'Envio da circular', items })
  })
}

async function told(visit: InnerVisit, base: Document, result: Parameters<typeof keepResult>[1]): Promise<Answer> {
  return redirect(visit.href(`/documentos/${base.number}/circular${await keepResult(visit, result)}`))
}

/** The page again with the contacts of the group marked; those of it that are served already are not shown again. */
async function withGroup(visit: InnerVisit, base: Document, typed: CircularTyped, groupId: string): Promise<Answer> {
  const group = await contactsOfGroup(visit.db, visit.actor, groupId)
  if (!group) return circularPage(visit, base, typed, [noSuchGroup], 422)
  const contacts = [...new Set([...typed.contacts, ...group.contacts.map(({ id }) => id)])].slice(0, 200)
  return circularPage(visit, base, { ...typed, contacts }, [], 200)
}

/** Who has bundles and reads the document; everybody else finds nothing. */
async function findBase(visit: InnerVisit): Promise<Document | undefined> {
  if (!visit.actor.permissions.has('bundles.use')) return undefined
  const base = await findDocument(visit.db, visit.actor, visit.param('numero'), 'reading', visit.now)
  return base && base.readRefusals.length === 0 ? base : undefined
}

function readTyped({ form }: InnerVisit): CircularTyped {
  return {
    search: fieldText(form, 'busca').slice(0, 200),
    contacts: fieldList(form, 'contato')
      .filter((one) => /^\d{1,18}$/.test(one))
      .slice(0, 200),
    documents: fieldList(form, 'documento').filter((one) => /^\d{1,15}$/.test(one)),
    sender: fieldText(form, 'de'),
    subject: fieldText(form, 'assunto').slice(0, 200),
    message: fieldText(form, 'mensagem').slice(0, 20_000),
  }
}
