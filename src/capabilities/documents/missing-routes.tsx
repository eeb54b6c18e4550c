import { type Answer, type InnerVisit, notFound, redirect } from '../../platform/http/index.ts'
import { awaitsPassword } from '../cases/index.ts'
import { digitsOfCase } from './find-document.ts'

/**
 * The answer where the gate let nobody through to a document: to the holder of a credential who has not given the
 * password in this session, the page that asks for it; to everybody else, that there is no such page.
 */
export async function documentMissing(visit: InnerVisit): Promise<Answer> {
  const digits = await digitsOfCase(visit.db, visit.param('numero'))
  return digits ? askPassword(visit, digits) : notFound
}

/** The same for pages about the case file of the address. */
export async function caseMissing(visit: InnerVisit): Promise<Answer> {
  const digits = visit.param('numero')
  return /^\d{5,30}$/.test(digits) ? askPassword(visit, digits) : notFound
}

async function askPassword(visit: InnerVisit, digits: string): Promise<Answer> {
  if (!(await awaitsPassword(visit.db, visit.actor, digits, visit.now))) return notFound
  const home = visit.href(`/processos/${digits}`)
  const back = visit.path.startsWith(`${home}/`) ? `?depois=${encodeURIComponent(visit.path)}` : ''
  return redirect(`${home}/senha${back}`)
}
