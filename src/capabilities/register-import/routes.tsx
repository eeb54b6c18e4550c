import { type FieldProblem, fieldText } from '../../platform/form-fields.ts'
import {
  type Answer,
  bytes,
  html,
  type InnerVisit,
  json,
  notFound,
  type Router,
  redirect,
} from '../../platform/http/index.ts'
import { adminHref, idParam, listRequest, mayImport, reachOfVisit, rowsPerPage } from '../organization/index.ts'
import { writeCsv } from './csv.rules.ts'
import { type ImportRow, selectCounts, selectImport, selectImports, selectTellingRows } from './find-imports.ts'
import { ImportPage } from './import.page.tsx'
import { explainConfirm, explainSend, progressWords } from './import.text.ts'
import { ImportsPage, importsPath, NewImportPage } from './imports.page.tsx'
import { kindOf } from './kind-words.ts'
import { mostBytes } from './read-file.rules.ts'
import { type ImportableRegister, importableRegisters } from './registers.ts'
import { refusedOf, reportOf } from './report.ts'
import { confirmImport, sendFile } from './send-file.ts'

const here = `/administracao${importsPath}`
const csvHeaders = (fileName: string) => ({
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': `attachment; filename="${fileName}"`,
  'cache-control': 'no-store',
})

/** Registers brought in as files: each address is there only for who may bring in something. */
export function registerImportRoutes(router: Router): void {
  router.page(here, {}, async (visit) => {
    const registers = await registersFor(visit)
    if (registers.length === 0) return notFound
    return html(
      <ImportsPage page={visit.page} registers={registers} imports={await selectImports(visit.db, visit.actor)} />,
    )
  })

  router.page(`${here}/nova`, {}, async (visit) => {
    const register = await registerOf(visit, visit.query('cadastro'))
    return register ? html(newPage(visit, register, [])) : notFound
  })

  router.page(`${here}/modelos/:cadastro`, {}, async (visit) => {
    const register = await registerOf(visit, visit.param('cadastro'))
    if (!register) return notFound
    const { columns, slug } = register
    const lines = [columns.map(({ name }) => name), columns.map(({ example }) => example)]
    return bytes(writeCsv(lines), csvHeaders(`exemplo-${slug}.csv`))
  })

  // A file that is somewhat too large is taken in and refused beside its field.
  router.act(here, { uploadLimitBytes: 8 * mostBytes }, async (visit) => {
    const register = await registerOf(visit, fieldText(visit.form, 'cadastro'))
    return register ? send(visit, register) : notFound
  })

  router.page(`${here}/:id`, {}, (visit) => withImport(visit, (found, register) => importPage(visit, found, register)))

  router.page(`${here}/:id/andamento`, {}, (visit) =>
    withImport(visit, async ({ state, doneCount, rowCount }) => {
      const situacao = state === 'trying' || state === 'running' ? 'working' : state
      return json({ situacao, feitos: doneCount, total: rowCount, texto: progressWords(state, doneCount, rowCount) })
    }),
  )

  router.page(`${here}/:id/relatorio`, {}, (visit) =>
    withImport(visit, async (found, register) =>
      bytes(await reportOf(visit.db, found, register), csvHeaders(`relatorio-${register.slug}-${found.id}.csv`)),
    ),
  )

  router.page(`${here}/:id/recusadas`, {}, (visit) =>
    withImport(visit, async (found, register) =>
      bytes(await refusedOf(visit.db, found, register), csvHeaders(`recusadas-${register.slug}-${found.id}.csv`)),
    ),
  )

  router.act(`${here}/:id/execucao`, {}, (visit) =>
    withImport(visit, async (found, register) => {
      const request = { id: found.id, sha256: fieldText(visit.form, 'sha256') }
      const outcome = await confirmImport(visit.db, visit.actor, request, visit.now)
      if (!outcome) return notFound
      if (!outcome.done) return importPage(visit, found, register, outcome.refusals.map(explainConfirm))
      return redirect(adminHref(visit.page, `${importsPath}/${found.id}`))
    }),
  )
}

async function send(visit: InnerVisit, register: ImportableRegister): Promise<Answer> {
  const again = (message: string) => html(newPage(visit, register, [{ field: 'arquivo', message }]), 422)
  const [upload] = visit.uploads
  const isEmpty = upload?.stored?.sizeBytes === 0
  // Browsers send a nameless nothing where no file was chosen.
  if (!upload || (isEmpty && upload.fileName === '')) return again('Escolha o arquivo.')
  if (isEmpty) return again('O arquivo está vazio.')
  if (!upload.stored || upload.stored.sizeBytes > mostBytes) {
    return again(
      upload.problem === 'disk-full'
        ? 'Não há espaço para receber o arquivo agora. Avise quem cuida do sistema.'
        : 'O arquivo tem mais de 10 MB. Divida-o em arquivos menores.',
    )
  }
  const content = await contentOf(visit, upload.stored.sha256)
  const fileName =
    upload.fileName
      .replace(/\p{Cc}/gu, '')
      .trim()
      .slice(0, 200) || 'arquivo.csv'
  const outcome = await sendFile(visit.db, visit.actor, { register, fileName, bytes: content }, visit.now)
  if (!outcome.done) return html(newPage(visit, register, outcome.refusals.map(explainSend)), 422)
  return redirect(adminHref(visit.page, `${importsPath}/${outcome.value.id}`))
}

async function contentOf(visit: InnerVisit, sha256: string): Promise<Uint8Array> {
  const stream = await visit.platform.files.open(sha256)
  if (!stream) throw new Error('a file that was just stored is not there')
  const pieces: Uint8Array[] = []
  for await (const piece of stream) pieces.push(piece as Uint8Array)
  return Buffer.concat(pieces)
}

/** What this person may bring in from this unit. */
async function registersFor(visit: InnerVisit): Promise<readonly ImportableRegister[]> {
  const held = importableRegisters.filter(({ permission }) => visit.actor.permissions.has(permission))
  const permissions = [...new Set(held.map(({ permission }) => permission))]
  const reaches = new Map(
    await Promise.all(permissions.map(async (one) => [one, await reachOfVisit(visit, one)] as const)),
  )
  return held.filter((register) => {
    const reach = reaches.get(register.permission)
    return reach !== undefined && mayImport(register, reach)
  })
}

async function registerOf(visit: InnerVisit, slug: string): Promise<ImportableRegister | undefined> {
  return (await registersFor(visit)).find((register) => register.slug === slug)
}

async function withImport(
  visit: InnerVisit,
  answer: (found: ImportRow, register: ImportableRegister) => Promise<Answer>,
): Promise<Answer> {
  const id = idParam(visit)
  if (!id) return notFound
  const [found, registers] = await Promise.all([selectImport(visit.db, id, visit.actor), registersFor(visit)])
  const register = registers.find(({ name }) => name === found?.register)
  return found && register ? answer(found, register) : notFound
}

function newPage(visit: InnerVisit, register: ImportableRegister, problems: readonly FieldProblem[]) {
  return <NewImportPage page={visit.page} formKeys={visit.formKeys} register={register} problems={problems} />
}

async function importPage(
  visit: InnerVisit,
  found: ImportRow,
  register: ImportableRegister,
  problems: readonly FieldProblem[] = [],
): Promise<Answer> {
  const pass = found.confirmedAt ? 'result' : 'trial'
  const kind = kindOf(visit.query('situacao'))
  const pageNumber = listRequest(visit).page
  const asked = { pass, kind, limit: rowsPerPage, offset: (pageNumber - 1) * rowsPerPage } as const
  const [counts, rows] = await Promise.all([
    selectCounts(visit.db, found.id, pass),
    selectTellingRows(visit.db, found.id, asked),
  ])
  const pageCount = Math.max(1, Math.ceil((rows[0]?.total ?? 0) / rowsPerPage))
  const { page, formKeys } = visit
  return html(
    <ImportPage {...{ page, formKeys, found, register, pass, counts, rows, kind, pageNumber, pageCount, problems }} />,
    problems.length > 0 ? 422 : 200,
  )
}
