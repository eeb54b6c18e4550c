import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  CaseNumber,
  Day,
  EmptyState,
  ErrorSummary,
  errorOf,
  Form,
  FormActions,
  type FormError,
  LinkButton,
  Table,
  TextField,
} from '../../../ui/index.ts'
import type { CaseRefusal } from '../case-actions.rules.ts'
import { CaseFrame, type CasePageProps, WhyNot } from '../gate/case-frame.page.tsx'
import type { RelatedCaseFile } from './read-related.ts'

interface RelationsPageProps extends CasePageProps {
  readonly formKeys: FormKeys
  readonly related: readonly RelatedCaseFile[]
  readonly hrefOf: (digits: string) => string
  readonly typed: string
  readonly problems: readonly FormError[]
  readonly refusals: readonly CaseRefusal[]
  readonly mayRemove: boolean
}

export function RelationsPage(props: RelationsPageProps) {
  const { caseHref, related, typed, problems, refusals } = props
  return (
    <CaseFrame {...props} title="Processos relacionados" width="wide" hasErrors={problems.length > 0}>
      <ErrorSummary errors={problems} />
      <RelatedTable {...props} />
      <WhyNot refusals={refusals} caseHref={caseHref} />
      {refusals.length > 0 ? null : (
        <Form {...props.formKeys} action={`${caseHref}/relacionados`}>
          <TextField
            name="outro"
            label="Relacionar ao processo"
            hint="Número, com ou sem pontuação. Os processos continuam a tramitar cada um por si."
            value={typed}
            maxLength={60}
            width="medium"
            required
            error={errorOf(problems, 'outro')}
          />
          <FormActions>
            <Button kind="primary" icon="link">
              Relacionar
            </Button>
            <LinkButton kind="quiet" href={caseHref}>
              Voltar ao processo
            </LinkButton>
          </FormActions>
        </Form>
      )}
      {related.length === 500 ? <p>São mostrados os primeiros 500 processos relacionados.</p> : null}
    </CaseFrame>
  )
}

function RelatedTable({ formKeys, caseHref, related, hrefOf, mayRemove }: RelationsPageProps) {
  return (
    <Table
      id="relacionados"
      caption="Processos relacionados"
      captionHidden
      rows={related}
      rowKey={({ digits }) => digits}
      columns={[
        {
          key: 'numero',
          header: 'Número',
          rowHeader: true,
          width: 'narrow',
          cell: ({ number, digits }) => <CaseNumber number={number} href={hrefOf(digits)} />,
        },
        {
          key: 'tipo',
          header: 'Tipo e especificação',
          width: 'wide',
          cell: ({ typeName, summary }) =>
            typeName ? (
              <>
                {typeName}
                {summary ? <span class="secondary"> – {summary}</span> : null}
              </>
            ) : (
              <span class="secondary">Restrito a outras unidades</span>
            ),
        },
        {
          key: 'relacionado',
          header: 'Relacionado',
          cell: ({ madeAt, madeBy }) => (
            <>
              <Day value={madeAt} /> por {madeBy}
            </>
          ),
        },
        {
          key: 'remocao',
          header: 'Remover',
          headerHidden: true,
          cell: ({ digits, number, madeHere }) =>
            mayRemove && madeHere ? (
              <Form {...formKeys} action={`${caseHref}/relacionados/remocao`}>
                <input type="hidden" name="outro" value={digits} />
                <Button kind="quiet" icon="remove" small>
                  Remover<span class="visually-hidden"> a relação com {number}</span>
                </Button>
              </Form>
            ) : null,
        },
      ]}
      empty={<EmptyState title="Nenhum processo relacionado" icon="link" />}
    />
  )
}
