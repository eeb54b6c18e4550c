import {
  Card,
  DateTime,
  type Description,
  DescriptionList,
  Details,
  EmptyState,
  formatBytes,
  formatCount,
  LinkButton,
  Message,
  type PageContext,
  Shell,
  StatusTag,
  Table,
} from '../../ui/index.ts'
import type { MessageRow } from './mail.queries.ts'
import { DamageFound, tellScrub } from './scrubbing/scrub.page.tsx'
import type { LastScrub } from './scrubbing/scrub.queries.ts'
import type { SystemRow } from './system.queries.ts'

const states = {
  queued: { tone: 'info', icon: 'clock', word: 'Na fila' },
  kept: { tone: 'neutral', icon: 'mail', word: 'Guardada (sem servidor de e-mail)' },
  sent: { tone: 'success', icon: 'check', word: 'Enviada' },
  rejected: { tone: 'danger', icon: 'error', word: 'Recusada' },
  sending: { tone: 'info', icon: 'clock', word: 'Sendo entregue' },
  unconfirmed: { tone: 'warning', icon: 'alert', word: 'Sem confirmação do servidor' },
} as const

interface OperationsProps {
  readonly page: PageContext
  readonly href: (path: string) => string
}

/** How the system is doing, for who keeps it running. */
export function SystemPage(
  props: OperationsProps & {
    readonly system: SystemRow
    readonly scrubbed: LastScrub
    readonly tools: readonly { readonly name: string; readonly present: boolean; readonly without: string }[]
    readonly version: string
  },
) {
  const { system, scrubbed, href } = props
  const items: Description[] = [
    { term: 'Versão do Carimbo', description: props.version },
    { term: 'PostgreSQL', description: `${system.databaseVersion}, ${formatBytes(Number(system.databaseBytes))}` },
    { term: 'Trabalhos esperando', description: formatCount(system.jobsWaiting) },
    { term: 'Trabalhos que falharam', description: formatCount(system.jobsFailing) },
    { term: 'Textos a indexar', description: formatCount(system.indexPending) },
    {
      term: 'Selos do histórico',
      description: system.lastSealAt ? (
        <>
          {formatCount(system.seals)}; último em <DateTime value={system.lastSealAt} />
        </>
      ) : (
        'nenhum ainda'
      ),
    },
    { term: 'Conferência do disco', description: tellScrub(scrubbed) },
    {
      term: 'E-mails',
      description: `${formatCount(system.mailQueued)} na fila, ${formatCount(system.mailKept)} guardados, ${formatCount(system.mailRejected)} recusados`,
    },
  ]
  return (
    <Shell
      page={props.page}
      title="Situação do sistema"
      breadcrumb={[{ label: 'Mesa', href: href('/mesa') }, { label: 'Situação do sistema' }]}
      headingActions={
        <LinkButton href={href('/sistema/correio')} icon="mail">
          Caixa de saída
        </LinkButton>
      }
    >
      {system.jobsFailing > 0 ? (
        <Message kind="warning">
          Há trabalhos que falharam em todas as tentativas. Consulte o registro de erros do servidor.
        </Message>
      ) : null}
      <DamageFound damage={scrubbed.damage} />
      <Card title="Agora" icon="settings">
        <DescriptionList items={items} />
      </Card>
      <Card title="Programas auxiliares" icon="layers">
        <Table
          id="auxiliares"
          caption="Programas auxiliares encontrados neste servidor"
          captionHidden
          rows={props.tools}
          rowKey={({ name }) => name}
          columns={[
            { key: 'name', header: 'Programa', rowHeader: true, cell: ({ name }) => name },
            {
              key: 'present',
              header: 'Situação',
              cell: ({ present }) => (
                <StatusTag tone={present ? 'success' : 'neutral'} icon={present ? 'check' : 'minus'}>
                  {present ? 'Encontrado' : 'Ausente'}
                </StatusTag>
              ),
            },
            { key: 'without', header: 'Sem ele', cell: ({ without }) => without },
          ]}
        />
      </Card>
    </Shell>
  )
}

/** E-mails that the system wrote: what became of each, and the text. */
export function OutboxPage(
  props: OperationsProps & { readonly messages: readonly MessageRow[]; readonly next: string | undefined },
) {
  const { href } = props
  return (
    <Shell
      page={props.page}
      title="Caixa de saída"
      lead="E-mails que o sistema escreveu, do mais novo ao mais antigo. Sem servidor de e-mail, eles ficam guardados aqui e não são enviados."
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Situação do sistema', href: href('/sistema') },
        { label: 'Caixa de saída' },
      ]}
    >
      <Table
        id="mensagens"
        caption="E-mails escritos pelo sistema, do mais novo ao mais antigo"
        captionHidden
        rows={props.messages}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="Nenhum e-mail" icon="mail">
            Os avisos que o sistema escrever aparecem aqui.
          </EmptyState>
        }
        columns={[
          { key: 'at', header: 'Escrito em', width: 'narrow', cell: (row) => <DateTime value={row.createdAt} /> },
          { key: 'to', header: 'Para', rowHeader: true, cell: (row) => row.recipient },
          {
            key: 'subject',
            header: 'Assunto',
            width: 'wide',
            cell: (row) => (
              <Details summary={row.subject}>
                {row.official ? (
                  <p>O texto e os anexos estão no documento do processo, para quem pode lê-lo.</p>
                ) : (
                  <pre class="letter">{withoutSecrets(row.body)}</pre>
                )}
              </Details>
            ),
          },
          {
            key: 'state',
            header: 'Situação',
            cell: (row) => (
              <>
                <StatusTag tone={states[row.state].tone} icon={states[row.state].icon}>
                  {states[row.state].word}
                </StatusTag>
                {row.problem ? <p class="secondary">{row.problem}</p> : null}
              </>
            ),
          },
        ]}
      />
      {props.next ? (
        <p>
          <LinkButton href={href(`/sistema/correio?antes=${props.next}`)} icon="chevronRight">
            Mais antigos
          </LinkButton>
        </p>
      ) : null}
    </Shell>
  )
}

/** An address that opens an account by itself is for the one it was sent to, and not for who looks after the mail. */
function withoutSecrets(body: string): string {
  return body.replace(/(https?:\/\/\S*\/)[\w-]{40,}/g, '$1… (o fim deste endereço só vai a quem recebe a mensagem)')
}
