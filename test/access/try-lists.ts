import { isDraft } from './oracle.ts'
import type { RouteKey } from './routes.ts'
import { documentsOf } from './told.ts'
import { look, may, type ReaderHere, type Trial } from './trial.ts'

/** What is listed, found, counted and suggested: exactly what this reader may have in lists. */
export async function tryLists(trial: Trial): Promise<void> {
  // Each reader at their own pace, all at once.
  const one = async (reader: ReaderHere) => {
    if (may(trial, reader, undefined)) {
      await lookAtDesk(trial, reader)
      await lookAtLists(trial, reader)
      await search(trial, reader)
      await openByNumber(trial, reader)
      return
    }
    for (const path of ['mesa', 'sobrestados', 'sigilosos', 'pesquisa', 'pesquisa/planilha', 'contatos'] as const) {
      const url = `/em/${reader.unit}/${path}?q=${trial.world.everywhere}`
      await look(trial, { route: `GET /em/:unidade/${path}`, url, reader, face: 'list', expected: 'closed' })
    }
  }
  await Promise.all(trial.world.readers.map(one))
}

async function lookAtDesk(trial: Trial, reader: ReaderHere): Promise<void> {
  const { world, oracle, wrong } = trial
  const route = 'GET /em/:unidade/mesa'
  const desk = `/em/${reader.unit}/mesa`
  for (const query of ['', '?lista=gerados', '?so=nao-abertos', '?so=novidades', '?ordem=especificacao']) {
    await look(trial, { route, url: `${desk}${query}`, reader, face: 'list', expected: { words: [], status: 200 } })
  }
  for (const caseFile of world.caseFiles) {
    const { digits, number, words } = caseFile
    const isThere = caseFile.open.has(reader.unit) && !caseFile.suspendedBy && oracle.knowsOf(reader, caseFile)
    const found = await look(trial, { route, url: `${desk}?filtro=${digits}`, reader, face: 'list' })
    if (found.text.includes(number) !== isThere) {
      wrong.push(`${reader.name}: ${number} ${isThere ? 'is missing from' : 'lies on'} the desk`)
    }
    // Whoever may not read a summary does not learn by a filter what it says.
    const isRead = isThere && oracle.reach(reader, caseFile) === 'full'
    const filtered = await look(trial, { route, url: `${desk}?filtro=${words.summary}`, reader, face: 'list' })
    if (filtered.text.includes(number) !== isRead) {
      wrong.push(`${reader.name}: the desk filtered by its summary ${isRead ? 'hides' : 'tells of'} ${number}`)
    }
  }
}

async function lookAtLists(trial: Trial, reader: ReaderHere): Promise<void> {
  const { world, oracle } = trial
  const numbers = (those: (one: (typeof world.caseFiles)[number]) => boolean) =>
    world.caseFiles.filter(those).map(({ number }) => number)
  const suspended = numbers((one) => one.suspendedBy === reader.unit && oracle.knowsOf(reader, one))
  const held = numbers(
    (one) =>
      oracle.effective(one) === 'confidential' &&
      one.credentials.some(({ login, unit }) => login === reader.login && unit === reader.unit),
  )
  const lists: readonly (readonly [RouteKey, string, readonly string[]])[] = [
    ['GET /em/:unidade/sobrestados', 'sobrestados', suspended],
    ['GET /em/:unidade/sigilosos', 'sigilosos', held],
  ]
  for (const [route, path, words] of lists) {
    const url = `/em/${reader.unit}/${path}`
    await look(trial, { route, url, reader, face: 'list', expected: { words, status: 200 } })
  }
  // The register of people says nothing of case files: its names are no secret of any of them.
  const except = ({ kind }: { kind: string }) => kind === 'party'
  const [first] = world.caseFiles
  const contacts = `/em/${reader.unit}/contatos?q=${first?.words.party}`
  await look(trial, { route: 'GET /em/:unidade/contatos', url: contacts, reader, face: 'list', except })
  const novo = `/em/${reader.unit}/processos/novo`
  await look(trial, { route: 'GET /em/:unidade/processos/novo', url: novo, reader, face: 'list', except })
}

/**
 * While the index lags behind: the search may miss what is new, and tells nothing of what was closed a moment ago
 * (PES-010), by results, snippets or counts.
 */
export async function tryLaggingSearch(trial: Trial): Promise<void> {
  const { world, oracle, wrong } = trial
  const one = async (reader: ReaderHere) => {
    if (!may(trial, reader, undefined)) return
    const route = 'GET /em/:unidade/pesquisa'
    const url = `/em/${reader.unit}/pesquisa?q=${world.everywhere}&ordem=data`
    const page = await look(trial, { route, url, reader, face: 'list' })
    const documents = documentsOf(world).filter((document) => oracle.mayRead(reader, document))
    const cases = world.caseFiles.filter((caseFile) => oracle.reach(reader, caseFile) === 'full')
    const [, total] = /(\d+) resultado/.exec(page.text) ?? []
    if (Number(total ?? 0) > documents.length + cases.length) {
      wrong.push(`${reader.name}: the lagging search counts ${total} of at most ${documents.length + cases.length}`)
    }
    const sheet = `/em/${reader.unit}/pesquisa/planilha?q=${world.everywhere}`
    const list = await look(trial, { route: `${route}/planilha`, url: sheet, reader, face: 'list' })
    const allowed = new Set([...documents.map(({ number }) => number), ...cases.map(({ digits }) => digits)])
    const told = rowsOf(list.text).filter((number) => !allowed.has(number))
    if (told.length > 0) wrong.push(`${reader.name}: the lagging search lists ${told.join(', ')}`)
  }
  await Promise.all(world.readers.map(one))
  const visitor = world.readers.at(-1)
  if (visitor) {
    await look(trial, {
      route: 'GET /consulta',
      url: `/consulta?q=${world.everywhere}`,
      reader: visitor,
      face: 'public',
    })
  }
}

/** Results, snippets, counts, filters and the list for spreadsheets. */
async function search(trial: Trial, reader: ReaderHere): Promise<void> {
  const { world, oracle, wrong } = trial
  const documents = documentsOf(world).filter(
    (one) =>
      oracle.mayRead(reader, one) &&
      oracle.governing(one) !== 'confidential' &&
      // What a bundle or a credential shows of others' drafts is read from there, and found by nobody else (PRO-067).
      (!isDraft(one) || one.unit === reader.unit),
  )
  const cases = world.caseFiles.filter(
    (one) => oracle.reach(reader, one) === 'full' && oracle.base(one) !== 'confidential',
  )
  const expected = [...documents.map(({ number }) => number), ...cases.map(({ digits }) => digits)].sort()
  const route = 'GET /em/:unidade/pesquisa'
  const address = (query: string) => `/em/${reader.unit}/pesquisa?${query}`
  const page = await look(trial, { route, url: address(`q=${world.everywhere}&ordem=data`), reader, face: 'list' })
  const total = expected.length === 0 ? 'Nada foi encontrado' : `${expected.length} resultado`
  if (!page.text.includes(total)) wrong.push(`${reader.name}: the search does not say “${total}”`)
  const sheet = await look(trial, {
    route: 'GET /em/:unidade/pesquisa/planilha',
    url: `/em/${reader.unit}/pesquisa/planilha?q=${world.everywhere}`,
    reader,
    face: 'list',
  })
  const found = rowsOf(sheet.text)
  if (found.join() !== expected.join()) {
    wrong.push(`${reader.name}: the search finds ${found.join(', ')} and should find ${expected.join(', ')}`)
  }
  // By every filter too, what may not be listed is not there.
  for (const filter of ['passou=sim', 'tipo=minutas', 'orgao=sim', 'data=documento&de=2020-01-01']) {
    await look(trial, { route, url: address(`q=${world.everywhere}&ordem=data&${filter}`), reader, face: 'list' })
  }
  for (const caseFile of world.caseFiles) {
    if (!trial.chance(0.4)) continue
    const own = cases.includes(caseFile)
    const byRemark = await look(trial, {
      route,
      url: address(`q=${caseFile.words.remark}&ordem=data`),
      reader,
      face: 'list',
    })
    if (byRemark.text.includes(caseFile.number) !== own) {
      wrong.push(`${reader.name}: the search by a remark ${own ? 'hides' : 'tells of'} ${caseFile.number}`)
    }
    const party = `interessado=${caseFile.words.party}&ordem=data`
    await look(trial, { route, url: address(party), reader, face: 'list' })
  }
}

/** The numbers of a list for spreadsheets: of each document its own, of each case file its digits. */
function rowsOf(sheet: string): string[] {
  return sheet
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const cells = line.split(';').map((cell) => cell.replace(/^"|"$/g, ''))
      return cells[3] || (cells[1] ?? '').replace(/\D/g, '')
    })
    .sort()
}

/** The box of the header: a number leads where this reader may go, in any punctuation, and to nothing else. */
async function openByNumber(trial: Trial, reader: ReaderHere): Promise<void> {
  const { world, oracle, wrong } = trial
  const route = 'GET /em/:unidade/pesquisa'
  const ask = async (written: string, leadsTo: string | undefined) => {
    const url = `/em/${reader.unit}/pesquisa?q=${encodeURIComponent(written)}`
    const { status, location } = await look(trial, { route, url, reader, face: 'list' })
    const opened = status === 303 ? location : undefined
    const expected = leadsTo && `${leadsTo}?aberto=numero`
    if (opened !== expected) wrong.push(`${reader.name}: “${written}” leads to ${opened} and not to ${expected}`)
  }
  for (const caseFile of world.caseFiles) {
    const { number, digits } = caseFile
    const leadsTo = oracle.knowsOf(reader, caseFile) ? `/em/${reader.unit}/processos/${digits}` : undefined
    for (const written of [number, digits, number.replace(/\D+/g, ' '), `Processo nº ${number}`]) {
      if (trial.chance(0.4)) await ask(written, leadsTo)
    }
  }
  for (const { caseFile, number, state } of documentsOf(world)) {
    if (!trial.chance(0.4)) continue
    const home = `/em/${reader.unit}`
    const isThere = state !== 'deleted'
    if (!isThere || !oracle.knowsOf(reader, caseFile)) await ask(number, undefined)
    else if (oracle.reach(reader, caseFile) === 'none') await ask(number, `${home}/processos/${caseFile.digits}`)
    else await ask(number, `${home}/documentos/${number}`)
  }
}
