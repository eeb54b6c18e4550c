import { type Answer, type InnerVisit, notFound, redirect } from '../../platform/http/index.ts'
import { whichAwaitsPassword } from '../cases/index.ts'

/**
 * The answer where the gate let nobody through to a document: to the holder of a credential who has not given the
 * password in this session, the page that asks for it; to everybody else, that there is no such page.
 */
export async function documentMissing(visit: InnerVisit): Promise<Answer> {
  const documentNumber = visit.param('numero')
  return /^\d{1,15}$/.test(documentNumber) ? askPassword(visit, { documentNumber }) : notFound
}

/** The same for pages about the case file of the address. */
export async function caseMissing(visit: InnerVisit): Promise<Answer> {
  const digits = visit.param('numero')
  return /^\d{5,30}$/.test(digits) ? askPassword(visit, { digits }) : notFound
}

async function askPassword(visit: InnerVisit, by: Parameters<typeof whichAwaitsPassword>[2]): Promise<Answer> {
  const awaiting = await whichAwaitsPassword(visit.db, visit.actor, by, visit.now)
  if (!awaiting) return notFound
  const home = visit.href(`/processos/${awaiting.digits}`)
  const back = visit.path.startsWith(`${home}/`) ? `?depois=${encodeURIComponent(visit.path)}` : ''
  return redirect(`${home}/senha${back}`)
}
