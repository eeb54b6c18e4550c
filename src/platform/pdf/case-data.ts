import { formatDate, formatDateTime } from '../../ui/format.ts'
import { cleanText } from './clean-text.ts'
import type { CasePart, CasePdfInput, OmissionReason } from './input.ts'
import type { CaseData, PageSize } from './jobs.ts'
import { sheetOf } from './sheet.ts'

/** A part as it was found: its pages, at an address in the workspace, or why it is not shown. */
export type FoundPart =
  | { readonly address: string; readonly media: 'pdf' | 'image'; readonly pages: readonly PageSize[] }
  | { readonly omitted: OmissionReason }

export function caseData(input: CasePdfInput, found: readonly FoundPart[], emblem: string | undefined): CaseData {
  const parts = input.parts.map((part, index) => {
    const state = found[index]
    const shown = state !== undefined && 'address' in state ? state : undefined
    return {
      place: index + 1,
      name: nameOf(part),
      unit: clean(part.unit),
      date: part.date === undefined ? '' : formatDate(part.date),
      address: shown?.address ?? null,
      pdf: shown?.media === 'pdf',
      sheets: shown?.pages.map((page) => sheetOf(page, shown.media)) ?? [],
      reason: state !== undefined && 'omitted' in state ? OMISSIONS[state.omitted] : '',
    }
  })
  return {
    title: `Processo ${clean(input.caseNumber)}`,
    agency: { name: clean(input.agency.name), acronym: clean(input.agency.acronym), emblem: emblem ?? null },
    unit: clean(input.unit),
    caseNumber: clean(input.caseNumber),
    caseType: clean(input.caseType),
    accessLevel: clean(input.accessLevel),
    restricted: input.restricted,
    facts: factsOf(input),
    copy: copyOf(input),
    mark: clean(input.mark),
    partsOnly: input.partsOnly ?? false,
    parts,
  }
}

function factsOf(input: CasePdfInput): CaseData['facts'] {
  const facts = [
    { label: 'Especificação', values: [clean(input.summary)] },
    {
      label: input.interestedParties.length > 1 ? 'Interessados' : 'Interessado',
      values: input.interestedParties.map(clean),
    },
    { label: 'Unidade', values: [clean(input.unit)] },
    { label: 'Aberto em', values: [formatDate(input.openedOn)] },
    { label: 'Concluído em', values: [input.concludedOn === undefined ? '' : formatDate(input.concludedOn)] },
    { label: 'Nível de acesso', values: [clean(input.accessLevel)] },
  ]
  return facts
    .map(({ label, values }) => ({ label, values: values.filter((value) => value !== '') }))
    .filter(({ values }) => values.length > 0)
}

function copyOf(input: CasePdfInput): string {
  const by = input.requestedBy === undefined ? '' : `, a pedido de ${clean(input.requestedBy)}`
  return `Cópia gerada em ${formatDateTime(new Date(input.createdAt))}${by}.`
}

/** `Despacho nº 12 (0012345)`. */
const nameOf = (part: CasePart): string =>
  part.documentNumber === undefined ? clean(part.title) : `${clean(part.title)} (${clean(part.documentNumber)})`

const NONE: ReadonlySet<string> = new Set()
const clean = (text: string | undefined): string => cleanText(text, NONE)

const OMISSIONS: Readonly<Record<OmissionReason, string>> = {
  audio: 'É um arquivo de áudio.',
  video: 'É um arquivo de vídeo.',
  archive: 'É um arquivo compactado.',
  cancelled: 'O documento foi cancelado.',
  'draft-of-another-unit': 'É minuta de outra unidade.',
  'no-access': 'O acesso a este documento não é permitido a quem pediu a cópia.',
  unsupported: 'O formato do arquivo não pode ser impresso.',
  damaged: 'O arquivo está danificado e não pôde ser lido.',
  missing: 'O arquivo não foi encontrado no acervo.',
  encrypted: 'O arquivo está protegido por senha.',
  'too-large': 'O arquivo é grande demais para caber nesta cópia.',
}
