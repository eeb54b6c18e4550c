import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  type Crumb,
  errorOf,
  Form,
  FormActions,
  type FormError,
  LinkButton,
  type PageContext,
  Shell,
  TextField,
} from '../../../ui/index.ts'
import type { CaseFile } from '../../cases/index.ts'
import type { TermDay } from '../counting/count-days.rules.ts'
import { DayByDay } from '../counting/day-by-day.page.tsx'
import { TermFields } from '../counting/term-fields.page.tsx'
import type { DeadlineTyped } from './deadline.form.ts'

interface DeadlineFormProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly title: string
  readonly action: string
  readonly backHref: string
  /** Undefined: one deadline is changed; none: its number is asked for. */
  readonly caseFiles: readonly CaseFile[] | undefined
  readonly typed: DeadlineTyped
  readonly problems: readonly (FieldProblem | FormError)[]
  readonly counted: { readonly from: LocalDate; readonly days: readonly TermDay[] } | undefined
  /** Where to go afterwards. */
  readonly returnTo: string
}

/** One deadline: what for, until when, with its count shown day by day before it is set. */
export function DeadlineFormPage(props: DeadlineFormProps) {
  const { typed, problems, caseFiles } = props
  return (
    <Shell
      page={props.page}
      title={props.title}
      width="text"
      breadcrumb={props.breadcrumb}
      hasErrors={problems.length > 0}
    >
      <Form {...props.formKeys} action={props.action} errors={problems}>
        <input type="hidden" name="volta" value={props.returnTo} />
        {caseFiles && caseFiles.length > 0 ? <ChosenCaseFiles caseFiles={caseFiles} /> : null}
        {caseFiles?.length === 0 ? (
          <TextField
            name="numero"
            label="Número do processo"
            required
            maxLength={60}
            width="medium"
            value={typed.number}
            focused={problems.length === 0}
            error={errorOf(problems, 'numero')}
          />
        ) : null}
        <TextField
          name="texto"
          label="Do que é o prazo"
          hint="Só a sua unidade vê."
          required
          maxLength={300}
          value={typed.text}
          focused={caseFiles?.length !== 0 && problems.length === 0}
          error={errorOf(problems, 'texto')}
        />
        <TermFields legend="Quando vence" typed={typed.term} problems={problems} />
        <TextField
          name="hora"
          label="Até que horas (opcional)"
          hint="Por exemplo, 14:30. Vazio, vale até o fim do dia."
          width="short"
          maxLength={5}
          value={typed.time}
          error={errorOf(problems, 'hora')}
        />
        {props.counted ? <DayByDay {...props.counted} /> : null}
        <FormActions>
          <Button kind="primary" icon="check">
            Salvar prazo
          </Button>
          <Button kind="secondary" icon="list" name="acao" value="contar">
            Mostrar a contagem
          </Button>
          <LinkButton kind="quiet" href={props.backHref}>
            Voltar sem salvar
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}

/** The case files that an act is about, with the hidden fields that carry them. */
export function ChosenCaseFiles({ caseFiles }: { caseFiles: readonly CaseFile[] }) {
  return (
    <ul class="chosen-case-files">
      {caseFiles.map((caseFile) => (
        <li key={caseFile.digits}>
          <input type="hidden" name="processo" value={caseFile.digits} />
          <strong class="nowrap">{caseFile.number}</strong> · {caseFile.typeName}
          {caseFile.summary ? <span class="secondary"> · {caseFile.summary}</span> : null}
        </li>
      ))}
    </ul>
  )
}
