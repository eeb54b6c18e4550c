import type { FieldProblem, FormFields } from '../../platform/form-fields.ts'
import type { FormKeys } from '../../platform/form-keys.ts'
import {
  Button,
  Card,
  Day,
  EmptyState,
  Form,
  type PageContext,
  Shell,
  Stack,
  Table,
  TextField,
} from '../../ui/index.ts'
import type { CommissionMember } from '../identity/index.ts'
import { bindFields } from '../organization/index.ts'

interface CommissionProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly members: readonly CommissionMember[]
  readonly unit: string | undefined
  readonly maySet: boolean
  readonly labels: readonly string[]
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
}

/** Who is of the commission, with the days of each mandate (PRO-050). */
export function CommissionPage({
  page,
  formKeys,
  href,
  members,
  unit,
  maySet,
  labels,
  fields,
  problems,
}: CommissionProps) {
  const title = 'Comissão de avaliação de documentos (CPAD)'
  return (
    <Shell
      page={page}
      title={title}
      hasErrors={problems.length > 0}
      breadcrumb={[{ label: 'Mesa', href: href('/mesa') }, { label: 'CPAD' }]}
      lead="A comissão decide com a autoridade do órgão o que se elimina. Quem recebe o perfil da CPAD em uma unidade do órgão é membro dela, nos dias da permissão, que são os do mandato."
    >
      <Stack gap="large">
        <Table
          id="membros"
          caption="Membros"
          rows={members}
          rowKey={(row) => `${row.name}-${row.unitAcronym}-${row.from}-${String(row.presides)}`}
          rowTone={({ inOffice }) => (inOffice ? undefined : 'muted')}
          empty={
            <EmptyState title="Nenhum membro" icon="people">
              <p>A administração de usuários dá os perfis “CPAD” e “Presidência da CPAD”, com os dias do mandato.</p>
            </EmptyState>
          }
          columns={[
            { key: 'nome', header: 'Nome', rowHeader: true, cell: ({ name }) => name },
            { key: 'unidade', header: 'Unidade', cell: ({ unitAcronym }) => unitAcronym },
            { key: 'papel', header: 'Papel', cell: ({ presides }) => (presides ? 'Presidência' : 'Membro') },
            { key: 'inicio', header: 'Início do mandato', cell: ({ from }) => <Day value={from} /> },
            { key: 'fim', header: 'Fim', cell: ({ until }) => (until ? <Day value={until} /> : 'Sem data') },
            {
              key: 'situacao',
              header: 'Situação',
              cell: ({ inOffice }) => (inOffice ? 'Em exercício' : 'Fora do mandato'),
            },
          ]}
        />
        <Card title="Unidade de arquivo do órgão" icon="archive" id="unidade-de-arquivo">
          <p>
            {unit
              ? `Guarda as fases intermediária e permanente: ${unit}.`
              : maySet
                ? 'Ainda não foi definida. Escolha a unidade que guarda o que sai da fase corrente.'
                : 'Ainda não foi definida. Quem administra o órgão a define nesta página.'}
          </p>
          {maySet ? (
            <Form {...formKeys} action={href('/arquivo/cpad/unidade-de-arquivo')} errors={problems}>
              <TextField
                {...bindFields(fields, problems).text('unidade')}
                label="Unidade"
                required
                suggestions={labels}
                maxLength={80}
                width="medium"
              />
              <Button>Salvar</Button>
            </Form>
          ) : null}
        </Card>
      </Stack>
    </Shell>
  )
}
