import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  DateField,
  Details,
  errorOf,
  Form,
  FormActions,
  Link,
  LinkButton,
  type PageContext,
  Shell,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { CaseFields } from '../fields/case-fields.page.tsx'
import type { CaseTypeChoice, FieldChoices } from '../fields/find-choices.ts'
import { LevelFields } from '../level/level-fields.page.tsx'
import type { OpenTyped } from './open-case-file.form.ts'

interface OpenCaseFileProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly deskHref: string
  readonly newHref: string
  readonly type: CaseTypeChoice
  readonly typed: OpenTyped
  readonly choices: FieldChoices
  readonly problems: readonly FieldProblem[]
  /** Whether this unit may give a number that the case file already has (PRO-010). */
  readonly mayInformNumber: boolean
  readonly today: string
  /** It opens for the first time, with nothing typed yet. */
  readonly fresh: boolean
}

/** Second step of a new case file: nothing is asked that is not needed. */
export function OpenCaseFilePage(props: OpenCaseFileProps) {
  const { page, newHref, type, typed, choices, problems } = props
  return (
    <Shell
      page={page}
      title={`Novo processo: ${type.name}`}
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={[
        { label: 'Mesa', href: props.deskHref },
        { label: 'Novo processo', href: newHref },
        { label: type.name },
      ]}
      lead={
        <>
          {type.description} <Link href={newHref}>Trocar o tipo</Link>
          {typed.related ? <p>O novo processo será relacionado àquele de onde você veio.</p> : null}
        </>
      }
    >
      <Form {...props.formKeys} action={newHref} errors={problems}>
        <input type="hidden" name="tipo" value={type.id} />
        {typed.related ? <input type="hidden" name="relacionado" value={typed.related} /> : null}
        <CaseFields typed={typed.fields} choices={choices} problems={problems} focused={props.fresh} />
        <LevelFields
          typed={typed.level}
          allowedLevels={type.allowedLevels}
          legalBases={choices.legalBases}
          problems={problems}
        />
        <TextArea
          name="observacao"
          label="Observação desta unidade"
          hint="Todos os que leem o processo a veem; só a sua unidade a altera."
          rows={2}
          maxLength={2000}
          value={typed.observation}
          error={errorOf(problems, 'observacao')}
        />
        {props.mayInformNumber ? <InformedNumber {...props} /> : null}
        <FormActions>
          <Button kind="primary" name="acao" value="abrir" icon="caseNew">
            Abrir processo
          </Button>
          <LinkButton kind="quiet" href={newHref}>
            Voltar aos tipos
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}

function InformedNumber({ typed, problems, today }: OpenCaseFileProps) {
  const wrong = errorOf(problems, 'numero_informado') ?? errorOf(problems, 'autuado_em')
  return (
    <Details summary="O processo já tem número" open={typed.informedNumber !== '' || wrong !== undefined}>
      <TextField
        name="numero_informado"
        label="Número do processo"
        hint="Deixe em branco para que o sistema gere o número."
        value={typed.informedNumber}
        maxLength={50}
        width="medium"
        error={errorOf(problems, 'numero_informado')}
      />
      <DateField
        name="autuado_em"
        label="Data de autuação"
        value={typed.filedOn}
        max={today}
        error={errorOf(problems, 'autuado_em')}
      />
    </Details>
  )
}
