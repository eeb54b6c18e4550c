import type { FieldProblem } from '../../platform/form-fields.ts'
import type { FormKeys } from '../../platform/form-keys.ts'
import {
  Button,
  Card,
  DateTime,
  DescriptionList,
  EmptyState,
  Form,
  FormActions,
  formatCount,
  LinkButton,
  Message,
  type PageContext,
  Pagination,
  ProgressBar,
  Stack,
  Table,
  Tabs,
  Tag,
} from '../../ui/index.ts'
import { AdministrationPage, adminHref } from '../organization/index.ts'
import type { Counts, ImportRow, RowResult, TellingRow } from './import.queries.ts'
import { progressWords, resultNames, stateNames, tellDetail } from './import.text.ts'
import { importsPath, importsTitle, titleOf } from './imports.page.tsx'
import { kindWords } from './kind-words.ts'
import type { ImportableRegister } from './registers.ts'

export interface ImportPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly found: ImportRow
  readonly register: ImportableRegister
  readonly pass: 'trial' | 'result'
  readonly counts: Counts
  readonly rows: readonly TellingRow[]
  readonly kind: RowResult | undefined
  readonly pageNumber: number
  readonly pageCount: number
  readonly problems: readonly FieldProblem[]
}

const tones = { created: 'success', changed: 'info', unchanged: 'neutral', refused: 'danger' } as const

/** One import: how far it is, what the trial says, the way to confirm, what was done row by row. */
export function ImportPage(props: ImportPageProps) {
  const { page, found, problems } = props
  const working = found.state === 'trying' || found.state === 'running'
  return (
    <AdministrationPage
      page={page}
      title={`${titleOf(found.register)}: ${found.fileName}`}
      trail={[{ label: importsTitle, path: importsPath }]}
      lead={stateNames[found.state]}
      hasErrors={problems.length > 0}
      {...(working ? { islands: ['export-progress.js'] } : {})}
    >
      <Stack gap="large">
        {found.problem ? (
          <Message kind="error" title="A importação parou">
            <p>{found.problem}</p>
          </Message>
        ) : null}
        {working ? <Working {...props} /> : null}
        {found.state === 'tried' ? <Confirmation {...props} /> : null}
        <Facts {...props} />
        {found.state === 'trying' ? null : <Rows {...props} />}
      </Stack>
    </AdministrationPage>
  )
}

/** Without script the page asks again by itself; with it, the island asks and moves the bar. */
function Working({ page, found }: ImportPageProps) {
  const self = adminHref(page, `${importsPath}/${found.id}`)
  return (
    <>
      <noscript>
        <meta http-equiv="refresh" content="8" />
      </noscript>
      <Card title="Andamento" icon="clock">
        <div data-ilha="andamento-da-copia" data-rotulo="Importação" data-endereco={`${self}/andamento`}>
          <ProgressBar
            label="Importação"
            value={found.doneCount}
            max={found.rowCount}
            text={progressWords(found.state, found.doneCount, found.rowCount)}
          />
          <p class="visually-hidden" role="status" data-aviso />
        </div>
        <p class="secondary">
          Você pode sair desta página: o trabalho continua. Se for interrompido, recomeça de onde parou.
        </p>
        <p>
          <LinkButton href={self} icon="refresh" small>
            Atualizar
          </LinkButton>
        </p>
      </Card>
    </>
  )
}

function Confirmation({ page, formKeys, found, counts, problems }: ImportPageProps) {
  const toWrite = counts.created + counts.changed
  if (toWrite === 0) {
    return (
      <Message kind="info" title="Não há o que gravar">
        <p>Nenhuma linha cria ou muda um registro. Corrija as recusadas, se houver, e envie o arquivo de novo.</p>
      </Message>
    )
  }
  return (
    <Card title="Confirmar">
      <p>
        Nada foi gravado ainda. Ao confirmar,{' '}
        {formatCount(toWrite, 'registro será gravado', 'registros serão gravados')};{' '}
        {formatCount(counts.refused, 'linha recusada fica', 'linhas recusadas ficam', 'nenhuma linha fica')} de fora.
      </p>
      <Form {...formKeys} action={adminHref(page, `${importsPath}/${found.id}/execucao`)} errors={problems}>
        <input type="hidden" name="sha256" value={found.sha256} />
        <FormActions>
          <Button kind="primary">Gravar agora</Button>
          <LinkButton kind="quiet" href={adminHref(page, importsPath)}>
            Deixar para depois
          </LinkButton>
        </FormActions>
      </Form>
    </Card>
  )
}

function Facts({ page, found }: ImportPageProps) {
  return (
    <Card title="Arquivo">
      <DescriptionList
        items={[
          { term: 'Enviado em', description: <DateTime value={found.askedAt} now={page.now} /> },
          { term: 'Linhas', description: found.rowCount.toLocaleString('pt-BR') },
          { term: 'SHA-256', description: <code class="digest">{found.sha256}</code> },
          ...(found.endedAt
            ? [{ term: 'Terminou em', description: <DateTime value={found.endedAt} now={page.now} /> }]
            : []),
        ]}
      />
    </Card>
  )
}

function Rows({ page, found, register, pass, counts, rows, kind, pageNumber, pageCount }: ImportPageProps) {
  const self = adminHref(page, `${importsPath}/${found.id}`)
  const tab = (one: RowResult | undefined, label: string, count: number) => ({
    label,
    count,
    href: one ? `${self}?situacao=${kindWords[one]}` : self,
    current: one === kind,
  })
  const names = resultNames[pass]
  const givesBack = counts.refused > 0 && found.state !== 'running'
  const all = counts.created + counts.changed + counts.unchanged + counts.refused
  return (
    <Stack>
      <Tabs
        label="Linhas por resultado"
        items={[
          tab(undefined, 'Todas', all),
          ...(['created', 'changed', 'unchanged', 'refused'] as const).map((one) => tab(one, names[one], counts[one])),
        ]}
      />
      <FormActions>
        <LinkButton href={`${self}/relatorio`} icon="download" small>
          Baixar o relatório de todas as linhas
        </LinkButton>
        {givesBack ? (
          <LinkButton href={`${self}/recusadas`} icon="download" small>
            Baixar só as recusadas, para corrigir
          </LinkButton>
        ) : null}
      </FormActions>
      {givesBack ? (
        <p class="secondary">
          O arquivo das recusadas traz o motivo na última coluna. Corrija as linhas e envie o mesmo arquivo de novo;
          essa coluna pode ficar.
        </p>
      ) : null}
      <Table
        id="linhas"
        caption={pass === 'trial' ? 'O que o ensaio diz de cada linha' : 'O que foi feito de cada linha'}
        rows={rows}
        rowKey={({ position }) => String(position)}
        rowTone={(row) => (row.kind === 'refused' ? 'danger' : row.kind === 'unchanged' ? 'muted' : undefined)}
        empty={
          <EmptyState title="Nenhuma linha" icon="list">
            <p>Não há linhas com este resultado.</p>
          </EmptyState>
        }
        columns={[
          { key: 'linha', header: 'Linha', numeric: true, width: 'narrow', cell: ({ line }) => line },
          {
            key: 'registro',
            header: 'Registro',
            rowHeader: true,
            cell: ({ cells }) =>
              register.key
                .map((column) => cells[column])
                .filter(Boolean)
                .join(' · '),
          },
          {
            key: 'resultado',
            header: 'Resultado',
            cell: (row) => (row.kind ? <Tag tone={tones[row.kind]}>{names[row.kind]}</Tag> : 'Ainda não'),
          },
          {
            key: 'detalhes',
            header: 'Campos',
            width: 'wide',
            cell: ({ details }) => (
              <ul class="plain-list">
                {details.map((detail) => (
                  <li key={tellDetail(detail)}>{tellDetail(detail)}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <Pagination
        label="Linhas"
        page={pageNumber}
        pageCount={pageCount}
        href={(number) => `${self}?${kind ? `situacao=${kindWords[kind]}&` : ''}pagina=${number}`}
      />
    </Stack>
  )
}
