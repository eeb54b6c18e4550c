import { importLog } from '../capabilities/printing-report/index.ts'
import type { Platform } from '../platform/platform.ts'
import { sha256Hex } from '../platform/sha256.ts'
import { selectSignedHere } from './demonstration.queries.ts'
import { must } from './furnish-registers.ts'
import type { Ids } from './ids.ts'

const dayMs = 86_400_000
const printers = ['GABINETE-01', 'PROTOCOLO-01', 'COFIC-02'] as const
/** Login, printer, pages of a day, whether on both sides. */
const habits = [
  ['ana.assessora', 0, 6, 'sim'],
  ['tadeu.gabinete', 0, 14, 'sim'],
  ['marina.protocolo', 1, 22, ''],
  ['carlos.cofic', 2, 9, 'sim'],
] as const

/** What the print server of the secretariat wrote down in the last weeks, some of it documents of the system. */
export async function tellPrints({ db, clock }: Platform, ids: Ids): Promise<void> {
  const now = clock()
  const documents = await selectSignedHere(db, ids.as('tadeu.gabinete', 'GS').unitId)
  const lines = Array.from({ length: 20 }, (_, day) =>
    habits.map(([login, printer, pages, duplex], place) => {
      const at = new Date(now.getTime() - (day + 1) * dayMs).toISOString().slice(0, 10)
      const title = place === 1 ? `Oficio_${documents[day % documents.length] ?? ''}.pdf` : 'Planilha de trabalho'
      return [`${at} 10:0${place}`, login, printers[printer], pages + ((day * 3) % 5), title, duplex].join(';')
    }),
  ).flat()
  const bytes = Buffer.from(['data;usuario;impressora;paginas;documento;frente_verso', ...lines].join('\n'))
  const log = { fileName: 'impressoes-do-gabinete.csv', sha256: sha256Hex(bytes), bytes }
  // Begun anew after a stop, a log that was read is not counted twice.
  const outcome = await importLog(db, ids.as('adelia.admin', 'GS'), log, now)
  if (!outcome.done && outcome.refusals[0] !== 'read-before') must(outcome)
}
