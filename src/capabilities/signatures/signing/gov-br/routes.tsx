import { keepResult } from '../../../../platform/act-results/index.ts'
import { fieldList, fieldText } from '../../../../platform/form-fields.ts'
import type { GovBrSigning } from '../../../../platform/gov-br-signing/index.ts'
import {
  type Answer,
  html,
  type InnerVisit,
  notFound,
  type Router,
  redirect,
  type Visit,
} from '../../../../platform/http/index.ts'
import type { FormError } from '../../../../ui/index.ts'
import { documentLabel, documentMissing } from '../../../documents/index.ts'
import { offerOne } from '../offer-one.ts'
import { offerSigning } from '../offer-signing.ts'
import { manyPage } from '../routes.tsx'
import { readShown, readSigning } from '../sign-documents.form.ts'
import { explainSigningRefused, explainSignRefusal } from '../sign-documents.text.ts'
import type { SignResult } from '../sign-documents.ts'
import { type BeginRefusal, beginGovBr, findGovBrVisit, leaveForGovBr, mostByGovBr } from './begin-gov-br.ts'
import { finishGovBr } from './finish-gov-br.ts'
import { BeginWithGovBrPage, GoToGovBrPage, NoGovBrVisitPage } from './gov-br.page.tsx'
import { explainGovBrRefusal, noticeOfGovBr, wordOfGovBr } from './gov-br.text.ts'
import type { NotSigned } from './judge-visit.ts'

const sign = { permission: 'signatures.sign' } as const
const ofOne = '/documentos/:numero/assinatura/govbr'
const here = '/assinatura/govbr'

/** Signing by gov.br, where the administrator configured it; elsewhere there is no such address. */
export function govBrRoutes(router: Router): void {
  router.page(ofOne, sign, (visit) => withService(visit, () => beginPage(visit, [])))
  router.act(ofOne, sign, (visit) => withService(visit, () => beginOne(visit)))
  router.page(here, sign, (visit) => withService(visit, () => goPage(visit)))
  router.act(here, sign, (visit) => withService(visit, () => beginMany(visit)))
  router.page(`${here}/ida`, sign, (visit) => withService(visit, (service) => leave(visit, service)))
  router.page(`${here}/volta`, sign, (visit) => withService(visit, (service) => comeBack(visit, service)))
  // The one address that gov.br knows; the unit from which somebody set out stands before their word.
  router.publicPage(`${here}/volta`, (visit) => withService(visit, async () => onToUnit(visit)))
}

async function withService(visit: Visit, answer: (service: GovBrSigning) => Promise<Answer>): Promise<Answer> {
  const { govBrSigning } = visit.platform
  return govBrSigning ? answer(govBrSigning) : notFound
}

async function beginPage(visit: InnerVisit, problems: readonly FormError[], capacity = ''): Promise<Answer> {
  const found = await offerOne(visit.db, visit.actor, visit.param('numero'), visit.href, visit.now, 'gov-br')
  if (!found) return documentMissing(visit)
  const { offer, ...shown } = found
  const notice = noticeOfGovBr(visit.query('aviso'))
  const page = { ...shown, capacities: offer.capacities, capacity, problems, notice }
  return html(<BeginWithGovBrPage {...visit} {...page} />, problems.length > 0 ? 422 : 200)
}

async function beginOne(visit: InnerVisit): Promise<Answer> {
  const shown = readShown(fieldText(visit.form, 'documento'))
  const capacity = fieldText(visit.form, 'cargo').slice(0, 120)
  if (shown?.number !== visit.param('numero')) return notFound
  const again = (problems: readonly FormError[]) => beginPage(visit, problems, capacity)
  if (!capacity) return again([{ field: 'cargo', message: 'Escolha o cargo ou função com que vai assinar.' }])
  const begun = await begin(visit, { documents: [shown], capacity, back: '' })
  if (!begun) return notFound
  if (begun.done) return redirect(visit.href(`${here}?ida=${begun.value}`))
  return again(begun.refusals.map((refusal) => explainBegin(refusal, true)))
}

async function beginMany(visit: InnerVisit): Promise<Answer> {
  const { typed, problems } = readSigning(visit.form)
  const again = (errors: readonly FormError[]) => manyPage(visit, { documents: typed.offered }, typed, errors, 422)
  const ofOthers = problems.filter(({ field }) => field !== 'senha')
  if (ofOthers.length > 0) return again(ofOthers)
  const documents = fieldList(visit.form, 'documento').flatMap((value) => readShown(value) ?? [])
  const begun = await begin(visit, { documents, capacity: typed.capacity, back: typed.back ?? '' })
  if (!begun) return notFound
  if (begun.done) return redirect(visit.href(`${here}?ida=${begun.value}`))
  return again(begun.refusals.map((refusal) => explainBegin(refusal, false)))
}

function begin(
  { db, actor, sessionHash, platform, now }: InnerVisit,
  asked: Pick<Parameters<typeof beginGovBr>[2], 'documents' | 'capacity' | 'back'>,
) {
  return beginGovBr(db, actor, { ...asked, sessionHash, newToken: () => platform.randomness.token() }, now)
}

function explainBegin(refusal: BeginRefusal, isOnly: boolean): FormError {
  if (refusal.kind === 'not-this') {
    const why = explainSignRefusal(refusal.why)
    return { message: isOnly ? why : `${documentLabel(refusal.document)}: ${why}` }
  }
  if (refusal.kind === 'more-than-gov-br-takes') {
    return { field: 'documento', message: `Com o gov.br, assine no máximo ${mostByGovBr} documentos de cada vez.` }
  }
  return explainSigningRefused(refusal)
}

async function goPage(visit: InnerVisit): Promise<Answer> {
  const word = visit.query('aviso')
  const token = visit.query('ida').slice(0, 100)
  const mine = await findGovBrVisit(visit.db, whose(visit), token, visit.now)
  const asked = { documents: mine?.numbers ?? [] }
  const { documents } = await offerSigning(visit.db, visit.actor, asked, visit.now, 'gov-br')
  if (!mine || documents.length === 0) {
    const notice = noticeOfGovBr(word) ?? explainGovBrRefusal({ kind: 'over' })
    return html(<NoGovBrVisitPage {...visit} notice={notice} />)
  }
  return html(<GoToGovBrPage {...visit} visit={mine} documents={documents} notice={noticeOfGovBr(word)} />)
}

async function leave(visit: InnerVisit, service: GovBrSigning): Promise<Answer> {
  const token = visit.query('ida').slice(0, 100)
  const from = { ...whose(visit), token, unitSlug: visit.param('unidade') }
  const address = await leaveForGovBr(visit.platform, service, from, visit.now)
  return redirect(address ?? visit.href(`${here}?aviso=${wordOfGovBr({ kind: 'over' })}`))
}

function onToUnit(visit: Visit): Answer {
  const returned = new URLSearchParams(
    ['code', 'state', 'error'].flatMap((name) => {
      const value = visit.query(name).slice(0, 4000)
      return value ? [[name, value]] : []
    }),
  )
  const [, named] = /^([a-z0-9-]{1,80})\./.exec(returned.get('state') ?? '') ?? []
  const slug = visit.units.find((unit) => unit.slug === named)?.slug ?? visit.units[0]?.slug
  return redirect(slug ? `/em/${slug}${here}/volta?${returned}` : '/entrar')
}

async function comeBack(visit: InnerVisit, service: GovBrSigning): Promise<Answer> {
  const { platform, actor, sessionHash, now } = visit
  const asked = (name: string) => visit.query(name).slice(0, 4000)
  const returned = { code: asked('code'), state: asked('state'), error: asked('error'), sessionHash }
  const finished = await finishGovBr(platform, service, actor, returned, now)
  if (!finished.done) {
    const [{ visit: mine, why }] = finished.refusals
    const word = wordOfGovBr(why)
    // What gov.br sent does not stay in the address.
    return redirect(visit.href(`${here}?${mine ? `ida=${mine.token}&` : ''}aviso=${word}`))
  }
  const { signed, refused, visit: mine } = finished.value
  const [only, ...others] = [...signed.map(({ document }) => document.number), ...refused.map(({ number }) => number)]
  const isOne = only !== undefined && others.length === 0
  if (isOne && refused.length > 0) {
    return redirect(visit.href(`/documentos/${only}/assinatura/govbr?aviso=${wordOfGovBr({ kind: 'moved' })}`))
  }
  const items = [...signed.map((one) => itemOf(visit, one)), ...refused.map((one) => itemOfRefused(visit, one))]
  const count = items.filter(({ done }) => done).length
  const title =
    count === 0 ? 'Nenhum documento assinado' : count === 1 ? '1 documento assinado' : `${count} documentos assinados`
  const query = await keepResult({ ...visit, db: platform.db }, { title, items })
  return redirect(visit.href(`${isOne ? `/documentos/${only}` : mine.back || '/assinatura/resultado'}${query}`))
}

function itemOf({ actor, href }: InnerVisit, { document, outcome }: SignResult) {
  return {
    label: documentLabel(document),
    href: href(`/documentos/${document.number}`),
    done: outcome.done,
    text: outcome.done
      ? `assinatura com gov.br registrada, de ${actor.name}. Código CRC ${outcome.value.crc}.`
      : outcome.refusals.map(explainSignRefusal).join(' '),
  }
}

function itemOfRefused({ href }: InnerVisit, { number, label, reasons }: NotSigned) {
  return { label, href: href(`/documentos/${number}`), done: false, text: reasons.join(' ') }
}

function whose({ actor, sessionHash }: InnerVisit) {
  return { accountId: actor.userId, sessionHash }
}
