import { findResult, keepResult } from '../../../../platform/act-results/index.ts'
import { html, type InnerVisit, type Router, redirect } from '../../../../platform/http/index.ts'
import { readUpload } from '../read-upload.ts'
import { recordReturns } from './record-returns.ts'
import { mostReturns, readReturns } from './returns.form.ts'
import { ReturnsPage } from './returns.page.tsx'

const publishing = { permission: 'documents.publish' } as const
const path = '/publicacoes/retornos'

/** What a gazette says of several matters at once: tried first, then recorded. */
export function returnsRoutes(router: Router): void {
  router.page(path, publishing, async (visit) => {
    const result = await findResult(visit)
    return html(<ReturnsPage {...propsOf(visit)} result={result} />)
  })

  router.act(path, { ...publishing, uploadLimitBytes: 2 * 1024 ** 2 }, async (visit) => {
    const upload = await readUpload(visit, 'arquivo', 'O arquivo passa de 2 MB. Divida-o.')
    const typed = visit.form.lista
    const list = upload.file ?? (typeof typed === 'string' ? typed : '')
    const again = (problem: string) =>
      html(<ReturnsPage {...propsOf(visit)} list={list} problems={[{ field: 'lista', message: problem }]} />, 422)
    if (upload.problem) return again(upload.problem)
    if (list.trim() === '') return again('Cole a lista, ou escolha o arquivo dela.')
    const lines = readReturns(list)
    if (!lines || lines.length === 0) {
      return again('A lista não tem as colunas “documento” e “situacao”, nem é XML de matérias do diário.')
    }
    if (lines.length > mostReturns) return again(`A lista passa de ${mostReturns} matérias. Divida-a.`)
    const results = await recordReturns(visit.db, visit.actor, lines, visit.now)
    // Answering a page undoes all of it: what was tried is shown as it would be.
    if (visit.form.acao !== 'registrar') return html(<ReturnsPage {...propsOf(visit)} list={list} tried={results} />)
    const items = results.map(({ line, number, done, text }) => ({ label: `Linha ${line}, ${number}`, done, text }))
    return redirect(visit.href(`${path}${await keepResult(visit, { title: 'Retornos do diário', items })}`))
  })
}

const propsOf = ({ page, formKeys, href }: InnerVisit) => ({ page, formKeys, href })
