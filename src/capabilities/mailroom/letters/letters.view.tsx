import type { FormFields } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit } from '../../../platform/http/index.ts'
import type { Action, FormError } from '../../../ui/index.ts'
import { interestedOf } from '../../cases/index.ts'
import { type Document, documentLabel } from '../../documents/index.ts'
import { accessOf, contactLabel, contactsByIds, findContacts } from '../../people/index.ts'
import { AskLetterPage } from './ask-letter.page.tsx'
import { isSigned, standingRefusals } from './ask-letter.ts'
import { LetterPage } from './letter.page.tsx'
import { explainAsk } from './letter.text.ts'
import { letterSteps } from './letter.ts'
import { LettersPage } from './letters.page.tsx'
import {
  type LetterRow,
  selectAttachments,
  selectLetter,
  selectLetterSteps,
  selectLetters,
  selectOfDocument,
} from './letters.queries.ts'
import { NotPostedPage } from './not-posted.page.tsx'

/** Among the acts of a document: its posting, where it is signed and ours. */
export function letterActs(visit: InnerVisit, document: Document): Action[] {
  const may = visit.actor.permissions.has('cases.change') && isSigned(document) && document.readRefusals.length === 0
  return may
    ? [{ label: 'Postar com AR', icon: 'send', href: visit.href(`/documentos/${document.number}/postagem`) }]
    : []
}

export async function askLetterPage(
  visit: InnerVisit,
  document: Document,
  typed: FormFields | undefined,
  problems: readonly FormError[],
): Promise<Answer> {
  const { db, actor, now, page, formKeys, href } = visit
  const shown = {
    number: document.number,
    label: documentLabel(document),
    caseNumber: document.caseFile.number,
    caseDigits: document.caseFile.digits,
  }
  const standing = standingRefusals(document, actor)
  if (standing.length > 0) {
    const letters = await selectOfDocument(db, actor, document.id, now)
    const kinds = standing.map(({ kind }) => kind)
    const way = {
      maySign:
        document.isDraft && document.isOurs && !kinds.includes('case') && actor.permissions.has('signatures.sign'),
      goesByHand: kinds.includes('confidential'),
    }
    const reasons = standing.map((why) => explainAsk(why).message)
    return html(<NotPostedPage {...{ page, href, letters, reasons }} {...way} document={shown} />, 409)
  }
  const sought = visit.query('procurar').trim().slice(0, 100)
  const [interested, found, [chosen], access, letters] = await Promise.all([
    interestedOf(db, [document.caseFile.id]),
    sought ? findContacts(db, sought) : [],
    contactsByIds(db, [visit.query('contato')]),
    accessOf(db, actor.unitId),
    selectOfDocument(db, actor, document.id, now),
  ])
  const blank = { servico: 'registered', ar: 'sim', formato: 'envelope' }
  const known = chosen ? { contato: chosen.id, destinatario: chosen.name, ...placeOf(chosen.city) } : {}
  return html(
    <AskLetterPage
      {...{ page, formKeys, href, problems, sought, letters }}
      document={shown}
      fields={typed ?? { ...blank, ...known }}
      names={(interested.get(document.caseFile.id) ?? []).map(({ name }) => name)}
      contacts={found.map((contact) => ({ id: contact.id, label: contactLabel(contact, access), city: contact.city }))}
    />,
    problems.length > 0 ? 422 : 200,
  )
}

/** `Natal/RN` or `Natal` as registers have it. */
function placeOf(city: string): FormFields {
  const [, name = city, state = ''] = /^(.*?)\s*[/-]\s*([A-Za-z]{2})$/.exec(city) ?? []
  return { cidade: name, uf: state.toUpperCase() }
}

export async function lettersPage(visit: InnerVisit): Promise<Answer> {
  const { db, actor, now, page, href } = visit
  const state = visit.query('situacao')
  const step = letterSteps.find((one) => one === state)
  const pageNumber = pageOf(visit)
  const filter =
    state === 'ar-pendente' ? ({ side: 'asked', only: 'late' } as const) : ({ side: 'asked', step } as const)
  const letters = await selectLetters(db, actor, filter, pageNumber, now)
  return html(<LettersPage {...{ page, href, pageNumber, letters }} state={step ?? ('only' in filter ? state : '')} />)
}

export const pageOf = (visit: InnerVisit): number =>
  Math.min(1000, Math.max(1, Number.parseInt(visit.query('pagina'), 10) || 1))

/** The letter of the address; undefined where it is not for this person. */
export async function letterOf(visit: InnerVisit): Promise<LetterRow | undefined> {
  const id = visit.param('id')
  return /^[1-9]\d{0,17}$/.test(id) ? selectLetter(visit.db, visit.actor, { id }, 'reading', visit.now) : undefined
}

/** The letter with this code; undefined where it is not for this person. */
export async function letterByCode(visit: InnerVisit, trackingCode: string): Promise<LetterRow | undefined> {
  return selectLetter(visit.db, visit.actor, { trackingCode }, 'reading', visit.now)
}

export async function letterPage(
  visit: InnerVisit,
  letter: LetterRow,
  fields: FormFields,
  problems: readonly FormError[],
): Promise<Answer> {
  const { db, actor, page, formKeys, href } = visit
  const [steps, attachments] = await Promise.all([
    selectLetterSteps(db, letter.id),
    letter.document ? selectAttachments(db, letter.id) : [],
  ])
  // What the post wrote of a letter that became confidential waits for the password with the rest.
  const told = letter.addressee === '(reservado)' ? steps.map((one) => ({ ...one, note: '' })) : steps
  const mayWrite = actor.permissions.has('cases.change')
  return html(
    <LetterPage {...{ page, formKeys, href, letter, attachments, mayWrite, fields, problems }} steps={told} />,
    problems.length > 0 ? 422 : 200,
  )
}
