import { ActResultMessage } from '../../../platform/act-results/act-result-message.tsx'
import { findResult } from '../../../platform/act-results/index.ts'
import { type Answer, html, type InnerVisit } from '../../../platform/http/index.ts'
import { interestedOf } from '../../cases/index.ts'
import { type Document, documentLabel } from '../../documents/index.ts'
import { groupsToChoose } from '../../groups/index.ts'
import {
  type Contact,
  type ContactAccess,
  contactLabel,
  contactsByIds,
  findContacts,
  usualAccess,
} from '../../people/index.ts'
import { selectSender } from '../emails/emails.queries.ts'
import { CircularPage, type CircularTyped } from './circular.page.tsx'
import { refusalsToMake } from './circular.rules.ts'
import { explainCircular, skipped } from './circular.text.ts'
import { type AddressedRow, selectAddressed, selectCircularFacts } from './circulars.queries.ts'
import { factsOf, hasAddressee } from './make-circular.ts'
import { reasonToSkip } from './send-circular.ts'

type Problem = { readonly field?: string; readonly message: string }

/** The addressees of a base and what became of them. */
export async function circularPage(
  visit: InnerVisit,
  base: Document,
  typed: CircularTyped | undefined,
  problems: readonly Problem[],
  status: 200 | 422,
): Promise<Answer> {
  const { db, actor } = visit
  const [addressed, sender, facts, interested, found, chosen, result, groups] = await Promise.all([
    selectAddressed(db, base.id),
    selectSender(db, actor.unitId),
    selectCircularFacts(db, base.typeId, actor.unitId),
    typed ? undefined : interestedOf(db, [base.caseFile.id]),
    typed?.search ? findContacts(db, typed.search) : [],
    typed ? contactsByIds(db, typed.contacts) : [],
    findResult(visit),
    groupsToChoose(db, actor, 'contacts'),
  ])
  const parties = await contactsByIds(
    db,
    (interested?.get(base.caseFile.id) ?? []).map(({ contactId }) => contactId),
  )
  const access = { ...usualAccess, ...facts.access }
  const served = new Set(addressed.map(({ contactId }) => contactId))
  const contacts = [...new Map([...chosen, ...found, ...parties].map((one) => [one.id, one])).values()]
  const obstacles = refusalsToMake(factsOf(base, actor, hasAddressee(facts.template), 1)).map(
    (why) => explainCircular(why).message,
  )
  const number = base.number
  return html(
    <CircularPage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={[
        { label: 'Mesa', href: visit.href('/mesa') },
        { label: `Processo ${base.caseFile.number}`, href: visit.href(`/processos/${base.caseFile.digits}`) },
        { label: documentLabel(base), href: visit.href(`/documentos/${number}`) },
        { label: 'Circular' },
      ]}
      label={documentLabel(base)}
      action={visit.href(`/documentos/${number}/circular`)}
      backHref={visit.href(`/documentos/${number}`)}
      bundleHrefs={[...new Set(addressed.map(({ bundle }) => bundle))].map((one) => ({
        number: one,
        href: visit.href(`/blocos/${one}`),
      }))}
      obstacles={obstacles}
      contacts={contacts
        .filter(({ id }) => !served.has(id))
        .map((one) => ({ value: one.id, label: contactLabel(one, access), hint: emailHint(one, access) }))}
      addressed={addressed.map((row) => choice(row, access))}
      groups={groups}
      senders={sender.addresses}
      unitAcronym={actor.unitAcronym}
      typed={typed ?? blank(addressed)}
      problems={problems}
      result={<ActResultMessage result={result} />}
    />,
    status,
  )
}

/** Whether an e-mail can go; where the unit sees contacts in short, not to what address. */
function emailHint({ email, kind }: Pick<Contact, 'email' | 'kind'>, access: ContactAccess): string {
  if (!email) return 'Sem e-mail no cadastro'
  return access[kind] === 'short' ? 'Tem e-mail no cadastro' : email
}

function choice(row: AddressedRow, access: ContactAccess) {
  const why = reasonToSkip(row)
  return {
    value: row.number,
    label: `${row.contactName} (${row.number})`,
    hint: row.emailNumber ? `Enviado: e-mail ${row.emailNumber}` : why ? capital(skipped[why]) : emailHint(row, access),
  }
}

/** At first all that has not gone yet is marked: what cannot go is told in the report. */
function blank(addressed: readonly AddressedRow[]): CircularTyped {
  const documents = addressed.filter(({ emailNumber }) => !emailNumber).map(({ number }) => number)
  return { search: '', contacts: [], documents, sender: '', subject: '', message: '' }
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
