import { killKinds } from '../program.ts'
import type { FloodReport } from './flood.ts'

const killNames = { application: 'morte do aplicativo', database: 'morte do banco', both: 'morte dos dois' } as const

/** The outcome as lines that people read. */
export function tellFlood({ acts, letters, kills, seconds, slowestRecoveryMs, seed, problems }: FloodReport): string {
  const one = (value: number) => value.toFixed(1).replace('.', ',')
  const lines = [
    `duração: ${one(seconds)} s`,
    ...killKinds.map((kind) => `${killNames[kind]}: ${kills[kind]}`),
    `recuperação mais lenta: ${one(slowestRecoveryMs / 1000)} s`,
    ...(acts
      ? [
          `atos: ${acts.acts}; enviados ${acts.sent} vezes, ${acts.again} outra vez ao fim`,
          `outras palavras sob a mesma chave: ${acts.otherWords}`,
          ...acts.series.map(({ series, count, highest }) => `  ${series}: ${count} números, o maior é ${highest}`),
        ]
      : []),
    ...(letters
      ? [
          `avisos: ${letters.notices}; documentos por e-mail: ${letters.officials}`,
          `o servidor calou-se com a carta na mão ${letters.hungUp} vezes e pediu outra tentativa ${letters.tryAgain}`,
          `entregues de novo com o mesmo Message-ID: ${letters.repeated}; marcados como não confirmados: ${letters.unconfirmed}`,
        ]
      : []),
    ...[...Map.groupBy(problems, (problem) => problem.split(':')[0])].map(([what, ones]) => `${what}: ${ones.length}`),
    ...problems.slice(0, 50).map((problem) => `- ${problem}`),
    `Semente: ${seed}. ${problems.length === 0 ? 'Tudo íntegro.' : `${problems.length} problemas.`}`,
  ]
  return lines.join('\n')
}
