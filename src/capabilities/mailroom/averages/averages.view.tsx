import { addDays, localDate, todayIn } from '../../../platform/calendar/index.ts'
import { csvOf } from '../../../platform/csv/index.ts'
import { type Answer, bytes, html, type InnerVisit } from '../../../platform/http/index.ts'
import { AveragesPage } from './averages.page.tsx'
import { selectAverages } from './averages.queries.ts'
import { type AveragedMonth, byMonth, daysOf, monthWords, targetDays } from './averages.rules.ts'

export async function averagesPage(visit: InnerVisit): Promise<Answer> {
  const { page, href } = visit
  return html(<AveragesPage {...{ page, href }} months={await monthsOf(visit)} />)
}

export async function averagesCsv(visit: InnerVisit): Promise<Answer> {
  const of = (average: AveragedMonth['entry']) =>
    average ? [String(average.count), daysOf(average.tenths)] : ['0', '']
  const rows = (await monthsOf(visit)).map(({ month, entry, slip, letter }) => [
    ...[monthWords(month), String(targetDays)],
    ...[...of(entry), ...of(slip), ...of(letter)],
  ])
  const header = [
    ...['Mês', 'Meta em dias', 'Registros do quadro', 'Dias em média (quadro)'],
    ...['Guias', 'Dias em média (guias)', 'Cartas', 'Dias em média (cartas)'],
  ]
  return bytes(csvOf(header, rows), {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="medias-de-dias.csv"',
  })
}

/** Of this month and the eleven before. */
async function monthsOf({ db, actor, now }: InnerVisit): Promise<AveragedMonth[]> {
  const from = `${addDays(localDate(`${todayIn(now).slice(0, 7)}-01`), -334).slice(0, 7)}-01`
  return byMonth(await selectAverages(db, actor, localDate(from)))
}
