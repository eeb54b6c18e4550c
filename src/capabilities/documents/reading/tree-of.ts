import { kindOfExtension } from '../../../platform/file-kinds/index.ts'
import type { IconName, PenKind, TreeDocument } from '../../../ui/index.ts'
import type { Document } from '../document.ts'
import { penOf } from '../pen.rules.ts'
import type { Linker } from './text-html.ts'

/** The documents of a case file as the tree shows them: icon of the kind, pen, level, unit, what was cancelled. */
export function treeOf(
  documents: readonly Document[],
  { link, currentNumber }: { readonly link: Linker; readonly currentNumber?: string | undefined },
): TreeDocument[] {
  return documents.map((document) => ({
    id: document.number,
    href: link(`/documentos/${document.number}`),
    label: [document.typeName, document.typeNumber, document.treeName].filter(Boolean).join(' '),
    numbering: document.number,
    icon: iconOf(document),
    pen: penToShow(document),
    cancelled: document.state === 'cancelled',
    current: document.number === currentNumber,
    unit: document.unitAcronym,
    level: document.level,
    badges: badgesOf(document),
  }))
}

/** The pen of a document: none for a file that nobody certified. */
export function penToShow(document: Document): PenKind {
  if (document.state === 'cancelled') return 'none'
  if (document.isDraft) return 'draft'
  return penOf({
    signed: document.signatureCount > 0,
    lock: document.lockedAt && { since: document.lockedAt, cause: document.lockCause ?? '' },
  })
}

function iconOf({ kind, file, role }: Document): IconName {
  if (role === 'email') return 'mail'
  if (kind === 'authored') return 'document'
  const show = file && kindOfExtension(file.extension)?.show
  switch (show) {
    case 'pdf':
    case 'image':
    case 'audio':
    case 'video':
      return show
    default:
      return spreadsheets.has(file?.extension ?? '') ? 'sheet' : file?.extension === 'zip' ? 'zip' : 'attach'
  }
}

const circularBase = {
  label: 'Base de circular: não é assinada; há um documento para cada destinatário',
  icon: 'people',
  tone: 'info',
} as const

const spreadsheets: ReadonlySet<string> = new Set(['ods', 'xlsx', 'csv'])

function badgesOf({ state, removalReason, role, publication }: Document): TreeDocument['badges'] {
  if (publication?.stamp) return [{ label: publication.stamp, icon: 'gazette', tone: 'success' }]
  if (state !== 'cancelled') return role === 'circular-base' ? [circularBase] : undefined
  return [{ label: `Cancelado. Motivo: ${removalReason ?? ''}`, icon: 'info', tone: 'neutral' }]
}
