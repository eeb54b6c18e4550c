import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { readForm } from '../../organization/index.ts'
import type { ExternalStep } from '../gazette/steps.rules.ts'
import { isWebAddress } from '../vehicles/vehicle.form.ts'
import type { ChangeRequest } from './change-publication.ts'
import type { GazetteData, Publication } from './publication.ts'
import type { PublishRequest } from './publish-document.ts'

type Form = ReturnType<typeof readForm>

/** What was typed to publish a document; undefined where something is wrong with it. */
export function readPublish(
  fields: FormFields,
  number: string,
  /** The kind of each vehicle that may be chosen: an external gazette asks for no day. */
  kinds: ReadonlyMap<string, 'internal' | 'external'>,
): { request: PublishRequest | undefined; problems: readonly FieldProblem[] } {
  const form = readForm(fields)
  const vehicleId = form.choice('veiculo', 'o veículo', [...kinds.keys()])
  const isInternal = kinds.get(vehicleId ?? '') === 'internal'
  const on = isInternal ? form.day('data', { label: 'o dia da publicação', required: true }) : undefined
  const summary = summaryOf(form)
  const gazette = gazetteOf(form)
  const extraordinary = form.flag('extraordinaria')
  if (form.problems.length > 0 || !vehicleId) return { request: undefined, problems: form.problems }
  return { request: { number, vehicleId, on, extraordinary, summary, gazette }, problems: [] }
}

/** What was typed to change a publication. Of what is published only the data of the gazette are read. */
export function readChange(
  fields: FormFields,
  number: string,
  { state, summary, extraordinary, on, vehicle, gazette }: Publication,
): { request: ChangeRequest | undefined; problems: readonly FieldProblem[] } {
  const form = readForm(fields)
  const fixed = state === 'published'
  // The form of what was on its way does not empty what has come out meanwhile.
  if (fixed && fields.edicao === undefined)
    form.note('edicao', 'O documento já saiu: só os dados do diário ainda mudam. Confira-os abaixo.')
  const needsDay = !fixed && vehicle.kind === 'internal'
  const request = {
    number,
    summary: fixed ? summary : summaryOf(form),
    extraordinary: fixed ? extraordinary : form.flag('extraordinaria'),
    on: needsDay ? form.day('data', { label: 'o dia da publicação', required: true }) : on,
    // Of what is on its way to an external gazette they come with its steps.
    gazette: !fixed && vehicle.kind === 'external' ? gazette : gazetteOf(form),
  }
  return { request: form.problems.length > 0 ? undefined : request, problems: form.problems }
}

const steps = {
  ...{ aprovado: 'approved', enviado: 'sent', recebido: 'received', agendado: 'scheduled' },
  ...{ publicado: 'published', devolvido: 'rejected' },
} as const satisfies Readonly<Record<string, ExternalStep>>

/** As forms and lists of returns say them. */
export const stepNames = Object.keys(steps) as (keyof typeof steps)[]

/** The step of that name. */
export const stepNamed = (name: keyof typeof steps): ExternalStep => steps[name]

/** As forms call the steps in an external gazette. */
export const stepValues: Readonly<Record<ExternalStep, string>> = {
  ...{ approved: 'aprovado', sent: 'enviado', received: 'recebido', scheduled: 'agendado' },
  ...{ published: 'publicado', rejected: 'devolvido' },
}

/** What was typed about a step in an external gazette. */
export function readStep(fields: FormFields) {
  const form = readForm(fields)
  const typed = form.choice('passo', 'o que aconteceu', stepNames)
  const on = form.day('data', { label: 'o dia da edição' })
  const reason = form.line('motivo', { label: 'o motivo', most: 500 })
  const receipt = form.line('recibo', { label: 'o recibo', most: 100 })
  const gazette = gazetteOf(form)
  const [extraordinary, byMail] = [form.flag('edicao_extra'), form.flag('por_email')]
  if (form.problems.length > 0 || !typed) return { request: undefined, problems: form.problems }
  return { request: { step: steps[typed], on, reason, receipt, extraordinary, byMail, gazette }, problems: [] }
}

/** The fields of a publication as it is. */
export function fieldsOfPublication({ summary, extraordinary, on, gazette }: Publication): FormFields {
  return {
    resumo: summary,
    extraordinaria: extraordinary ? 'sim' : '',
    data: on ?? '',
    diario: gazette.gazette,
    edicao: gazette.edition,
    secao: gazette.section,
    pagina: gazette.page,
    data_diario: gazette.date ?? '',
    link: gazette.link,
  }
}

function summaryOf(form: Form): string {
  return form.text('resumo', { label: 'o resumo', required: true, least: 5, most: 1000 })
}

/** Where it stands in a gazette, as typed. */
export function gazetteOf(form: Form): GazetteData {
  const link = form.line('link', { label: 'o endereço', most: 500 })
  if (link !== '' && !isWebAddress(link)) form.note('link', 'Comece o endereço com https:// ou http://.')
  return {
    gazette: form.line('diario', { label: 'o nome do diário', most: 100 }),
    edition: form.line('edicao', { label: 'o número da edição', most: 30 }),
    section: form.line('secao', { label: 'a seção', most: 30 }),
    page: form.line('pagina', { label: 'a página', most: 30 }),
    date: form.day('data_diario', { label: 'a data do diário' }),
    link,
  }
}
