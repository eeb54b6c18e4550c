import type { FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  CaseNumber,
  DateField,
  DateTime,
  Day,
  type Description,
  DescriptionList,
  ErrorSummary,
  Form,
  FormActions,
  type FormError,
  Link,
  LinkButton,
  Message,
  type PageContext,
  RadioGroup,
  Shell,
  Stack,
  TextField,
  Timeline,
} from '../../../ui/index.ts'
import { bindFields } from '../../organization/index.ts'
import { numberOf } from '../numbered.text.ts'
import { awaitsReceipt, nextSteps } from './letter.rules.ts'
import { formatPostalCode, formatWords, serviceWords, stepWords } from './letter.text.ts'
import type { LetterRow, LetterStepRow } from './letters.queries.ts'
import { LetterStepTag } from './letters-table.page.tsx'

interface LetterPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly letter: LetterRow
  readonly steps: readonly LetterStepRow[]
  readonly attachments: readonly { readonly label: string; readonly number: string }[]
  readonly mayWrite: boolean
  readonly fields: FormFields
  readonly problems: readonly FormError[]
}

/** One letter: where it goes, where it is, what became of it. */
export function LetterPage(props: LetterPageProps) {
  const { page, href, letter, steps, mayWrite, problems } = props
  const mayMove = mayWrite && letter.isToPost && nextSteps(letter.step).some((step) => step !== 'posted')
  return (
    <Shell
      page={page}
      title={`Carta ${numberOf(letter)}`}
      hasErrors={problems.length > 0}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        letter.isOurs
          ? { label: 'Cartas e AR', href: href('/cartas') }
          : { label: 'Expedição', href: href('/expedicao') },
        { label: `Carta ${letter.number}/${letter.year}` },
      ]}
      lead={<LetterStepTag letter={letter} />}
    >
      <Stack>
        {mayMove ? null : <ErrorSummary errors={problems} />}
        {letter.isToPost && !letter.document ? (
          <Message kind="info">
            <p>O processo é reservado: o conteúdo vem em envelope fechado da unidade {letter.unit}.</p>
          </Message>
        ) : null}
        <DescriptionList items={told(props)} />
        {mayMove ? <Moving {...props} /> : null}
        <NextActs {...props} />
        <Card title="Andamento" icon="clock" id="andamento">
          <Timeline
            label="Andamento da carta"
            events={steps.map(({ id, step, note, at, person, unit }) => ({
              id,
              at,
              text: `${stepWords[step].word}${note ? `: ${note}` : ''}`,
              actor: person,
              unit,
            }))}
          />
        </Card>
      </Stack>
    </Shell>
  )
}

function told({ letter, href, attachments }: LetterPageProps): Description[] {
  const { document, documentNumber, caseNumber, caseDigits, receiptNumber } = letter
  const some = (term: string, description: Description['description']) => (description ? [{ term, description }] : [])
  return [
    {
      term: 'Documento',
      description: documentNumber ? (
        <Link href={href(`/documentos/${documentNumber}`)}>{document}</Link>
      ) : (
        '(reservado)'
      ),
    },
    ...(caseNumber && caseDigits
      ? [{ term: 'Processo', description: <CaseNumber number={caseNumber} href={href(`/processos/${caseDigits}`)} /> }]
      : []),
    ...some(
      'Anexos',
      attachments.length > 0 ? (
        <ul class="places">
          {attachments.map(({ label, number }) => (
            <li key={number}>
              <Link href={href(`/documentos/${number}`)}>{label}</Link>
            </li>
          ))}
        </ul>
      ) : undefined,
    ),
    { term: 'Destinatário', description: <AddressLines letter={letter} /> },
    {
      term: 'Serviço',
      description: `${serviceWords[letter.service]}${letter.withReceipt ? ' com AR' : ''}, ${formatWords[letter.format].toLowerCase()}`,
    },
    ...some('Código de rastreamento', letter.trackingCode),
    {
      term: 'Pedida por',
      description: (
        <>
          {letter.askedBy}, {letter.unit}, <DateTime value={letter.askedAt} />
        </>
      ),
    },
    { term: 'Quem posta', description: letter.expedition },
    ...some('Postada', letter.postedOn && <Day value={letter.postedOn} />),
    ...some('Entregue', letter.deliveredOn && <Day value={letter.deliveredOn} />),
    ...some('Recebida por', letter.receiver),
    ...some('Devolvida porque', letter.returnReason),
    ...some(
      'AR no processo',
      receiptNumber && <Link href={href(`/documentos/${receiptNumber}`)}>Documento {receiptNumber}</Link>,
    ),
    ...some('Observações', letter.notes),
    ...some('Foge à regra do lugar', letter.departure),
  ]
}

/** As it stands on the envelope. */
export function AddressLines({ letter }: { readonly letter: LetterRow }) {
  return (
    <>
      <strong>{letter.addressee}</strong>
      {letter.address.split('\n').map((line) => (
        <div key={line}>{line}</div>
      ))}
      {letter.city ? (
        <div>
          {formatPostalCode(letter.postalCode)} {letter.city}/{letter.state}
        </div>
      ) : null}
    </>
  )
}

function Moving({ formKeys, href, letter, fields, problems }: LetterPageProps) {
  const bound = bindFields(
    fields,
    problems.map(({ field = '', message }) => ({ field, message })),
  )
  return (
    <Card title="O que o correio diz" icon="send" id="correio">
      <Form {...formKeys} action={href(`/cartas/${letter.id}`)} errors={problems}>
        <RadioGroup
          {...bound.text('situacao')}
          label="Situação"
          required
          options={nextSteps(letter.step).map((step) => ({ value: step, label: stepWords[step].word }))}
        />
        <DateField {...bound.text('entregue_em')} label="Dia da entrega, se foi entregue" />
        <TextField {...bound.text('recebedor')} label="Quem recebeu" maxLength={120} />
        <TextField {...bound.text('motivo')} label="Motivo da devolução, se voltou" maxLength={200} />
        <FormActions>
          <Button kind="primary" icon="check">
            Registrar
          </Button>
        </FormActions>
      </Form>
    </Card>
  )
}

function NextActs({ formKeys, href, letter, mayWrite }: LetterPageProps) {
  if (!mayWrite) return null
  return (
    <div class="not-printed">
      <Stack>
        {letter.isToPost && awaitsReceipt(letter) ? (
          <p>
            <LinkButton icon="return" href={href(`/expedicao/retornos?codigo=${letter.trackingCode ?? ''}`)}>
              Registrar a volta do AR
            </LinkButton>
          </p>
        ) : null}
        {letter.isOurs && letter.deliveredOn && letter.caseDigits ? (
          <p>
            <LinkButton
              icon="clock"
              href={href(`/prazos/novo?processo=${letter.caseDigits}&desde=${letter.deliveredOn}`)}
            >
              Definir prazo a partir da entrega
            </LinkButton>
          </p>
        ) : null}
        {letter.isOurs && letter.step === 'requested' ? (
          <Form {...formKeys} action={href(`/cartas/${letter.id}/desistencia`)}>
            <Button icon="remove">Retirar o pedido de postagem</Button>
          </Form>
        ) : null}
      </Stack>
    </div>
  )
}
