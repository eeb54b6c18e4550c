import { addressOf, type RouteKey } from './routes.ts'
import { type Attempt, surfaces } from './surfaces.ts'
import { documentsOf } from './told.ts'
import { fingerprint, isClosed, judge, type ReaderHere, type Trial } from './trial.ts'

const attempted = 0.06

/** Whoever may not read a thing tries every act on it: nothing is told, nothing is done. */
export async function tryAttempts(trial: Trial): Promise<void> {
  const { house, wrong } = trial
  const before = await fingerprint(house)
  for (const [route, surface] of Object.entries(surfaces) as [RouteKey, (typeof surfaces)[RouteKey]][]) {
    if (!('act' in surface)) continue
    for (const reader of trial.world.readers) await attemptAll(trial, route, surface, reader)
  }
  const after = await fingerprint(house)
  for (const table of Object.keys(before)) {
    if (before[table] !== after[table]) wrong.push(`somebody who may not read a thing changed ${table}`)
  }
}

async function attemptAll(trial: Trial, route: RouteKey, surface: Attempt, reader: ReaderHere): Promise<void> {
  const { world, oracle } = trial
  switch (surface.act) {
    case 'case':
      for (const caseFile of world.caseFiles) {
        const reach = oracle.reach(reader, caseFile)
        // Who holds a credential and gives the password opens it: that is no attempt.
        const isKey = /\/(senha|transferencia)$/.test(route) && oracle.knowsOf(reader, caseFile)
        // Whoever has a part of it to sign may take a copy of what they read.
        const isCopying = route.endsWith('/exportacao') && caseFile.documents.some((one) => oracle.mayRead(reader, one))
        if (reach === 'full' || isKey || isCopying || !trial.chance(attempted)) continue
        const url = addressOf(route, { unidade: reader.unit, numero: caseFile.digits, credencial: '1', item: '1' })
        // A copy is asked for by naming its documents.
        const named = { ...surface.fields, documentos: caseFile.documents.map(({ number }) => number) }
        const asked = { ...surface, fields: { ...surface.fields, processo: caseFile.digits } }
        const sent = route.endsWith('/exportacao') ? { ...surface, fields: named } : surface.asks ? asked : surface
        await attempt(trial, route, sent, reader, url, reach === 'none' && !surface.blank)
      }
      return
    case 'document':
      for (const document of documentsOf(world)) {
        if (oracle.mayRead(reader, document) || !trial.chance(attempted)) continue
        const url = addressOf(route, { unidade: reader.unit, numero: document.number, versao: '1', credencial: '1' })
        const fields = await whatSignersSend(trial, route, document.number)
        const hidden = oracle.reach(reader, document.caseFile) === 'none' || document.state === 'deleted'
        await attempt(trial, route, { ...surface, fields: { ...surface.fields, ...fields } }, reader, url, hidden)
      }
      return
    case 'copy':
      for (const { id, login, unit } of world.copies) {
        if (login === reader.login && unit === reader.unit && reader.worksThere) continue
        const url = addressOf(route, { unidade: reader.unit, id })
        await attempt(trial, route, surface, reader, url, true)
      }
  }
}

async function attempt(
  trial: Trial,
  route: RouteKey,
  { fields, json, file }: Attempt,
  reader: ReaderHere,
  url: string,
  isHidden: boolean,
): Promise<void> {
  const { caller } = reader
  const answer =
    json !== undefined
      ? await caller.send(route.startsWith('PUT') ? 'PUT' : 'POST', url, json)
      : file
        ? await caller.upload(url, { ...file, content: Buffer.from(file.content) }, fields)
        : await caller.post(url, fields)
  await judge(trial, { route, url, reader, face: 'number', sent: JSON.stringify(fields ?? {}) }, answer)
  if (isHidden && !isClosed(answer)) trial.wrong.push(`${reader.name}: ${route} (${url}) answered ${answer.status}`)
}

/** The very text that there is to be signed, so that no attempt fails for want of it. */
async function whatSignersSend({ house }: Trial, route: RouteKey, number: string): Promise<Record<string, string>> {
  if (!/\/(assinatura(\/certificado|\/govbr|\/outra-pessoa)?|autenticacao)$/.test(route)) return {}
  const [row] = await house.db<{ shown: string | null; file: string | null }[]>`
    select v.number || '.' || encode(v.sha256, 'hex') as shown, f.sha256 as file
      from documents.document d
      left join documents.version v on v.document_id = d.id and v.number = d.version
      left join documents.file f on f.document_id = d.id where d.number = ${number}`
  return { documento: `${number}.${row?.shown ?? ''}`, sha256: row?.file ?? '' }
}
