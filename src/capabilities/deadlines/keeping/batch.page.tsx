import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  CheckboxList,
  Details,
  EmptyState,
  errorOf,
  Form,
  FormActions,
  type FormError,
  LinkButton,
  type PageContext,
  Shell,
  TextField,
} from '../../../ui/index.ts'
import type { TermTyped } from '../counting/term.form.ts'
import { TermFields } from '../counting/term-fields.page.tsx'
import type { Deadline } from '../deadline.ts'
import { DeadlineTag } from '../deadline-line.page.tsx'
import { tellDue } from './deadline.text.ts'

interface BatchPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly deadlines: readonly Deadline[]
  readonly chosen: readonly string[]
  readonly origin: 'mesa' | 'prazos'
  readonly term: TermTyped
  readonly time: string
  readonly problems: readonly (FieldProblem | FormError)[]
}

/** Many deadlines: conclude them, give them another day, or delete them, with a result for each. */
export function BatchPage(props: BatchPageProps) {
  const { page, href, deadlines, problems, origin } = props
  const title = 'Prazos selecionados'
  return (
    <Shell
      page={page}
      title={title}
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Prazos', href: href('/prazos') },
        { label: title },
      ]}
    >
      {deadlines.length === 0 ? (
        <EmptyState
          title="Nenhum prazo em aberto nos processos selecionados"
          icon="clock"
          action={<LinkButton href={href(`/${origin}`)}>Voltar</LinkButton>}
        >
          Marque processos na mesa ou prazos na lista e tente de novo.
        </EmptyState>
      ) : (
        <BatchForm {...props} />
      )}
    </Shell>
  )
}

function BatchForm({ page, href, formKeys, deadlines, problems, origin, chosen, term, time }: BatchPageProps) {
  const termWrong = problems.some(({ field }) => field !== undefined && field !== 'prazo')
  return (
    <Form {...formKeys} action={href('/prazos/lote')} errors={problems}>
      <input type="hidden" name="origem" value={origin} />
      <input type="hidden" name="mostrados" value={deadlines.map(({ id }) => id).join(' ')} />
      <CheckboxList
        name="prazo"
        label="Prazos"
        values={chosen}
        error={errorOf(problems, 'prazo')}
        options={deadlines.map((deadline) => ({
          value: deadline.id,
          label: (
            <>
              <strong class="nowrap">{deadline.caseNumber}</strong> · {deadline.text}
            </>
          ),
          hint: (
            <>
              {tellDue(deadline.dueOn, deadline.dueTime)} <DeadlineTag deadline={deadline} now={page.now} />
            </>
          ),
        }))}
      />
      <FormActions>
        <Button kind="primary" icon="check" name="acao" value="concluir">
          Concluir
        </Button>
        <Button kind="danger" icon="remove" name="acao" value="excluir">
          Excluir
        </Button>
        <LinkButton kind="quiet" href={href(`/${origin}`)}>
          Voltar
        </LinkButton>
      </FormActions>
      <Details summary="Mudar a data" open={termWrong}>
        <TermFields legend="Nova data" typed={term} problems={problems} />
        <TextField
          name="hora"
          label="Até que horas (opcional)"
          width="short"
          maxLength={5}
          value={time}
          error={errorOf(problems, 'hora')}
        />
        <Button kind="secondary" icon="calendar" name="acao" value="alterar">
          Mudar a data
        </Button>
      </Details>
    </Form>
  )
}
