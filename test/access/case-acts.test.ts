import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { annexCaseFile, blockCaseFile, suspendCaseFile } from '../../src/capabilities/cases/index.ts'
import { confirmCaseAccess } from '../../src/capabilities/identity/index.ts'
import { aGrant } from '../support/builders-admin.ts'
import { archivedIn } from '../support/builders-archive.ts'
import { aBundle } from '../support/builders-bundles.ts'
import { aCaseFile, actorOf, concludedIn, done, eventsOf, legalBasisOf } from '../support/builders-cases.ts'
import { aDraft, typeIdOf } from '../support/builders-documents.ts'
import { shownOf } from '../support/builders-signatures.ts'
import { furnishCheckpoints } from '../support/builders-watchlists.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { caseActs, cellsOf } from '../support/matrix-tables.ts'
import { at, password } from '../support/world.ts'
import { type Caller, callerOf, type Told } from './caller.ts'

/**
 * §10.1, the rows that other capabilities carry out, through HTTP; src/capabilities/cases/matrix.test.ts has those of case
 * files themselves, and matrices.test.ts says that none is left out.
 */
const cells = cellsOf(caseActs)
type State = (typeof cells)[number]['state']
type Act = (typeof cells)[number]['act']
const acts = [...new Set(cells.map(({ act }) => act))]

let house: TestHouse
let secretary: Caller
/** Of the same unit, with every permission, and without a credential. */
let colleague: Caller
let checkpoint: string
const by = { by: 'secretaria', unit: at.gs } as const
const words = 'Parecer favorável.'

beforeAll(async () => {
  house = await openTestHouse()
  checkpoint = await furnishCheckpoints(house, 'GS')
  await aGrant(house, 'secretaria', { profile: 'Arquivamento', unit: 'GS' })
  await aGrant(house, 'ana', { profile: 'Arquivamento', unit: 'GS' })
  ;[secretary, colleague] = (await Promise.all(
    (['secretaria', 'ana'] as const).map(async (login) => callerOf(house.app, await house.signIn(login))),
  )) as [Caller, Caller]
})
afterAll(() => house.close())

describe('§10.1 each act, in each state, through HTTP', () => {
  test.each(cells)('$act, $state: $sign', async ({ act, state, sign }) => {
    const caseFile = await caseFileIn(state)
    // So many copies may wait for one person, and nobody makes them here.
    if (act === 'export') await house.db`delete from output.export`
    const before = await traces(caseFile.id)
    const answer = await carryOut(act, caseFile, secretary)
    const after = await traces(caseFile.id)
    if (act === 'read') return expect(answer.text).toContain(words)
    if (sign === '✓') return expect(after, answer.text.slice(0, 400)).not.toEqual(before)
    expect(after).toEqual(before)
    // What is not archived has no page of the archive from which it could come back.
    expect(act === 'unarchive' ? [404] : [303, 409, 422]).toContain(answer.status)
  })

  test.each(acts)('confidential, for a colleague without credential: %s does not exist', async (act) => {
    const caseFile = await caseFileIn('confidential')
    const before = await traces(caseFile.id)
    const answer = await carryOut(act, caseFile, colleague)
    // Put into a bundle it is passed over, as a number is that nobody has.
    if (!act.endsWith('bundle')) expect(answer.status).toBe(404)
    expect(answer.text).not.toContain(words)
    expect(await traces(caseFile.id)).toEqual(before)
  })

  it('reopens a confidential one that its holder concluded', async () => {
    const caseFile = await caseFileIn('confidential')
    await carryOut('conclude', caseFile, secretary)
    expect((await traces(caseFile.id)).open).toEqual([])
    await carryOut('reopen', caseFile, secretary)
    expect((await traces(caseFile.id)).open).toEqual(['GS'])
  })
})

interface Built {
  readonly id: string
  readonly digits: string
  readonly draft: string
}

async function caseFileIn(state: State): Promise<Built> {
  const { id, digits } = await aCaseFile(house, by)
  const draft = await aDraft(house, digits, { ...by, text: words })
  const actor = await actorOf(house, by.by, by.unit)
  const now = house.platform.clock()
  const request = { digits, reason: 'À espera de parecer' }
  if (state === 'concluded') await concludedIn(house, id, at.gs)
  if (state === 'archived') {
    await concludedIn(house, id, at.gs)
    await archivedIn(house, digits, by.by, by.unit)
  }
  if (state === 'suspended') await done(suspendCaseFile(house.db, actor, { ...request, linkedDigits: undefined }, now))
  if (state === 'blocked') await done(blockCaseFile(house.db, actor, request, now))
  if (state === 'annexed') {
    const principal = await aCaseFile(house, by)
    await done(annexCaseFile(house.db, actor, digits, principal.digits, now))
  }
  if (state === 'confidential') {
    const level = { nivel: 'confidential', hipotese: await legalBasisOf(house.db, 'confidential') }
    await secretary.post(`/em/${at.gs}/processos/${digits}/nivel`, level)
    await confirmCaseAccess(house.db, { ...actor, sessionHash: secretary.sessionHash }, id, now)
  }
  return { id, digits, draft }
}

async function carryOut(act: Act, { digits, draft }: Built, caller: Caller): Promise<Told> {
  const here = `/em/${at.gs}`
  const level = { nivel: 'publico', data: '2026-01-02' }
  switch (act) {
    case 'read':
      for (const page of ['', '/historico']) {
        const answer = await caller.get(`${here}/processos/${digits}${page}`)
        if (answer.status !== 200) return answer
      }
      return caller.get(`${here}/documentos/${draft}`)
    case 'draft': {
      const fields = { ...level, tipo: await typeIdOf(house, 'Despacho'), texto_inicial: 'modelo' }
      return caller.post(`${here}/processos/${digits}/documentos`, fields)
    }
    case 'upload': {
      const fields = { ...level, tipo: await typeIdOf(house, 'Requerimento'), formato: 'nato-digital' }
      const file = { field: 'arquivos', name: 'pedido.txt', content: Buffer.from(`Pedido ${digits}`) }
      return caller.upload(`${here}/processos/${digits}/documentos/externo`, file, fields)
    }
    case 'sign': {
      const { version, sha256 } = await shownOf(house, draft)
      const fields = { documento: `${draft}.${version}.${sha256}`, cargo: 'Analista', senha: password }
      return caller.post(`${here}/documentos/${draft}/assinatura`, fields)
    }
    case 'send': {
      const [unit] = await house.db<{ id: string }[]>`select id from organization.unit where slug = ${at.cofic}`
      return caller.post(`${here}/envio`, { processo: digits, destinos: unit?.id ?? '' })
    }
    case 'assign': {
      const { userId } = await actorOf(house, 'ana', at.gs)
      return caller.post(`${here}/atribuicao`, { processo: digits, pessoa: userId })
    }
    case 'conclude':
      return caller.post(`${here}/conclusao`, { processo: digits })
    case 'reopen':
      return caller.post(`${here}/processos/${digits}/reabertura`)
    case 'unarchive': {
      const fields = { motivo: 'Pedido de vista.', cargo: 'Analista', senha: password }
      return caller.post(`${here}/processos/${digits}/desarquivamento`, fields)
    }
    case 'comment':
      return caller.post(`${here}/processos/${digits}/andamentos`, { texto: 'Telefonema feito.' })
    case 'export':
      return caller.post(`${here}/processos/${digits}/exportacao`, { formato: 'pdf', documentos: draft })
    case 'duplicate':
      return caller.post(`${here}/processos/${digits}/duplicacao`, { documento: draft })
    case 'note':
      return caller.post(`${here}/anotacao`, { processo: digits, anotacao: 'Ligar amanhã.' })
    case 'deadline':
      return caller.post(`${here}/prazos`, { processo: digits, texto: 'Responder', dia: '2099-12-31' })
    case 'checkpoint':
      return caller.post(`${here}/ponto-de-controle`, { processo: digits, ponto: checkpoint })
    case 'follow':
      return caller.post(`${here}/acompanhamento`, { processo: digits, observacao: 'De perto.' })
    case 'internal bundle':
    case 'meeting bundle': {
      const kind = act === 'internal bundle' ? 'internal' : 'meeting'
      const to = kind === 'meeting' ? [at.cofic] : []
      const bloco = await aBundle(house, { ...by, kind, to })
      return caller.post(`${here}/blocos/inclusao`, { processo: digits, bloco })
    }
  }
}

/** All that these acts could leave behind. */
async function traces(caseFileId: string) {
  const [row] = await house.db<
    {
      documents: number
      signatures: number
      copies: number
      open: string[]
      assigned: number
      kept: number
      caseFiles: number
    }[]
  >`
    select (select count(*)::int from documents.document where case_file_id = ${caseFileId}) as documents,
           (select coalesce(sum(signature_count), 0)::int from documents.document where case_file_id = ${caseFileId}) as signatures,
           (select count(*)::int from output.export where case_file_id = ${caseFileId}) as copies,
           array(select u.acronym from cases.holding h join organization.unit u on u.id = h.unit_id
                  where h.case_file_id = ${caseFileId} and h.closed_at is null order by 1) as open,
           (select count(*)::int from cases.holding where case_file_id = ${caseFileId} and assigned_to is not null) as assigned,
           (select count(*)::int from watchlists.note where case_file_id = ${caseFileId})
             + (select count(*)::int from watchlists.entry where case_file_id = ${caseFileId})
             + (select count(*)::int from deadlines.deadline where case_file_id = ${caseFileId})
             + (select count(*)::int from checkpoints.standing where case_file_id = ${caseFileId})
             + (select count(*)::int from bundles.item where case_file_id = ${caseFileId}) as kept,
           (select count(*)::int from cases.case_file) as "caseFiles"`
  if (!row) throw new Error('there are no traces')
  return { ...row, events: (await eventsOf(house, caseFileId)).filter((kind) => kind !== 'case-received') }
}
