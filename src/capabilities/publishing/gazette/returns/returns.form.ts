import { type LocalDate, parseLocalDate } from '../../../../platform/calendar/index.ts'
import { parseCsv } from '../../../../platform/csv/index.ts'
import { readArticles } from '../../matter/articles.ts'
import { stepNamed, stepNames } from '../../publishing/publication.form.ts'
import { isWebAddress } from '../../vehicles/vehicle.form.ts'
import type { ReturnLine } from './return-line.ts'

/** How many matters one list may bring. */
export const mostReturns = 200

/** The columns of a list, as its first line names them. */
export const columns = [
  ...['documento', 'situacao', 'data', 'edicao', 'secao', 'pagina', 'endereco', 'recibo', 'motivo'],
] as const

/**
 * What a gazette says of several matters: a CSV of those columns, or XML in the shape of INLABS, where each article is a
 * matter that came out. Undefined where it is neither.
 */
export function readReturns(brought: string): readonly ReturnLine[] | undefined {
  const file = brought.replaceAll('\0', '')
  if (file.includes('<article'))
    return readArticles(file).map(({ attributes }, index) => ofArticle(attributes, index + 1))
  const [head, ...rows] = parseCsv(file) ?? []
  const names = head?.cells.map((cell) => plain(cell)) ?? []
  if (!names.includes('documento') || !names.includes('situacao')) return undefined
  return rows.map(({ line, cells }) => {
    const cell = (name: (typeof columns)[number]) => (cells[names.indexOf(name)] ?? '').trim().replace(/\s+/g, ' ')
    return lineOf(line, Object.fromEntries(columns.map((name) => [name, cell(name)])) as Cells)
  })
}

type Cells = Readonly<Record<(typeof columns)[number], string>>

function ofArticle(attributes: Readonly<Record<string, string>>, line: number): ReturnLine {
  const of = (name: string) => (attributes[name] ?? '').trim()
  const blank = { secao: '', endereco: '', motivo: '', recibo: of('idMateria') }
  // `id` is the gazette's own number of the article: it may be that of another document here.
  const documento = of('idOficio')
  const found = { documento, situacao: 'publicado', data: of('pubDate'), edicao: of('editionNumber') }
  return lineOf(line, { ...blank, ...found, pagina: of('numberPage') })
}

function lineOf(line: number, cells: Cells): ReturnLine {
  const number = cells.documento.replace(/\D/g, '')
  const step = stepNames.find((name) => name === plain(cells.situacao))
  const on = dayOf(cells.data)
  const bad = (problem: string) => ({ line, number: cells.documento.slice(0, 40), request: undefined, problem })
  if (!/^\d{7,18}$/.test(number)) return bad('O número do documento não está certo.')
  if (!step || step === 'aprovado' || step === 'enviado') {
    return bad('A situação é “recebido”, “agendado”, “publicado” ou “devolvido”.')
  }
  if (on === 'wrong') return bad('O dia não existe. Escreva como 31/12/2026.')
  if (cells.endereco !== '' && !isWebAddress(cells.endereco)) return bad('O endereço não começa com https://.')
  const long = columns.find((name) => cells[name].length > (limits[name] ?? 30))
  if (long) return bad(`A coluna “${long}” é longa demais.`)
  const { edicao: edition, secao: section, pagina: page, endereco: link, recibo: receipt, motivo: reason } = cells
  const gazette = { gazette: '', edition, section, page, date: undefined, link }
  return { line, number, problem: undefined, request: { number, step: stepNamed(step), on, reason, receipt, gazette } }
}

const limits: Readonly<Partial<Record<(typeof columns)[number], number>>> = { endereco: 500, recibo: 100, motivo: 500 }

function dayOf(text: string): LocalDate | undefined | 'wrong' {
  if (text === '') return undefined
  return parseLocalDate(text) ?? parseLocalDate(text.replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, '$3-$2-$1')) ?? 'wrong'
}

/** `Situação` is `situacao`. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase()
