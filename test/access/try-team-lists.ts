import { password } from '../support/world.ts'
import type { RouteKey } from './routes.ts'
import type { CaseTold, KeptTold } from './told.ts'
import { fingerprint, judge, look, may, type ReaderHere, type Trial } from './trial.ts'
import { lookAtAgenda } from './try-agenda.ts'
import { lookAtDemands } from './try-demands.ts'
import { lookAtDrawn } from './try-drawn.ts'
import { lookAtMailroom } from './try-mailroom.ts'
import { lookAtPlans } from './try-plans.ts'
import { lookAtProjects } from './try-projects.ts'

/** The lists of what units and people keep: exactly what this reader may have in lists, by words and by counts. */
export async function tryTeamLists(trial: Trial): Promise<void> {
  const one = async (reader: ReaderHere) => {
    if (may(trial, reader, undefined)) {
      await lookAtSheet(trial, reader)
      await lookAtKept(trial, reader)
      await lookAtLabels(trial, reader)
      await lookAtPoints(trial, reader)
      await lookAtPlans(trial, reader)
      await lookAtMailroom(trial, reader)
      await lookAtAgenda(trial, reader)
      await lookAtProjects(trial, reader)
      await lookAtDemands(trial, reader)
      await lookAtDrawn(trial, reader)
      await lookAtOthers(trial, reader)
      await searchWithin(trial, reader)
      await followNotices(trial, reader)
      return
    }
    for (const path of paths) await look(trial, { ...asking(reader, path), expected: 'closed' })
  }
  await Promise.all(trial.world.readers.map(one))
  await lookAtRegister(trial)
}

const paths = [
  ...['prazos', 'blocos', 'blocos/impressao', 'acompanhamentos', 'favoritos', 'marcadores', 'pontos-de-controle'],
  ...['planos-de-trabalho', 'quadro-do-dia', 'guias-de-tramitacao', 'cartas', 'expedicao'],
  ...[
    'expedicao/fora',
    'expedicao/cobranca',
    'expedicao/listas',
    'expedicao/retornos',
    'expedicao/medias',
    'expedicao/medias/planilha',
  ],
  ...['retornos', 'pesquisas-salvas', 'mesa/planilha', 'avisos', 'avisos/chegadas', 'painel', 'blocos/documentos'],
] as const

const asking = (reader: ReaderHere, path: string, query = '') => ({
  route: `GET /em/:unidade/${path}` as RouteKey,
  url: `/em/${reader.unit}/${path}${query}`,
  reader,
  face: 'list' as const,
})
const anyPage = { words: [], status: 200 } as const

/** A notice leads its own person through the gate, and is not there for anybody else. */
async function followNotices(trial: Trial, reader: ReaderHere): Promise<void> {
  const notices = await trial.house.db<{ id: string; login: string }[]>`
    select n.id, a.login from notices.notice n join identity.account a on a.id = n.account_id order by n.id limit 6`
  for (const { id, login } of [...notices, { id: '999999', login: '' }]) {
    const route = 'GET /em/:unidade/avisos/:id' as RouteKey
    const question = { route, url: `/em/${reader.unit}/avisos/${id}`, reader, face: 'list' as const }
    await look(trial, login === reader.login ? question : { ...question, expected: 'closed' })
  }
}

/** The desk as a sheet: the same that lies on the desk, and found by the same words. */
async function lookAtSheet(trial: Trial, reader: ReaderHere): Promise<void> {
  const { world, oracle, wrong } = trial
  await look(trial, { ...asking(reader, 'mesa/planilha'), expected: anyPage })
  for (const caseFile of world.caseFiles) {
    if (!trial.chance(0.3)) continue
    const { digits, number, words } = caseFile
    const isThere = isOnDesk(trial, caseFile, reader)
    const found = await look(trial, asking(reader, 'mesa/planilha', `?filtro=${digits}`))
    if (found.text.includes(number) !== isThere) wrong.push(`${reader.name}: ${number} in the sheet of the desk`)
    const isRead = isThere && oracle.reach(reader, caseFile) === 'full'
    const filtered = await look(trial, asking(reader, 'mesa/planilha', `?filtro=${words.summary}`))
    if (filtered.text.includes(number) !== isRead) wrong.push(`${reader.name}: ${number} in the sheet, by its summary`)
  }
}

const isOnDesk = ({ oracle }: Trial, { open, ...caseFile }: CaseTold, reader: ReaderHere) =>
  open.has(reader.unit) && !caseFile.suspendedBy && oracle.knowsOf(reader, { ...caseFile, open })

/** Each kind of list that is searched by the words of what stands in it. */
const searched: readonly (readonly [kind: KeptTold['kind'], path: string, query: (kept: KeptTold) => string])[] = [
  ['deadline', 'prazos', ({ word }) => `?situacao=todos&filtro=${word}`],
  ['follow', 'acompanhamentos', ({ word }) => `?q=${word}`],
  ['favourite', 'favoritos', ({ caseFile }) => `?q=${caseFile.digits}`],
]

async function lookAtKept(trial: Trial, reader: ReaderHere): Promise<void> {
  const { world, oracle, wrong } = trial
  for (const [kind, path, query] of searched) {
    await look(trial, { ...asking(reader, path), expected: anyPage })
    for (const kept of world.kept.filter((one) => one.kind === kind)) {
      const { caseFile, document } = kept
      const isMine = kind === 'favourite' ? kept.login === reader.login : kept.unit === reader.unit
      const mayRead = oracle.mayReadKept(reader, kept) && oracle.reach(reader, caseFile) === 'full'
      if (!isMine && !trial.chance(0.2)) continue
      const shown = document && kind === 'favourite' ? `/documentos/${document.number}` : caseFile.number
      const { text } = await look(trial, asking(reader, path, query(kept)))
      // Another one of the same case file may be found by its number.
      if (text.includes(shown) === mayRead) continue
      const isOther = kind === 'favourite' && oracle.knowsOf(reader, caseFile) && !mayRead
      if (!isOther) wrong.push(`${reader.name}: ${path} ${mayRead ? 'hides' : 'tells of'} ${shown}`)
    }
  }
  const returns = world.kept.filter(
    (one) => one.kind === 'return' && (one.unit === reader.unit || one.to === reader.unit),
  )
  const { text } = await look(trial, { ...asking(reader, 'retornos', '?situacao=todos'), expected: anyPage })
  for (const { caseFile } of returns) {
    const isThere = oracle.knowsOf(reader, caseFile)
    if (text.includes(caseFile.number) !== isThere) wrong.push(`${reader.name}: the returns and ${caseFile.number}`)
  }
}

/** What a label counts: open on the desk, and known to the reader. */
async function lookAtLabels(trial: Trial, reader: ReaderHere): Promise<void> {
  const { world, wrong } = trial
  const mine = world.kept.filter((one) => one.kind === 'label' && one.unit === reader.unit)
  if (!may(trial, reader, 'cases.change')) {
    await look(trial, { ...asking(reader, 'marcadores'), expected: 'closed' })
    return
  }
  const { text } = await look(trial, { ...asking(reader, 'marcadores'), expected: anyPage })
  for (const { id, caseFile } of mine) {
    const row = text.split('<tr').find((one) => one.includes(`/marcadores/${id}"`))
    if (!row) continue
    const counted = row.includes(`marcador=${id}`)
    if (counted !== isOnDesk(trial, caseFile, reader)) wrong.push(`${reader.name}: label ${id} counts ${counted}`)
  }
}

/** Where case files stand: listed for who may know of them, and counted as listed (PRO-244). */
async function lookAtPoints(trial: Trial, reader: ReaderHere): Promise<void> {
  const { world, oracle, wrong } = trial
  let text = ''
  for (let page = 1; page < 20; page += 1) {
    const answer = await look(trial, { ...asking(reader, 'pontos-de-controle', `?pagina=${page}`), expected: anyPage })
    text += answer.text
    if (!answer.text.includes(`pagina=${page + 1}`)) break
  }
  for (const { caseFile, unit, kind } of world.kept) {
    if (kind !== 'point' || unit !== reader.unit) continue
    const isThere = oracle.reach(reader, caseFile) === 'full'
    if (!isThere && oracle.knowsOf(reader, caseFile)) continue
    if (text.includes(caseFile.number) !== isThere) wrong.push(`${reader.name}: the points and ${caseFile.number}`)
  }
}

async function lookAtOthers(trial: Trial, reader: ReaderHere): Promise<void> {
  const mayUse = may(trial, reader, 'bundles.use')
  for (const kind of ['assinatura', 'reuniao', 'internos']) {
    for (const path of ['blocos', 'blocos/impressao']) {
      await look(trial, { ...asking(reader, path, `?tipo=${kind}`), expected: mayUse ? anyPage : 'closed' })
    }
  }
  await look(trial, { ...asking(reader, 'pesquisas-salvas'), expected: anyPage })
}

/** Inside one case file: words of what may be read there. */
async function searchWithin(trial: Trial, reader: ReaderHere): Promise<void> {
  const { world, oracle } = trial
  for (const caseFile of world.caseFiles) {
    if (!trial.chance(0.4)) continue
    const reached = oracle.reach(reader, caseFile) !== 'none'
    await look(trial, {
      ...asking(reader, `processos/${caseFile.digits}/pesquisa`, `?q=${world.everywhere}`),
      ...{ route: 'GET /em/:unidade/processos/:numero/pesquisa', face: 'number' as const },
      expected: reached ? { words: [caseFile.number], status: 200 } : 'closed',
    })
  }
}

/** The register of what is confidential in a unit (PRO-089): its numbers, behind a permission and the password. */
async function lookAtRegister(trial: Trial): Promise<void> {
  const { world, oracle, house, wrong } = trial
  const { keeper } = world
  const path = 'acervo-de-sigilosos'
  const isKept = (one: CaseTold) =>
    oracle.effective(one) === 'confidential' &&
    (one.passed.has(keeper.unit) || one.credentials.some(({ unit }) => unit === keeper.unit))
  const except = ({ kind, caseFile }: { kind: string; caseFile: CaseTold }) => kind === 'number' && isKept(caseFile)
  for (const reader of world.readers) {
    for (const one of [path, `${path}/planilha`, `${path}/ativacao`])
      await look(trial, { ...asking(reader, one), expected: 'closed' })
    for (const act of ['senha', 'ativacao', 'cancelamento']) {
      const url = `/em/${reader.unit}/${path}/${act}`
      const answer = await reader.caller.post(url, { senha: password })
      const route = `POST /em/:unidade/${path}/${act}` as RouteKey
      await judge(trial, { route, url, reader, face: 'list', expected: 'closed' }, answer)
    }
  }
  if (!world.keeperIsIn.has(keeper)) await look(trial, { ...asking(keeper, `${path}/planilha`), expected: anyPage })
  world.keeperIsIn.add(keeper)
  await keeper.caller.post(`/em/${keeper.unit}/${path}/senha`, { senha: password })
  await look(trial, { ...asking(keeper, path), except, expected: anyPage })
  const sheet = await look(trial, { ...asking(keeper, `${path}/planilha`), except, expected: anyPage })
  for (const one of world.caseFiles) {
    if (one.passed.has(keeper.unit) && isKept(one) !== sheet.text.includes(one.number)) {
      wrong.push(`the register and ${one.number}`)
    }
  }
  const others = world.caseFiles.filter((one) => !isKept(one)).map(({ digits }) => digits)
  const rows = await house.db<{ id: string }[]>`select id from cases.case_file where digits = any (${others})`
  const [account] = await house.db<{ id: string }[]>`select id from identity.account where login = 'acervo'`
  const before = await fingerprint(house)
  const processo = rows.map(({ id }) => id)
  const url = `/em/${keeper.unit}/${path}/ativacao`
  const answer = await keeper.caller.post(url, { processo, pessoa: account?.id ?? '' })
  await judge(trial, { route: `POST /em/:unidade/${path}/ativacao`, url, reader: keeper, face: 'list' }, answer)
  const told = answer.location ? await keeper.caller.get(answer.location) : answer
  await judge(trial, { ...asking(keeper, path), except }, told)
  const after = await fingerprint(house)
  if (before['cases.credential'] !== after['cases.credential']) wrong.push('the register gave credentials elsewhere')
}
