import type { RouteKey } from './routes.ts'
import type { KeptTold } from './told.ts'
import { isClosed, judge, look, type ReaderHere, type Trial } from './trial.ts'

/** An address of the kept thing, and whether its words stand there for who may read it. */
interface Place {
  readonly route: string
  readonly url: string
  readonly tells: boolean
}

/** What people drew into agendas, demands, projects, the board and the post: read by exactly who may, told to nobody else. */
export async function lookAtDrawn(trial: Trial, reader: ReaderHere): Promise<void> {
  for (const kept of trial.world.kept) {
    const place = placesOf[kept.kind]
    if (!place) continue
    await lookAtOne(trial, reader, kept, place)
    await lookAtPublic(trial, reader, kept)
  }
}

type Places = (kept: KeptTold) => {
  readonly pages: readonly Place[]
  /** Where it is one line among others: its word is there for who may read it, and for nobody else. */
  readonly lists: readonly Place[]
  readonly acts: readonly Omit<Place, 'tells'>[]
}

const page = (route: string, url: string, tells = true): Place => ({ route, url, tells })
const act = (route: string, url: string) => ({ route, url })

const placesOf: Partial<Record<KeptTold['kind'], Places>> = {
  commitment: ({ id, within = '', on = '' }) => ({
    pages: [
      page('agenda/compromissos/:id', `agenda/compromissos/${id}`),
      page('agenda/compromissos/:id/alteracao', `agenda/compromissos/${id}/alteracao`),
    ],
    lists: [
      page('agenda', `agenda?autoridade=${within}&dia=${on}`),
      page('agenda/folha', `agenda/folha?autoridade=${within}&dia=${on}`),
    ],
    acts: [
      act('agenda/compromissos/:id', `agenda/compromissos/${id}`),
      act('agenda/compromissos/:id/alteracao', `agenda/compromissos/${id}/alteracao`),
      act('agenda/compromissos/:id/publicacao', `agenda/compromissos/${id}/publicacao`),
    ],
  }),
  demand: ({ id, word, on = '' }) => ({
    pages: [page('demandas/:id', `demandas/${id}`)],
    lists: [
      page('demandas', `demandas?situacao=todas&q=${word}`, false),
      page('demandas', `demandas?situacao=todas&lado=consultas&q=${word}`, false),
      page('demandas/dados.csv', 'demandas/dados.csv?situacao=todas', false),
      page('demandas/calendario', `demandas/calendario?mes=${on.slice(0, 7)}`),
      page('demandas/calendario.ics', 'demandas/calendario.ics'),
    ],
    acts: ['alteracao', 'unidades', 'retornos', 'prorrogacao', 'decisao', 'resposta'].map((end) =>
      act(`demandas/:id/${end}`, `demandas/${id}/${end}`),
    ),
  }),
  activity: ({ id, within = '' }) => ({
    pages: [page('projetos/:id/atividades/:atividade', `projetos/${within}/atividades/${id}`)],
    lists: [page('projetos/:id', `projetos/${within}`), page('projetos/:id/planilha', `projetos/${within}/planilha`)],
    acts: [act('projetos/:id/atividades/:atividade', `projetos/${within}/atividades/${id}`)],
  }),
  entry: ({ id, word }) => ({
    pages: [
      page('quadro-do-dia/:id', `quadro-do-dia/${id}`),
      page('quadro-do-dia/:id/recibo', `quadro-do-dia/${id}/recibo`),
    ],
    lists: [page('quadro-do-dia', 'quadro-do-dia'), page('quadro-do-dia', `quadro-do-dia?q=${word}`, false)],
    acts: [act('quadro-do-dia/:id', `quadro-do-dia/${id}`)],
  }),
  letter: ({ id, within }) => ({
    pages: [page('cartas/:id', `cartas/${id}`)],
    lists: [
      ...['cartas', 'expedicao', 'expedicao/fora', 'expedicao/cobranca'].map((one) => page(one, one, false)),
      ...(within
        ? ['', '/etiquetas', '/arquivo'].map((end) =>
            page(`expedicao/listas/:id${end}`, `expedicao/listas/${within}${end}`, false),
          )
        : []),
    ],
    acts: [act('cartas/:id', `cartas/${id}`), act('cartas/:id/desistencia', `cartas/${id}/desistencia`)],
  }),
}

async function lookAtOne(trial: Trial, reader: ReaderHere, kept: KeptTold, placesFor: Places): Promise<void> {
  const { oracle, wrong } = trial
  const isRead = oracle.mayReadKept(reader, kept)
  const { pages, lists, acts } = placesFor(kept)
  const asking = { reader, face: 'list' as const }
  for (const { route, url } of pages) {
    const whole = `/em/${reader.unit}/${url}`
    const expected = isRead ? { words: [kept.word], status: 200 } : 'closed'
    await look(trial, { ...asking, route: `GET /em/:unidade/${route}` as RouteKey, url: whole, expected })
  }
  for (const { route, url, tells } of lists) {
    const whole = `/em/${reader.unit}/${url}`
    const answer = await look(trial, { ...asking, route: `GET /em/:unidade/${route}` as RouteKey, url: whole })
    // Found by the word that was sought, the word is an echo: a link to the thing alone tells.
    const link = new RegExp(`/(?:demandas|quadro-do-dia)/${kept.id}["?]`)
    if (url.includes(`q=${kept.word}`)) {
      if (link.test(answer.text) && !isRead) wrong.push(`${reader.name}: ${whole} finds ${kept.word}`)
    } else if (tells && isRead && !answer.text.includes(kept.word)) {
      wrong.push(`${reader.name}: ${whole} does not tell ${kept.word}`)
    }
  }
  if (isRead) return
  for (const { route, url } of acts) {
    if (!trial.chance(0.3)) continue
    const whole = `/em/${reader.unit}/${url}`
    const answer = await reader.caller.post(whole, { nada: 'nenhum' })
    await judge(trial, { ...asking, route: `POST /em/:unidade/${route}` as RouteKey, url: whole }, answer)
    if (!isClosed(answer)) wrong.push(`${reader.name}: POST ${whole} answered ${answer.status}`)
  }
}

/** A commitment that was published: its words while its case file is public, and its hour alone afterwards. */
async function lookAtPublic(trial: Trial, reader: ReaderHere, kept: KeptTold): Promise<void> {
  const { kind, within, on, word } = kept
  if (kind !== 'commitment') return
  const told = trial.world.words.get(word)
  const isTold = told !== undefined && trial.oracle.mayTell(reader, told, 'public')
  for (const end of ['', '/dados.csv', '/dados.json', '/calendario.ics']) {
    const url = `/agenda-publica${end}?autoridade=${within}&de=${on}&ate=${on}`
    const route = `GET /agenda-publica${end}` as RouteKey
    const answer = await look(trial, { route, url, reader, face: 'public' })
    if (answer.text.includes(word) !== isTold) trial.wrong.push(`${url} ${isTold ? 'hides' : 'tells'} ${word}`)
  }
}
