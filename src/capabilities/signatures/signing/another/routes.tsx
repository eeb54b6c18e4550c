import { keepResult } from '../../../../platform/act-results/index.ts'
import { fieldText } from '../../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../../platform/http/index.ts'
import type { FormError } from '../../../../ui/index.ts'
import { documentLabel, documentMissing } from '../../../documents/index.ts'
import { confirmAnother, explainAnotherRefused, typedLogin } from '../../../identity/index.ts'
import { offerOne } from '../offer-one.ts'
import { readShown } from '../sign-documents.form.ts'
import { explainSigningRefused, explainSignRefusal } from '../sign-documents.text.ts'
import { signDocuments } from '../sign-documents.ts'
import { type AnotherTyped, SignAsAnotherPage } from './another.page.tsx'

const sign = { permission: 'signatures.sign' } as const
const here = '/documentos/:numero/assinatura/outra-pessoa'

/** A second person signs in the session of the first. */
export function anotherRoutes(router: Router): void {
  router.page(here, sign, (visit) => anotherPage(visit, { login: '', capacity: '' }, []))
  router.act(here, sign, (visit) => act(visit))
}

async function anotherPage(visit: InnerVisit, typed: AnotherTyped, problems: readonly FormError[]): Promise<Answer> {
  const found = await offerOne(visit.db, visit.actor, visit.param('numero'), visit.href, visit.now)
  if (!found) return documentMissing(visit)
  const { one, html: text, offer } = found
  return html(
    <SignAsAnotherPage
      {...visit}
      one={one}
      html={text}
      capacities={offer.capacitiesOfUnit}
      typed={typed}
      problems={problems}
    />,
    problems.length > 0 ? 422 : 200,
  )
}

async function act(visit: InnerVisit): Promise<Answer> {
  const { form, actor } = visit
  const number = visit.param('numero')
  const shown = readShown(fieldText(form, 'documento'))
  const login = typedLogin(fieldText(form, 'usuario'))
  const password = fieldText(form, 'senha').slice(0, 500)
  const code = fieldText(form, 'codigo').trim().slice(0, 60)
  const capacity = fieldText(form, 'cargo').slice(0, 120)
  if (shown?.number !== number) return notFound
  const found = await offerOne(visit.db, actor, number, visit.href, visit.now)
  if (!found) return notFound
  const again = (...problems: FormError[]) => anotherPage(visit, { login, capacity }, problems)
  // What is closed to who is signed in is closed in this session, whoever else stands beside.
  if (!found.one.mayOthers) return again({ message: found.one.reasons.join(' ') })
  const missing = [
    ...(login ? [] : [{ field: 'usuario', message: 'Informe o usuário de quem vai assinar.' }]),
    ...(capacity ? [] : [{ field: 'cargo', message: 'Escolha o cargo ou função de quem vai assinar.' }]),
    ...(password ? [] : [{ field: 'senha', message: 'Informe a senha de quem vai assinar.' }]),
  ]
  if (missing.length > 0) return again(...missing)
  // One that follows from standing in for somebody is for the session of who stands in.
  if (!found.offer.capacitiesOfUnit.includes(capacity)) {
    return again(explainSigningRefused({ kind: 'capacity-not-of-unit' }))
  }
  const request = { login, password, code, ...sign }
  const confirmed = await confirmAnother(visit.platform.db, actor, request, visit.ip, visit.now)
  if (!confirmed.done) {
    const { field, message } = explainAnotherRefused(confirmed.refusals[0])
    return again({ field, message: `${message} Nada foi assinado.` })
  }
  const signer = confirmed.value
  const asked = { documents: [shown], capacity, inSessionOf: actor.name }
  const outcome = await signDocuments(visit.db, signer, asked, visit.now)
  if (!outcome.done) return again(...outcome.refusals.map(explainSigningRefused))
  const [result] = outcome.value
  if (!result) return again({ field: 'usuario', message: 'Esta pessoa não pode assinar este documento.' })
  if (!result.outcome.done) {
    const why = result.outcome.refusals.map((refusal) =>
      refusal.kind === 'signed-by-you' ? `${signer.name} já assinou este documento.` : explainSignRefusal(refusal),
    )
    return again({ message: why.join(' ') })
  }
  const item = {
    label: documentLabel(result.document),
    href: visit.href(`/documentos/${number}`),
    done: true,
    text: `assinatura registrada, de ${signer.name}, ${capacity}. Código CRC ${result.outcome.value.crc}.`,
  }
  const query = await keepResult(visit, { title: '1 documento assinado', items: [item] })
  return redirect(visit.href(`/documentos/${number}${query}`))
}
