import type { FormKeys } from '../../platform/form-keys.ts'
import {
  Button,
  DateTime,
  EmptyState,
  Form,
  FormActions,
  Link,
  LinkButton,
  NothingOnEnter,
  type PageContext,
  Shell,
  StatusTag,
  Table,
  Tabs,
  Tag,
} from '../../ui/index.ts'
import { kindLabels, tellNotice } from './notice.text.ts'
import { type Notice, noticesPerPage } from './notice.ts'

interface NoticesPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  /** One more than a page holds, where there are further ones. */
  readonly notices: readonly Notice[]
  readonly unreadOnly: boolean
  readonly number: number
}

/** What the person was told of in the last ninety days, in every unit. */
export function NoticesPage({ page, formKeys, href, notices, unreadOnly, number }: NoticesPageProps) {
  const shown = notices.slice(0, noticesPerPage)
  const address = (unread: boolean, at: number) => {
    const query = new URLSearchParams()
    if (unread) query.set('so', 'nao-lidos')
    if (at > 1) query.set('pagina', String(at))
    const text = query.toString()
    return href(`/avisos${text ? `?${text}` : ''}`)
  }
  return (
    <Shell
      page={page}
      title="Avisos"
      breadcrumb={[{ label: 'Mesa', href: href('/mesa') }, { label: 'Avisos' }]}
      headingActions={
        <LinkButton href={href('/avisos/escolhas')} icon="settings">
          Escolher os avisos
        </LinkButton>
      }
    >
      <Tabs
        label="Avisos"
        items={[
          { href: address(false, 1), label: 'Todos', current: !unreadOnly },
          { href: address(true, 1), label: 'Não lidos', current: unreadOnly },
        ]}
      />
      {shown.length === 0 ? (
        <EmptyState title={unreadOnly ? 'Nenhum aviso não lido' : 'Nenhum aviso'} icon="bell">
          Aqui aparece o que espera por você: processo atribuído, documento para assinar, prazo, retorno, comentário.
          Cada aviso fica por noventa dias.
        </EmptyState>
      ) : (
        <Form {...formKeys} action={href('/avisos')}>
          <NothingOnEnter />
          <Table<Notice>
            id="avisos"
            caption="Avisos"
            captionHidden
            rows={shown}
            rowKey={({ id }) => id}
            rowTone={({ read }) => (read ? undefined : 'new')}
            selection={{ name: 'aviso', value: ({ id }) => id, label: (notice) => tellNotice(notice) }}
            columns={[
              {
                key: 'aviso',
                header: 'Aviso',
                rowHeader: true,
                width: 'wide',
                plain: true,
                cell: (notice) => (
                  <>
                    <Link href={`/em/${notice.unitSlug}/avisos/${notice.id}`}>{tellNotice(notice)}</Link>{' '}
                    {notice.read ? null : <StatusTag tone="info">Não lido</StatusTag>}
                  </>
                ),
              },
              {
                key: 'tipo',
                header: 'Sobre',
                cell: ({ kind, closed }) => (closed ? <Tag icon="confidential">Sigiloso</Tag> : kindLabels[kind]),
              },
              { key: 'unidade', header: 'Unidade', width: 'narrow', cell: ({ unitAcronym }) => unitAcronym },
              {
                key: 'quando',
                header: 'Quando',
                width: 'narrow',
                cell: ({ at }) => <DateTime value={at} now={page.now} />,
              },
            ]}
          />
          <FormActions>
            <Button name="acao" value="lidos" icon="check">
              Marcar os escolhidos como lidos
            </Button>
            <Button name="acao" value="nao-lidos" icon="mail">
              Marcar os escolhidos como não lidos
            </Button>
            <Button name="acao" value="todos" icon="success">
              Marcar todos como lidos
            </Button>
          </FormActions>
        </Form>
      )}
      {number > 1 || notices.length > noticesPerPage ? (
        <FormActions>
          {number > 1 ? (
            <LinkButton href={address(unreadOnly, number - 1)} icon="chevronLeft">
              Mais novos
            </LinkButton>
          ) : null}
          {notices.length > noticesPerPage ? (
            <LinkButton href={address(unreadOnly, number + 1)} icon="chevronRight">
              Mais antigos
            </LinkButton>
          ) : null}
        </FormActions>
      ) : null}
    </Shell>
  )
}
