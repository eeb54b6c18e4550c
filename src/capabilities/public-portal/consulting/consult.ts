import type { Database } from '../../../platform/db/index.ts'
import { asksForSomething, emptyRequest, find, type SearchRequest, type SearchResult } from '../../search/index.ts'
import { maskCpfs } from '../mask-cpfs.rules.ts'
import type { PublicSettings } from '../settings/public-settings.ts'
import type { ConsultTyped } from './consult.form.ts'

/** How many results are counted and shown at most. */
export const cap = 1000

/** What the public finds; undefined where nothing was asked for. CPFs in summaries and snippets are shown in part. */
export async function consult(
  db: Database,
  settings: PublicSettings,
  typed: ConsultTyped,
  now: Date,
  stretch: { readonly limit: number; readonly offset: number },
): Promise<SearchResult | undefined> {
  const request = requestOf(typed)
  if (!asksForSomething(request)) return undefined
  const { hiddenTypes, contentFrom } = settings
  const result = await find(db, { kind: 'public', hiddenTypes, contentFrom }, request, now, {
    ...stretch,
    cap,
    snippets: true,
  })
  return { ...result, found: result.found.map(masked) }
}

function requestOf(typed: ConsultTyped): SearchRequest {
  return {
    ...emptyRequest,
    text: typed.q,
    what: typed.em === 'processos' ? ['cases'] : typed.em === 'documentos' ? ['authored', 'uploaded'] : [],
    party: typed.interessado,
    units: typed.unidade ? [typed.unidade] : [],
    caseTypeId: /^\d{1,18}$/.test(typed.tipo) ? typed.tipo : undefined,
    from: typed.de || undefined,
    to: typed.ate || undefined,
  }
}

type Found = SearchResult['found'][number]

/** Marked words are masked with what stands around them: a CPF may be cut in two by a mark. */
function masked(found: Found): Found {
  const whole = found.snippet.map(({ text }) => text).join('')
  const snippet = maskCpfs(whole) === whole ? found.snippet : [{ text: maskCpfs(whole), marked: false }]
  if (found.kind === 'document')
    return { ...found, snippet, description: maskCpfs(found.description), createdByName: '' }
  return { ...found, snippet, summary: maskCpfs(found.summary), parties: found.parties.map(maskCpfs), openedByName: '' }
}
