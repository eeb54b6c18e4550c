import { formatDate, formatTime } from '../../ui/format.ts'
import { cleanText } from './clean-text.ts'
import { type Framed, frameSections } from './frame-sections.ts'
import type { DocumentPdfInput, PdfSignature, PdfSignatureMethod } from './input.ts'
import { readRichText, type Surroundings } from './rich-text.ts'

/** What `document.typ` reads, all sentences made. */
export interface DocumentData extends Framed {
  readonly title: string
  readonly agency: { readonly name: string; readonly acronym: string; readonly emblem: string | null }
  readonly unit: string
  readonly keywords: readonly string[]
  readonly footer: string
  readonly watermark: { readonly word: string; readonly notice: string } | null
  readonly publication: string | null
  readonly signaturesTitle: string
  readonly signatures: readonly Stamp[]
  readonly authenticity: Readonly<Record<'url' | 'shownUrl' | 'verificationCode' | 'crc' | 'sha256', string>> | null
}

interface Stamp {
  /** `Documento assinado eletronicamente por`. */
  readonly words: string
  readonly name: string
  readonly rest: string
  readonly broken: boolean
}

export interface DocumentSurroundings extends Surroundings {
  readonly emblem: string | undefined
}

export function documentData(input: DocumentPdfInput, around: DocumentSurroundings): DocumentData {
  const clean = (text: string) => cleanText(text, around.missing)
  const authenticity = input.authenticity
  return {
    title: clean(input.title),
    agency: { name: clean(input.agency.name), acronym: clean(input.agency.acronym), emblem: around.emblem ?? null },
    unit: clean(input.unit),
    keywords: [clean(input.caseNumber), clean(input.documentNumber)],
    footer: `Documento ${clean(input.documentNumber)} · Processo ${clean(input.caseNumber)}`,
    watermark: input.watermark ? { word: input.watermark, notice: NOTICES[input.watermark] } : null,
    ...frameSections(readRichText(input.content, around), clean(input.title)),
    publication: input.publication ? clean(input.publication) : null,
    signaturesTitle: input.signatures.length === 1 ? 'Assinatura' : 'Assinaturas',
    signatures: input.signatures.map((signature) => stamp(signature, input.legalBasis, clean)),
    authenticity: authenticity
      ? { ...authenticity, url: safeAddress(authenticity.url), shownUrl: shownAddress(authenticity.url) }
      : null,
  }
}

const NOTICES: Readonly<Record<NonNullable<DocumentPdfInput['watermark']>, string>> = {
  MINUTA: 'Minuta: texto em elaboração, ainda sem assinatura. Não tem valor de documento oficial.',
  CANCELADO: 'Documento cancelado: não produz efeitos.',
}

const METHODS: Readonly<Record<PdfSignatureMethod, string>> = {
  password: 'mediante senha pessoal',
  certificate: 'com certificado digital da ICP-Brasil (assinatura eletrônica qualificada)',
  'gov-br': 'com a conta gov.br (assinatura eletrônica avançada)',
}

/** `, Secretária (GAB), em 22/11/2026, às 10:42, conforme o horário oficial de Brasília, mediante senha pessoal.` */
function stamp(signature: PdfSignature, legalBasis: string | undefined, clean: (text: string) => string): Stamp {
  const moment = new Date(signature.signedAt)
  const unit = signature.unit === '' ? '' : ` (${clean(signature.unit)})`
  const parts = [
    signature.capacity === '' ? unit.trim() : `${clean(signature.capacity)}${unit}`,
    `em ${formatDate(moment)}`,
    `às ${formatTime(moment)}`,
    'conforme o horário oficial de Brasília',
    [METHODS[signature.method], signature.detail ? `(${clean(signature.detail)})` : ''].filter(Boolean).join(' '),
    legalBasis ? `com fundamento ${clean(legalBasis)}` : '',
  ]
  const rest = parts.filter((part) => part !== '').join(', ')
  return {
    words: clean(signature.words ?? 'Documento assinado eletronicamente por'),
    name: clean(signature.name),
    rest: `, ${rest}.`,
    broken: signature.broken,
  }
}

const safeAddress = (url: string): string => new URL(url).href

/** What people type: the address without the codes, which stand beside it. */
function shownAddress(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}
