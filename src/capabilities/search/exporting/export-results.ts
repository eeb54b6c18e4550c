import { csvOf } from '../../../platform/csv/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { type Found, find } from '../finding/find.ts'
import type { Audience, SearchRequest } from '../finding/search-request.ts'

/** A list holds at most so many rows; whoever needs more narrows the search. */
export const mostRows = 5000

/** All that the audience may find by this request, as CSV for spreadsheets (PES-011). */
export async function exportResults(
  db: Database,
  audience: Audience,
  request: SearchRequest,
  now: Date,
): Promise<string> {
  const stretch = { cap: mostRows, limit: mostRows, offset: 0, snippets: false }
  const { found } = await find(db, audience, request, now, stretch)
  return csvOf(header, found.map(rowOf))
}

const header = [
  ...['Espécie', 'Processo', 'Tipo do processo', 'Nº SEI', 'Documento', 'Especificação ou descrição'],
  ...['Interessados', 'Nível de acesso', 'Órgão', 'Unidade', 'Usuário', 'Data de inclusão', 'Data do documento'],
]

function rowOf(found: Found): string[] {
  if (found.kind === 'case') {
    return [
      ...['Processo', found.number, found.typeName, '', '', found.summary, found.parties.join(', ')],
      ...[levels[found.level], found.agencyAcronym, found.unitAcronym, found.openedByName],
      ...[dayOf(found.openedAt), brazilianDate(found.filedOn)],
    ]
  }
  const name = [found.typeName, found.typeNumber, found.treeName].filter(Boolean).join(' ')
  return [
    ...[kindOf(found), found.caseNumber, found.caseTypeName, found.number, name, found.description, ''],
    ...[levels[found.level], found.agencyAcronym, found.unitAcronym, found.createdByName],
    ...[dayOf(found.createdAt), brazilianDate(found.datedOn)],
  ]
}

const levels = { public: 'Público', restricted: 'Restrito' } as const

function kindOf({ documentKind, isDraft }: Extract<Found, { kind: 'document' }>): string {
  if (documentKind === 'uploaded') return 'Documento externo'
  return isDraft ? 'Minuta' : 'Documento gerado'
}

const inBrasilia = new Intl.DateTimeFormat('pt-BR', {
  timeZone: 'America/Sao_Paulo',
  dateStyle: 'short',
  timeStyle: 'short',
})

function dayOf(moment: Date): string {
  return inBrasilia.format(moment).replace(',', '')
}

function brazilianDate(day: string): string {
  return day.split('-').reverse().join('/')
}
