import { ActResultMessage } from '../../../platform/act-results/act-result-message.tsx'
import type { ActResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  errorOf,
  Form,
  FormActions,
  formatDate,
  LinkButton,
  Message,
  type PageContext,
  Select,
  Shell,
  Table,
} from '../../../ui/index.ts'
import type { KeptCalendar } from './keepers.queries.ts'

interface KeepersPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly kept: KeptCalendar
  /** Who may be named; undefined: it is not for this person to say. */
  readonly people: readonly { readonly id: string; readonly name: string; readonly login: string }[] | undefined
  readonly problems: readonly FieldProblem[]
  readonly result: ActResult | undefined
}

/** Who keeps the agenda of an office, and what follows of it. */
export function KeepersPage({ page, formKeys, href, kept, people, problems, result }: KeepersPageProps) {
  const action = href(`/agenda/autoridades/${kept.officeId}/quem-mantem`)
  const free = people?.filter(({ id }) => !kept.keepers.some(({ accountId }) => accountId === id))
  return (
    <Shell
      page={page}
      title={`Quem mantém a agenda: ${kept.title}`}
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Agenda', href: href('/agenda') },
        { label: 'Autoridades', href: href('/agenda/autoridades') },
        { label: `Quem mantém: ${kept.title}` },
      ]}
      lead="Só quem mantém a agenda, o titular e quem o substitui leem e alteram os compromissos reservados. Para os outros, a hora aparece como ocupada."
    >
      <ActResultMessage result={result} />
      {kept.keepers.length === 0 ? (
        <Message kind="warning" title="Ninguém foi indicado">
          Enquanto ninguém for indicado, todos os que podem alterar processos na unidade leem e alteram também os
          compromissos reservados desta agenda.
        </Message>
      ) : (
        <Form {...formKeys} action={action} id="indicados">
          <Table
            id="quem-mantem"
            caption="Mantêm esta agenda"
            rows={kept.keepers}
            rowKey={({ id }) => id}
            columns={[
              { key: 'nome', header: 'Nome', rowHeader: true, width: 'wide', cell: ({ name }) => name },
              {
                key: 'desde',
                header: 'Desde',
                cell: ({ namedAt, namedBy }) => `${formatDate(namedAt)}, por ${namedBy}`,
              },
              {
                key: 'atos',
                header: 'O que fazer',
                headerHidden: true,
                cell: ({ id, name }) =>
                  people ? (
                    <Button kind="quiet" icon="remove" name="retirar" value={id}>
                      Retirar <span class="visually-hidden">{name}</span>
                    </Button>
                  ) : null,
              },
            ]}
          />
        </Form>
      )}
      {free ? (
        <Card title="Indicar quem mantém" icon="plus" id="indicar">
          <Form {...formKeys} action={action} errors={problems} id="nova-indicacao">
            <Select
              name="pessoa"
              label="Pessoa da unidade"
              required
              emptyLabel="Escolha"
              options={free.map(({ id, name, login }) => ({ value: id, label: `${name} (${login})` }))}
              error={errorOf(problems, 'pessoa')}
            />
            <FormActions>
              <Button kind="primary" icon="check">
                Indicar
              </Button>
            </FormActions>
          </Form>
        </Card>
      ) : (
        <p class="secondary">Quem indica é o titular do cargo ou quem administra os cargos.</p>
      )}
      <p>
        <LinkButton kind="quiet" href={href('/agenda/autoridades')}>
          Voltar às autoridades
        </LinkButton>
      </p>
    </Shell>
  )
}
