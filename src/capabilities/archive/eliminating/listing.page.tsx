import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  DateField,
  Day,
  Form,
  formatCount,
  Link,
  Message,
  type PageContext,
  Select,
  Shell,
  Stack,
  Table,
  Tag,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { bindFields } from '../../organization/index.ts'
import { Signing } from '../filing/filing.page.tsx'
import type { ListingAct, Role } from './elimination.rules.ts'
import { itemNames, roleNames, stateNames } from './elimination.text.ts'
import type { ItemRow, ListingRow } from './listing.queries.ts'
import { ListingFacts } from './listing-facts.page.tsx'
import { listingsTitle } from './listings.page.tsx'

export interface ListingProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly listing: ListingRow
  readonly items: readonly ItemRow[]
  /** What this person may do now. */
  readonly open: ReadonlySet<ListingAct>
  /** They ordered it: another person confirms. */
  readonly hasOrdered: boolean
  /** In which role they would sign. */
  readonly roles: readonly Role[]
  readonly capacities: readonly string[]
  readonly today: LocalDate
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
}

/** A listing with its items, who signed, and the next step. */
export function ListingPage(props: ListingProps) {
  const { page, href, listing, problems } = props
  const title = `Listagem de eliminação ${listing.name}`
  return (
    <Shell
      page={page}
      title={title}
      hasErrors={problems.length > 0}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: listingsTitle, href: href('/eliminacao') },
        { label: title },
      ]}
    >
      <Stack gap="large">
        <Next {...props} />
        <ListingFacts {...props} />
        <Items {...props} />
      </Stack>
    </Shell>
  )
}

/** What this person may do now, or what is awaited and from whom. */
function Next(props: ListingProps) {
  const { open, problems, fields, roles, capacities, listing } = props
  const bound = bindFields(fields, problems)
  const shown: readonly ListingAct[] = ['sign', 'announce', 'order', 'confirm']
  if (!shown.some((act) => open.has(act))) {
    return (
      <Message kind="info" title={stateNames[listing.state]}>
        <p>{props.hasOrdered ? othersConfirm : awaited[listing.state]}</p>
      </Message>
    )
  }
  return (
    <Card title="Próximo passo" icon="arrowRight" id="proximo-passo">
      {open.has('sign') ? (
        <ActForm {...props} act="assinatura">
          <p>
            Três pessoas diferentes assinam: o responsável pela seleção, a presidência da CPAD e a autoridade do órgão.
            Assinar não elimina nada: depois vêm o edital, o prazo para contestação, a ordem e a confirmação.
          </p>
          <Select
            {...bound.text('papel')}
            label="Assinar como"
            required
            options={roles.map((role) => ({ value: role, label: roleNames[role] }))}
          />
          <Signing bound={bound} capacities={capacities} />
          <Button kind="primary" icon="sign">
            Assinar a listagem
          </Button>
        </ActForm>
      ) : null}
      {open.has('announce') ? (
        <ActForm {...props} act="edital">
          <p>Publique o edital e registre aqui onde ele saiu. Desse dia se conta o prazo para contestação.</p>
          <TextField
            {...bound.text('referencia')}
            label="Onde o edital foi publicado"
            hint="Por exemplo: Diário Oficial nº 15.300, página 12."
            required
            maxLength={300}
          />
          <DateField {...bound.text('dia')} label="Publicado em" required />
          <TextField
            {...bound.text('prazo')}
            label="Dias para contestação"
            hint="De 30 a 45."
            required
            inputMode="numeric"
            width="short"
            maxLength={2}
          />
          <Button kind="primary" icon="calendar">
            Registrar o edital
          </Button>
        </ActForm>
      ) : null}
      {open.has('order') || open.has('confirm') ? <Ordering {...props} bound={bound} /> : null}
    </Card>
  )
}

function Ordering(props: ListingProps & { bound: ReturnType<typeof bindFields> }) {
  const { open, bound, capacities, listing } = props
  const order = open.has('order')
  return (
    <ActForm {...props} act={order ? 'ordem' : 'confirmacao'}>
      <Message kind="warning" title="A eliminação não tem volta">
        <p>
          Será apagado o conteúdo de {formatCount(listing.counts.listed, 'processo', 'processos')}: textos, versões,
          arquivos e o que a pesquisa guarda deles. Ficam os dados, a árvore e o histórico.
        </p>
        {order ? <p>Nada é apagado antes que outra pessoa, que preside a CPAD, confirme.</p> : null}
      </Message>
      <Signing bound={bound} capacities={capacities} />
      <Button kind={order ? 'primary' : 'danger'} icon="sign">
        {order ? 'Assinar o termo e ordenar a eliminação' : 'Assinar o termo e eliminar'}
      </Button>
    </ActForm>
  )
}

const othersConfirm =
  'Você ordenou a eliminação: outra pessoa, com o perfil de presidência da CPAD, precisa confirmá-la.'

const awaited: { readonly [state in ListingRow['state']]: string } = {
  draft: 'A listagem espera as assinaturas do responsável, da presidência da CPAD e da autoridade do órgão.',
  signed: 'A listagem foi assinada e espera o registro do edital.',
  noticed: 'O edital foi publicado. Terminado o prazo para contestação, a eliminação pode ser ordenada.',
  ordered: 'A eliminação foi ordenada e espera a confirmação da presidência da CPAD.',
  confirmed: 'A eliminação está em execução.',
  executed: 'A eliminação foi executada.',
  abandoned: 'A listagem foi abandonada. Nada foi eliminado por ela.',
}

function Items(props: ListingProps) {
  const { items, href, open, fields, problems } = props
  const listed = items.filter(({ state }) => state === 'listed')
  const bound = bindFields(fields, problems)
  const decides = listed.length > 0 && (open.has('withdraw-item') || open.has('contest-item'))
  return (
    <>
      <Table
        id="itens"
        caption="Processos da listagem"
        rows={items}
        rowKey={({ caseFileId }) => caseFileId}
        columns={[
          { key: 'item', header: 'Item', numeric: true, cell: ({ position }) => String(position) },
          {
            key: 'processo',
            header: 'Processo',
            rowHeader: true,
            cell: ({ number, digits }) =>
              number ? <Link href={href(`/processos/${digits}`)}>{number}</Link> : 'Processo de acesso restrito',
          },
          { key: 'tipo', header: 'Tipo', cell: ({ typeName }) => typeName ?? '' },
          { key: 'classe', header: 'Classe', cell: ({ classCode }) => classCode },
          { key: 'fim', header: 'Fim da guarda', cell: ({ finalOn }) => <Day value={finalOn} /> },
          {
            key: 'situacao',
            header: 'Situação',
            cell: ({ state, reason }) => (
              <>
                <Tag tone={state === 'contested' ? 'warning' : state === 'eliminated' ? 'danger' : 'neutral'}>
                  {itemNames[state]}
                </Tag>{' '}
                {reason}
              </>
            ),
          },
        ]}
      />
      {decides ? (
        <Card
          title={open.has('withdraw-item') ? 'Retirar um processo da listagem' : 'Registrar uma contestação'}
          icon="undo"
          id="decidir-item"
        >
          <ActForm {...props} act={open.has('withdraw-item') ? 'retirada' : 'contestacao'}>
            <Select
              {...bound.text('item')}
              label="Processo"
              required
              options={listed.map(({ position, number }) => ({
                value: String(position),
                label: `Item ${position}: ${number ?? 'processo de acesso restrito'}`,
              }))}
            />
            <TextArea {...bound.text('motivo_item')} label="Motivo" required rows={2} maxLength={500} />
            <Button icon="undo">{open.has('withdraw-item') ? 'Retirar da listagem' : 'Registrar a contestação'}</Button>
          </ActForm>
        </Card>
      ) : null}
      {open.has('abandon') ? (
        <Card title="Abandonar a listagem" icon="cancel" id="abandonar">
          <ActForm {...props} act="abandono">
            <p>Nada é eliminado por esta listagem, e os processos podem entrar em outra.</p>
            <TextArea {...bound.text('motivo_abandono')} label="Motivo" required rows={2} maxLength={500} />
            <Button icon="cancel">Abandonar a listagem</Button>
          </ActForm>
        </Card>
      ) : null}
    </>
  )
}

function ActForm(props: ListingProps & { act: string; children: preact.ComponentChildren }) {
  const { formKeys, href, listing, act, problems } = props
  return (
    <Form {...formKeys} action={href(`/eliminacao/${listing.id}/${act}`)} errors={problems}>
      {props.children}
    </Form>
  )
}
