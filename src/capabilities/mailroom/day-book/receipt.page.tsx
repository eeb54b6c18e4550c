import {
  Button,
  DateTime,
  DescriptionList,
  LinkButton,
  Message,
  type PageContext,
  PublicShell,
  SearchForm,
  Shell,
  TextField,
} from '../../../ui/index.ts'
import { numberOf } from '../numbered.text.ts'
import type { EntryRow, ReceiptRow } from './day-book.queries.ts'
import { kindWords, senderWords } from './entry.text.ts'

interface ReceiptPageProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly entry: EntryRow
  readonly unitName: string
  readonly checkUrl: string
  /** The code as a picture, as SVG. */
  readonly qr: string
}

/** The receipt that whoever brought something takes home: printed in two copies, one signed and kept. */
export function ReceiptPage({ page, href, entry, unitName, checkUrl, qr }: ReceiptPageProps) {
  return (
    <Shell
      page={page}
      title={`Recibo de entrega ${numberOf(entry)}`}
      width="text"
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Quadro do dia', href: href('/quadro-do-dia') },
        { label: `${entry.number}/${entry.year}`, href: href(`/quadro-do-dia/${entry.id}`) },
        { label: 'Recibo' },
      ]}
      headingActions={<LinkButton href={href(`/quadro-do-dia/${entry.id}`)}>Ver o registro</LinkButton>}
    >
      <p>
        A unidade {unitName} ({entry.unit}) recebeu o que segue.
      </p>
      <DescriptionList
        items={[
          { term: 'Número', description: `${entry.number}/${entry.year}` },
          { term: 'Chegada', description: <DateTime value={entry.receivedAt} /> },
          { term: 'Remetente', description: `${entry.sender} (${senderWords[entry.senderKind]})` },
          { term: 'Assunto', description: entry.subject },
          {
            term: 'O que foi entregue',
            description: [kindWords[entry.kind], entry.originNumber].filter(Boolean).join(' '),
          },
          ...(entry.pieces ? [{ term: 'Peças', description: entry.pieces.split('\n').join('; ') }] : []),
          ...(entry.volumes === null ? [] : [{ term: 'Volumes', description: String(entry.volumes) }]),
          ...(entry.pages === null ? [] : [{ term: 'Folhas', description: String(entry.pages) }]),
          { term: 'Recebido por', description: entry.registeredBy },
          { term: 'Código do recibo', description: <strong>{inGroups(entry.code)}</strong> },
        ]}
      />
      <p>
        <img
          src={`data:image/svg+xml,${encodeURIComponent(qr)}`}
          width="140"
          height="140"
          alt="Código QR para conferir este recibo"
        />
      </p>
      <p class="secondary">Confira este recibo em {checkUrl}</p>
      <p>Assinatura de quem entregou: ________________________________________</p>
      <p>Assinatura de quem recebeu: ________________________________________</p>
    </Shell>
  )
}

/** Read more easily, and typed again with or without the gaps. */
function inGroups(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ')
}

interface CheckPageProps {
  readonly page: PageContext
  readonly asked: string
  readonly receipt: ReceiptRow | undefined
}

/** For whoever has a receipt in hand: whether it is one, and of when. */
export function CheckReceiptPage({ page, asked, receipt }: CheckPageProps) {
  return (
    <PublicShell page={page} title="Conferir recibo de entrega" hidden>
      <p>Digite o código impresso no recibo, com ou sem espaços.</p>
      <SearchForm action="/recibo-de-entrega" label="Código do recibo">
        <TextField name="codigo" label="Código do recibo" value={asked} maxLength={20} width="medium" />
        <Button icon="search">Conferir</Button>
      </SearchForm>
      {receipt ? <Found receipt={receipt} /> : asked ? <NotFound /> : null}
    </PublicShell>
  )
}

function Found({ receipt }: { readonly receipt: ReceiptRow }) {
  return (
    <>
      <Message kind="success" title="O recibo é verdadeiro">
        <p>
          Recebido por {receipt.unitName} ({receipt.unit}).
        </p>
      </Message>
      <DescriptionList
        items={[
          { term: 'Número', description: numberOf(receipt) },
          { term: 'Chegada', description: <DateTime value={receipt.receivedAt} /> },
          { term: 'O que foi entregue', description: kindWords[receipt.kind] },
          ...(receipt.volumes === null ? [] : [{ term: 'Volumes', description: String(receipt.volumes) }]),
          ...(receipt.pages === null ? [] : [{ term: 'Folhas', description: String(receipt.pages) }]),
        ]}
      />
    </>
  )
}

function NotFound() {
  return (
    <Message kind="error" title="Nenhum recibo tem este código">
      <p>Confira as letras e os números. O código tem doze sinais e não usa a letra O nem o número zero.</p>
    </Message>
  )
}
