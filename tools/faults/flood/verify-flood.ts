import { readFileSync } from 'node:fs'
import type { Database } from '../../../src/platform/db/index.ts'
import { type SeriesRow, selectFloodEffects, selectSeries } from './flood.queries.ts'
import type { FloodLine } from './flood-task.ts'

export interface FloodFindings {
  readonly acts: number
  readonly sent: number
  readonly again: number
  readonly otherWords: number
  readonly series: readonly SeriesRow[]
  /** Everything that must not be, by name. */
  readonly problems: readonly string[]
}

/** Holds the ledger of the workers against the database: every act once, and every series from 1 on without a hole. */
export async function verifyFlood(db: Database, ledgerFile: string, expected: number): Promise<FloodFindings> {
  const lines = readFileSync(ledgerFile, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as FloodLine)
  const [effects, series] = [await selectFloodEffects(db), await selectSeries(db)]
  const made = new Map<string, string[]>()
  for (const { kind, token, place } of effects)
    made.set(`${kind} ${token}`, [...(made.get(`${kind} ${token}`) ?? []), place])
  const problems = lines.flatMap((line) => problemsOf(line, made.get(`${line.kind} ${line.token}`) ?? []))
  const isOther = effects.filter(({ token }) => /^n\d+-.*-outra$/.test(token))
  problems.push(...isOther.map(({ token }) => `feito com outras palavras sob a mesma chave: ${token}`))
  const known = new Set(lines.map(({ token }) => token))
  const unknown = effects.filter(({ token }) => /^n\d+-\d+-\d+$/.test(token) && !known.has(token))
  problems.push(...unknown.map(({ token }) => `feito e não respondido a ninguém: ${token}`))
  if (lines.length !== expected) problems.push(`${lines.length} atos no livro em vez de ${expected}`)
  for (const { series: name, count, distinctCount, highest } of series) {
    if (distinctCount !== count) problems.push(`número repetido em ${name}: ${count - distinctCount}`)
    if (highest !== count) problems.push(`lacuna em ${name}: ${count} números até ${highest}`)
  }
  const sum = (of: (line: FloodLine) => number) => lines.reduce((total, line) => total + of(line), 0)
  return {
    acts: lines.length,
    sent: sum(({ sent }) => sent),
    again: sum(({ again }) => again),
    otherWords: sum(({ otherWords }) => (otherWords > 0 ? 1 : 0)),
    series,
    problems,
  }
}

function problemsOf(
  { kind, token, answer, others, otherWords, refused }: FloodLine,
  places: readonly string[],
): string[] {
  if (refused) return [`recusado: ${kind} ${token}: ${refused}`]
  const [place = ''] = places
  return [
    ...(places.length === 0 ? [`perdido: ${kind} ${token}`] : []),
    ...(places.length > 1 ? [`em dobro: ${kind} ${token}: ${places.length} vezes`] : []),
    ...(places.length === 1 && !answer.includes(place) ? [`a resposta leva a outro lugar: ${token}: ${answer}`] : []),
    ...others.filter((other) => other !== answer).map((other) => `outra resposta à mesma chave: ${token}: ${other}`),
    ...([0, 409, 422].includes(otherWords) ? [] : [`outras palavras sob a mesma chave: ${token}: ${otherWords}`]),
  ]
}
