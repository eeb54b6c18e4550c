import type { FormKeys } from '../../platform/form-keys.ts'
import {
  ConfirmPage,
  DateTime,
  errorOf,
  Link,
  LinkButton,
  Message,
  type PageContext,
  Shell,
  TextArea,
  TextField,
} from '../../ui/index.ts'

interface WronglyOpenedPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly deskHref: string
  readonly caseHref: string
  readonly caseNumber: string
  /** What would be left unfinished, in sentences. */
  readonly unfinished: readonly string[]
  readonly typed: { readonly reason: string; readonly term: string }
  readonly problems: readonly { readonly field?: string; readonly message: string }[]
  readonly refusals: readonly string[]
}

/** Asks before a case file that should never have been opened is ended. */
export function WronglyOpenedPage(props: WronglyOpenedPageProps) {
  const { page, formKeys, caseHref, caseNumber, typed, refusals } = props
  const breadcrumb = [
    { label: 'Mesa', href: props.deskHref },
    { label: `Processo ${caseNumber}`, href: caseHref },
    { label: 'Autuação indevida' },
  ]
  if (refusals.length > 0) {
    return (
      <Shell page={page} title="Encerrar por autuação indevida" width="text" breadcrumb={breadcrumb}>
        <Message kind="warning" title="Não é possível agora">
          {refusals.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Message>
        <p>
          <LinkButton href={caseHref}>Voltar ao processo</LinkButton>
        </p>
      </Shell>
    )
  }
  const problems = props.problems.map((problem) => ({ ...problem, field: problem.field ?? '' }))
  return (
    <ConfirmPage
      page={page}
      title={`Encerrar o processo ${caseNumber} por autuação indevida?`}
      breadcrumb={breadcrumb}
      consequences={[
        'O processo é concluído e guarda, à vista, que não deveria ter sido aberto, com o motivo e o termo.',
        'O número não volta a ser usado; os documentos e o histórico continuam onde estão.',
        'A unidade pode reabri-lo a qualquer momento.',
        ...props.unfinished,
      ]}
      action={`${caseHref}/autuacao-indevida`}
      idempotencyKey={formKeys.idempotencyKey}
      confirmLabel="Encerrar o processo"
      confirmIcon="conclude"
      cancelHref={caseHref}
      errors={props.problems}
    >
      <TextArea
        name="motivo"
        label="Motivo"
        hint="Entre 5 e 500 caracteres. Fica à vista de quem lê o processo."
        required
        rows={3}
        maxLength={500}
        value={typed.reason}
        error={errorOf(problems, 'motivo')}
      />
      <TextField
        name="termo"
        label="Termo (nº SEI)"
        hint="Número, como 0001234, do documento feito e assinado neste processo que declara a autuação indevida."
        required
        maxLength={30}
        width="short"
        value={typed.term}
        error={errorOf(problems, 'termo')}
      />
    </ConfirmPage>
  )
}

interface WronglyOpenedNoteProps {
  readonly reason: string
  readonly termNumber: string
  readonly termHref: string
  readonly unitAcronym: string
  readonly at: Date
  readonly now: Date
}

export function WronglyOpenedNote({ reason, termNumber, termHref, unitAcronym, at, now }: WronglyOpenedNoteProps) {
  return (
    <Message kind="warning" title="Encerrado por autuação indevida">
      <p>
        Por {unitAcronym}, <DateTime value={at} now={now} />, conforme o termo <Link href={termHref}>{termNumber}</Link>
        . Motivo: {reason}
      </p>
    </Message>
  )
}
