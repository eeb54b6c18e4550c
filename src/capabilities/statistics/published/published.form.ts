import { type FieldProblem, type FormFields, fieldText } from '../../../platform/form-fields.ts'
import { readForm } from '../../organization/index.ts'
import type { PublishedAgency, PublishedFigures, PublishedHouse } from './published-figures.ts'

const mostLines = 500
const mostCount = 2_000_000_000

/** Reads a publication: its name and source, and one line an agency, one line an installation, cells apart by semicolons. */
export function readPublication(fields: FormFields): {
  readonly figures: PublishedFigures | undefined
  readonly problems: readonly FieldProblem[]
} {
  const form = readForm(fields)
  const name = form.line('nome', { label: 'o nome', required: true, least: 3, most: 120 })
  const source = form.line('fonte', { label: 'a fonte', required: true, least: 3, most: 300 })
  const agencies = readLines(fields, 'orgaos', readAgency)
  const houses = readLines(fields, 'instalacoes', readHouse)
  const problems = [...form.problems, ...agencies.problems, ...houses.problems]
  const twice = agencies.found.find(
    ({ acronym }, at) => agencies.found.findIndex((one) => one.acronym === acronym) < at,
  )
  if (twice) problems.push({ field: 'orgaos', message: `${twice.acronym} aparece mais de uma vez.` })
  if (problems.length === 0 && agencies.found.length + houses.found.length === 0) {
    problems.push({ field: 'orgaos', message: 'Informe os números de ao menos um órgão ou de uma instalação.' })
  }
  const figures = { name, source, agencies: agencies.found, houses: houses.found }
  return { figures: problems.length === 0 ? figures : undefined, problems }
}

function readLines<Row>(fields: FormFields, field: string, read: (cells: readonly string[]) => Row | string) {
  const lines = fieldText(fields, field)
    .split(/\r?\n/)
    .map((line, index) => ({ line: line.replace(/\p{Cc}/gu, ' ').trim(), number: index + 1 }))
    .filter(({ line }) => line !== '')
  const found: Row[] = []
  const problems: FieldProblem[] = []
  if (lines.length > mostLines) problems.push({ field, message: `São no máximo ${mostLines} linhas.` })
  for (const { line, number } of lines.slice(0, mostLines)) {
    const row = read(line.split(';').map((cell) => cell.trim()))
    if (typeof row !== 'string') found.push(row)
    else if (problems.length < 10) problems.push({ field, message: `Linha ${number}: ${row}` })
  }
  return { found, problems }
}

function readAgency([acronym = '', ...cells]: readonly string[]): PublishedAgency | string {
  if (acronym.length < 1 || acronym.length > 30) return 'comece pela sigla do órgão, com até 30 caracteres.'
  if (cells.length > 4) return 'há mais de cinco colunas.'
  const [users, bornDigital, digitized] = cells.slice(0, 3).map(countOf)
  const index = /^(\d{1,6})(?:[,.](\d))?$/.exec(cells[3] ?? '')
  if ((cells[3] ?? '') !== '' && !index) return 'o índice precisa ser um número com até uma casa decimal, como 14,3.'
  if ([users, bornDigital, digitized].includes('wrong')) return 'os números precisam ser inteiros, sem sinal.'
  const agency = {
    acronym,
    users: known(users),
    bornDigital: known(bornDigital),
    digitized: known(digitized),
    utilizationTenths: index ? Number(`${index[1]}${index[2] ?? '0'}`) : undefined,
  }
  if ((agency.bornDigital === undefined) !== (agency.digitized === undefined)) {
    return 'nato-digitais e digitalizados vêm juntos, ou nenhum dos dois.'
  }
  const reckoned = agency.bornDigital !== undefined || (agency.users !== undefined && index !== null)
  return reckoned ? agency : 'faltam os documentos, ou então usuários e índice.'
}

function readHouse([name = '', ...cells]: readonly string[]): PublishedHouse | string {
  if (name.length < 2 || name.length > 60) return 'comece pelo nome da instalação, com 2 a 60 caracteres.'
  if (cells.length > 4) return 'há mais de cinco colunas.'
  const [external, registered, documents] = cells.slice(0, 3).map(countOf)
  const storageBytes = bytesOf(cells[3] ?? '')
  if ([external, registered, documents].includes('wrong')) return 'os números precisam ser inteiros, sem sinal.'
  if (storageBytes === 'wrong') return 'escreva o armazenamento como 300 GB ou 10,3 TB.'
  return {
    name,
    externalUsers: known(external),
    registeredUsers: known(registered),
    documents: known(documents),
    storageBytes: known(storageBytes),
  }
}

type Count = number | 'wrong' | undefined

/** `1.979` and `1979` are the same; nothing is not known. */
function countOf(cell: string): Count {
  if (cell === '') return undefined
  const digits = /^\d{1,3}(\.\d{3})+$/.test(cell) ? cell.replaceAll('.', '') : cell
  return /^\d{1,10}$/.test(digits) && Number(digits) <= mostCount ? Number(digits) : 'wrong'
}

function bytesOf(cell: string): Count {
  if (cell === '') return undefined
  const [, amount = '', unit = ''] = /^(\d{1,6}(?:,\d{1,2})?) ?(KB|MB|GB|TB)$/i.exec(cell) ?? []
  const power = ['KB', 'MB', 'GB', 'TB'].indexOf(unit.toUpperCase()) + 1
  return power === 0 ? 'wrong' : Math.round(Number(amount.replace(',', '.')) * 1024 ** power)
}

function known(count: Count): number | undefined {
  return typeof count === 'number' ? count : undefined
}
