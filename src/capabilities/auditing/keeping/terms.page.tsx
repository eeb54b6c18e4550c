import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  DateTime,
  EmptyState,
  Form,
  FormActions,
  formatBytes,
  formatCount,
  Link,
  type PageContext,
  Select,
  Shell,
  Stack,
  Table,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { bindFields } from '../../organization/index.ts'
import type { Category } from '../resources.rules.ts'
import { categoryWords } from '../resources.text.ts'
import type { RemovalRow, TermRow } from './terms.queries.ts'
import { termWords } from './terms.rules.ts'

interface TermsPageProps {
  readonly page: PageContext
  readonly href: (path: string) => string
  readonly formKeys: FormKeys
  readonly terms: readonly TermRow[]
  readonly removals: readonly RemovalRow[]
  readonly accountId: string
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
}

const categories = Object.entries(categoryWords) as [Category, string][]

/** How long the trail is kept, who decided it, and what was moved away (AUD-013). */
export function TermsPage(props: TermsPageProps) {
  const { page, href, terms, removals, problems } = props
  const inForce = (category: Category) => terms.find((term) => term.category === category && term.isGranted)
  return (
    <Shell
      page={page}
      title="Prazos de guarda da auditoria"
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Auditoria', href: href('/auditoria') },
        { label: 'Prazos de guarda' },
      ]}
      hasErrors={problems.length > 0}
      lead={
        <p>
          Quanto tempo os registros ficam na auditoria. Uma pessoa pede o prazo, outra decide. O que passa do prazo vai
          para um arquivo compactado e conferível, e a retirada fica anotada abaixo.
        </p>
      }
    >
      <Stack gap="large">
        <Table
          id="prazos"
          caption="Prazos em vigor"
          rows={categories}
          rowKey={([category]) => category}
          empty={null}
          columns={[
            { key: 'categoria', header: 'Categoria', rowHeader: true, cell: ([, words]) => words },
            { key: 'prazo', header: 'Prazo', cell: ([category]) => termWords(inForce(category)?.months ?? null) },
            {
              key: 'decisao',
              header: 'Decidido',
              cell: ([category]) => <Decision term={inForce(category)} />,
            },
          ]}
        />
        <Waiting {...props} />
        <AskTerm {...props} />
        <Table
          id="retiradas"
          caption="Retiradas da auditoria, da mais nova à mais antiga"
          rows={removals}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title="Nada foi retirado da auditoria até hoje" icon="archive">
              <p>O que passar do prazo aparece aqui, com o arquivo em que ficou guardado.</p>
            </EmptyState>
          }
          columns={[
            {
              key: 'quando',
              header: 'Retirada',
              width: 'narrow',
              cell: ({ removedAt }) => <DateTime value={removedAt} />,
            },
            { key: 'categoria', header: 'Categoria', rowHeader: true, cell: ({ category }) => categoryWords[category] },
            {
              key: 'registros',
              header: 'Registros',
              cell: ({ entries, firstAt, lastAt }) => (
                <>
                  {formatCount(entries, 'registro', 'registros')}, de <DateTime value={firstAt} /> a{' '}
                  <DateTime value={lastAt} />
                </>
              ),
            },
            { key: 'prazo', header: 'Prazo', cell: ({ months }) => termWords(months) },
            {
              key: 'arquivo',
              header: 'Arquivo',
              cell: ({ id, sha256, sizeBytes }) => (
                <span class="break-anywhere">
                  <Link href={href(`/auditoria/prazos/retiradas/${id}`)}>
                    Baixar ({formatBytes(Number(sizeBytes))})
                  </Link>
                  , SHA-256 {sha256}
                </span>
              ),
            },
          ]}
        />
      </Stack>
    </Shell>
  )
}

function Decision({ term }: { term: TermRow | undefined }) {
  if (!term?.decidedAt) return <>Como foi instalado</>
  return (
    <>
      <DateTime value={term.decidedAt} />, por {term.decidedBy}, a pedido de {term.askedBy}: {term.reason}
    </>
  )
}

function Waiting({ terms, accountId, formKeys, href }: TermsPageProps) {
  const waiting = terms.filter(({ decidedAt }) => !decidedAt)
  if (waiting.length === 0) return null
  return (
    <Card title="Esperam decisão" icon="clock" id="pedidos">
      {waiting.map((term) => (
        <div key={term.id} id={`pedido-${term.id}`}>
          <p>
            {categoryWords[term.category]}: <strong>{termWords(term.months)}</strong>, a pedido de {term.askedBy} em{' '}
            <DateTime value={term.askedAt} />. {term.reason}
          </p>
          {term.askedById === accountId ? (
            <p>Você pediu este prazo. Outra pessoa que opera toda a instalação precisa decidir.</p>
          ) : (
            <Form {...formKeys} action={href(`/auditoria/prazos/${term.id}/decisao`)}>
              <FormActions>
                <Button kind="primary" name="decisao" value="sim">
                  Aprovar o prazo de {categoryWords[term.category]}
                </Button>
                <Button name="decisao" value="nao">
                  Recusar
                </Button>
              </FormActions>
            </Form>
          )}
        </div>
      ))}
    </Card>
  )
}

function AskTerm({ href, formKeys, fields, problems }: TermsPageProps) {
  const bound = bindFields(fields, problems)
  return (
    <Card title="Pedir outro prazo" icon="calendar" id="pedir">
      <Form {...formKeys} action={href('/auditoria/prazos')} errors={problems}>
        <Select
          {...bound.text('categoria')}
          label="Categoria"
          required
          emptyLabel="Escolha…"
          width="medium"
          options={categories.map(([value, label]) => ({ value, label }))}
        />
        <TextField
          {...bound.text('meses')}
          label="Meses"
          hint="Em branco, para sempre. No mínimo 12; de processos e documentos, 60."
          inputMode="numeric"
          maxLength={4}
          width="short"
        />
        <TextArea {...bound.text('motivo')} label="Motivo" required rows={2} maxLength={500} />
        <FormActions>
          <Button kind="primary">Pedir o prazo</Button>
        </FormActions>
      </Form>
    </Card>
  )
}
