import type { FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  DateTime,
  DescriptionList,
  ErrorSummary,
  Form,
  FormActions,
  type FormError,
  Link,
  LinkButton,
  Message,
  type PageContext,
  Select,
  Shell,
  Table,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { bindFields } from '../../organization/index.ts'
import { numberOf } from '../numbered.text.ts'
import { outcomes } from './slip.rules.ts'
import { outcomeWords } from './slip.text.ts'
import { SlipStateTag } from './slips.page.tsx'
import type { SlipItemRow, SlipRow } from './slips.queries.ts'

interface FormProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly fields: FormFields
  readonly problems: readonly FormError[]
}

const crumbs = (href: FormProps['href'], last: string) => [
  { label: 'Mesa', href: href('/mesa') },
  { label: 'Guias de tramitação', href: href('/guias-de-tramitacao') },
  { label: last },
]

/** What goes, and where to. */
export function NewSlipPage({
  page,
  formKeys,
  href,
  fields,
  problems,
  units,
}: FormProps & { readonly units: readonly string[] }) {
  const bound = bindFields(fields, fieldProblems(problems))
  return (
    <Shell
      page={page}
      title="Nova guia de tramitação"
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={crumbs(href, 'Nova guia')}
      lead="Enviada, a guia não muda mais. Imprima-a: quem recebe o papel assina nela."
    >
      <Form {...formKeys} action={href('/guias-de-tramitacao')} errors={problems}>
        <TextField
          {...bound.text('destino')}
          label="Destino"
          hint="O órgão ou a pessoa; ou a sigla de uma unidade, que então assina aqui mesmo."
          required
          maxLength={200}
          suggestions={units}
          focused={problems.length === 0}
        />
        <TextArea
          {...bound.text('itens')}
          label="O que vai"
          hint="Um item por linha: número; descrição; volumes; folhas. Só o número é obrigatório. Exemplo: Ofício 12/2026; Resposta ao MP; 1; 4"
          rows={6}
          required
        />
        <TextField {...bound.text('portador')} label="Quem leva" maxLength={120} />
        <TextField {...bound.text('observacoes')} label="Observações" maxLength={500} />
        <FormActions>
          <Button kind="primary" icon="send">
            Enviar e abrir a guia
          </Button>
          <LinkButton kind="quiet" href={href('/guias-de-tramitacao')}>
            Voltar sem enviar
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}

interface SlipPageProps extends FormProps {
  readonly slip: SlipRow
  readonly items: readonly SlipItemRow[]
  readonly maySign: boolean
}

/** The slip as it goes with the paper, and the signing for it. */
export function SlipPage(props: SlipPageProps) {
  const { page, href, slip, items, maySign, problems } = props
  return (
    <Shell
      page={page}
      title={`Guia de tramitação ${numberOf(slip)}`}
      hasErrors={problems.length > 0}
      breadcrumb={crumbs(href, `${slip.number}/${slip.year}`)}
      lead={<SlipStateTag slip={slip} />}
    >
      {slip.receivedAt ? <ErrorSummary errors={problems} /> : null}
      <DescriptionList
        items={[
          { term: 'Origem', description: `${slip.unitName} (${slip.unit})` },
          { term: 'Destino', description: slip.destination },
          { term: 'Enviada', description: <DateTime value={slip.sentAt} /> },
          { term: 'Por', description: slip.sentBy },
          ...(slip.carrier ? [{ term: 'Quem leva', description: slip.carrier }] : []),
          ...(slip.notes ? [{ term: 'Observações', description: slip.notes }] : []),
        ]}
      />
      <Items href={href} items={items} />
      {slip.receivedAt ? <Signed slip={slip} at={slip.receivedAt} /> : <OnPaper />}
      {!slip.receivedAt && maySign ? (
        <div class="not-printed">
          <Signing {...props} />
        </div>
      ) : null}
    </Shell>
  )
}

function Items({ href, items }: Pick<SlipPageProps, 'href' | 'items'>) {
  const volumes = items.reduce((sum, item) => sum + item.volumes, 0)
  return (
    <Table
      id="itens"
      caption={`Itens: ${items.length}; volumes: ${volumes}`}
      layout="scroll"
      rows={items}
      rowKey={({ position }) => String(position)}
      columns={[
        { key: 'ordem', header: 'Item', numeric: true, width: 'narrow', cell: ({ position }) => position },
        {
          key: 'numero',
          header: 'Número',
          rowHeader: true,
          cell: ({ reference, caseDigits }) =>
            caseDigits ? <Link href={href(`/processos/${caseDigits}`)}>{reference}</Link> : reference,
        },
        { key: 'descricao', header: 'Descrição', width: 'wide', cell: ({ description }) => description || '–' },
        { key: 'volumes', header: 'Volumes', numeric: true, cell: ({ volumes: count }) => count },
        { key: 'folhas', header: 'Folhas', numeric: true, cell: ({ pages }) => pages ?? '–' },
        { key: 'recebido', header: 'Recebimento', cell: ({ outcome }) => (outcome ? outcomeWords[outcome] : '–') },
      ]}
    />
  )
}

function Signed({ slip, at }: { readonly slip: SlipRow; readonly at: Date }) {
  return (
    <Card title="Recebimento" icon="check" id="recebimento">
      <p>
        Recebida por {slip.receiverName}
        {slip.receiverDocument ? ` (${slip.receiverDocument})` : ''}, <DateTime value={at} />.
      </p>
      <p class="secondary">
        Registrado por {slip.settledBy}, {slip.settledUnit}.
      </p>
    </Card>
  )
}

/** To be filled in by hand; nothing on the screen needs it. */
function OnPaper() {
  return (
    <>
      <p>Recebido por: ________________________________ Matrícula ou CPF: ____________________</p>
      <p>Data e hora: ____/____/________ ____:____ Assinatura: ________________________________</p>
    </>
  )
}

function Signing({ formKeys, href, slip, items, fields, problems }: SlipPageProps) {
  const bound = bindFields(fields, fieldProblems(problems))
  return (
    <Card
      title={slip.incoming ? 'Assinar o recebimento' : 'Registrar a guia que voltou assinada'}
      icon="sign"
      id="assinatura"
    >
      {slip.incoming ? (
        <Message kind="info">
          <p>Confira o papel. O que você registrar aqui vale como a sua assinatura na guia.</p>
        </Message>
      ) : null}
      <Form {...formKeys} action={href(`/guias-de-tramitacao/${slip.id}/recebimento`)} errors={problems}>
        <TextField {...bound.text('recebedor')} label="Quem recebeu" required maxLength={120} />
        <TextField {...bound.text('matricula')} label="Matrícula ou outro registro" maxLength={40} width="medium" />
        {items.map(({ position, reference }) => (
          <Select
            key={position}
            {...bound.text(`item_${position}`)}
            label={`Item ${position}: ${reference}`}
            value={bound.text(`item_${position}`).value || 'received'}
            options={outcomes.map((outcome) => ({ value: outcome, label: outcomeWords[outcome] }))}
          />
        ))}
        <FormActions>
          <Button kind="primary" icon="sign">
            {slip.incoming ? 'Assinar o recebimento' : 'Registrar o recebimento'}
          </Button>
        </FormActions>
      </Form>
    </Card>
  )
}

const fieldProblems = (problems: readonly FormError[]) =>
  problems.map(({ field = '', message }) => ({ field, message }))
