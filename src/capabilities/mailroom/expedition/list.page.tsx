import { barCodeSvg } from '../../../platform/bar-code/index.ts'
import type { FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  DateField,
  DateTime,
  DescriptionList,
  Form,
  FormActions,
  type FormError,
  Link,
  LinkButton,
  Shell,
  Table,
  TextField,
} from '../../../ui/index.ts'
import { bindFields } from '../../organization/index.ts'
import { AddressLines } from '../letters/letter.page.tsx'
import { formatWords, serviceWords } from '../letters/letter.text.ts'
import type { LetterRow } from '../letters/letters.queries.ts'
import { LetterStepTag } from '../letters/letters-table.page.tsx'
import { numberOf } from '../numbered.text.ts'
import type { ListRow } from './lists.queries.ts'
import type { ExpeditionProps } from './tabs.page.tsx'

interface ListPageProps extends ExpeditionProps {
  readonly formKeys: FormKeys
  readonly list: ListRow
  readonly letters: readonly LetterRow[]
  readonly mayPost: boolean
  readonly fields: FormFields
  readonly problems: readonly FormError[]
}

const crumbs = (href: ExpeditionProps['href'], last: string) => [
  { label: 'Mesa', href: href('/mesa') },
  { label: 'Listas de postagem', href: href('/expedicao/listas') },
  { label: last },
]

/** A posting list, to be printed and signed by the post; and the codes, once it was handed over. */
export function ListPage(props: ListPageProps) {
  const { page, href, list, letters, mayPost, problems } = props
  const waiting = letters.filter(({ step }) => step === 'preparing')
  return (
    <Shell
      page={page}
      title={`Lista de postagem ${numberOf(list)}`}
      hasErrors={problems.length > 0}
      breadcrumb={crumbs(href, `${list.number}/${list.year}`)}
      headingActions={
        <>
          <LinkButton href={href(`/expedicao/listas/${list.id}/etiquetas`)} icon="print">
            Envelopes e AR
          </LinkButton>
          <LinkButton href={href(`/expedicao/listas/${list.id}/arquivo`)} icon="download" download>
            Arquivo para os Correios
          </LinkButton>
        </>
      }
    >
      <DescriptionList
        items={[
          { term: 'Quem posta', description: `${list.unitName} (${list.unit})` },
          { term: 'Feita', description: <DateTime value={list.madeAt} /> },
          { term: 'Por', description: list.madeBy },
        ]}
      />
      <Letters href={href} letters={letters} />
      <p>Recebido pelos Correios em ____/____/________ Assinatura e carimbo: ________________________________</p>
      {mayPost && waiting.length > 0 ? (
        <div class="not-printed">
          <Posting {...props} letters={waiting} />
        </div>
      ) : null}
    </Shell>
  )
}

function Letters({ href, letters }: Pick<ListPageProps, 'href' | 'letters'>) {
  return (
    <Table
      id="cartas"
      caption={`Cartas: ${letters.length}`}
      layout="scroll"
      rows={letters}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'carta',
          header: 'Carta',
          rowHeader: true,
          width: 'narrow',
          cell: (letter) => <Link href={href(`/cartas/${letter.id}`)}>{numberOf(letter)}</Link>,
        },
        { key: 'documento', header: 'Documento', cell: ({ document }) => document ?? '(reservado)' },
        {
          key: 'destinatario',
          header: 'Destinatário',
          width: 'wide',
          cell: (letter) => <AddressLines letter={letter} />,
        },
        {
          key: 'servico',
          header: 'Serviço',
          cell: ({ service, withReceipt, format }) => (
            <>
              {serviceWords[service]}
              {withReceipt ? ' com AR' : ''}
              <div class="secondary">{formatWords[format]}</div>
            </>
          ),
        },
        { key: 'codigo', header: 'Código', cell: ({ trackingCode }) => trackingCode ?? '–' },
        { key: 'situacao', header: 'Situação', cell: (letter) => <LetterStepTag letter={letter} /> },
      ]}
    />
  )
}

function Posting({ href, formKeys, list, letters, fields, problems }: ListPageProps) {
  const bound = bindFields(
    fields,
    problems.map(({ field = '', message }) => ({ field, message })),
  )
  return (
    <Card title="Registrar a postagem" icon="send" id="postagem">
      <Form {...formKeys} action={href(`/expedicao/listas/${list.id}/postagem`)} errors={problems}>
        <DateField {...bound.text('postada_em')} label="Dia da postagem" required />
        {letters.map(({ id, number, year, unit, addressee, service }) => (
          <TextField
            key={id}
            {...bound.text(`codigo_${id}`)}
            label={`Código da carta ${number}/${year} – ${unit}, para ${addressee}`}
            hint={
              service === 'simple'
                ? 'Carta simples: sem código.'
                : 'Como está na etiqueta: duas letras, nove algarismos, duas letras. Sem código, a carta fica em preparo.'
            }
            width="medium"
            maxLength={20}
          />
        ))}
        <FormActions>
          <Button kind="primary" icon="send">
            Registrar a postagem
          </Button>
          <Button icon="print" formAction={href(`/expedicao/listas/${list.id}/codigos`)}>
            Só guardar os códigos, para imprimir
          </Button>
        </FormActions>
      </Form>
    </Card>
  )
}

/** One sheet for each letter: the front of its envelope and the form of its AR. Made to be printed. */
export function LabelsPage({
  page,
  href,
  list,
  letters,
}: ExpeditionProps & { readonly list: ListRow; readonly letters: readonly LetterRow[] }) {
  return (
    <Shell
      page={page}
      title={`Envelopes e AR da lista ${numberOf(list)}`}
      breadcrumb={crumbs(href, 'Envelopes e AR')}
      lead={
        <p class="not-printed">
          Imprima esta página: uma folha para cada carta. O código de barras aparece quando o código da carta está
          guardado na lista.
        </p>
      }
    >
      {letters.map((letter) => (
        <section class="envelope" key={letter.id} aria-label={`Carta ${numberOf(letter)}`}>
          <h2>Carta {numberOf(letter)}</h2>
          <div class="envelope__to">
            <p>Destinatário</p>
            <AddressLines letter={letter} />
          </div>
          <p>
            Remetente: {letter.unit}, por {list.unitName}
          </p>
          <TrackingCode letter={letter} />
          {letter.withReceipt ? <ReceiptForm letter={letter} /> : null}
        </section>
      ))}
    </Shell>
  )
}

/** As the post reads it and as people do; a line to write on where there is none yet. */
function TrackingCode({ letter: { trackingCode, service } }: { readonly letter: LetterRow }) {
  if (!trackingCode) return service === 'simple' ? null : <p>Código: __________________</p>
  const drawn = barCodeSvg(trackingCode, `Código de barras ${trackingCode}`)
  return (
    <p class="bar-code">
      <img
        src={`data:image/svg+xml,${encodeURIComponent(drawn)}`}
        width="280"
        height="72"
        alt={`Código de barras ${trackingCode}`}
      />
      <br />
      {trackingCode}
    </p>
  )
}

function ReceiptForm({ letter }: { readonly letter: LetterRow }) {
  return (
    <div class="envelope__receipt">
      <h3>Aviso de recebimento (AR)</h3>
      <TrackingCode letter={letter} />
      <p>Conteúdo: carta {numberOf(letter)}</p>
      <p>Devolver a: {letter.expedition}</p>
      <p>Recebido por: ________________________________ Documento: ____________________</p>
      <p>Data: ____/____/________ Assinatura: ________________________________</p>
    </div>
  )
}
