import type { FieldProblem } from '../../platform/form-fields.ts'
import type { FormKeys } from '../../platform/form-keys.ts'
import {
  Button,
  Card,
  DateTime,
  EmptyState,
  FileField,
  Form,
  FormActions,
  Link,
  LinkButton,
  type PageContext,
  Stack,
  Table,
} from '../../ui/index.ts'
import { AdministrationPage, adminHref } from '../organization/index.ts'
import type { ImportRow } from './import.queries.ts'
import { stateNames } from './import.text.ts'
import { type ImportableRegister, importableRegisters } from './registers.ts'

export const importsPath = '/importacoes'
export const importsTitle = 'Importação por planilha'

interface ImportsProps {
  readonly page: PageContext
  /** What this person may bring in. */
  readonly registers: readonly ImportableRegister[]
  readonly imports: readonly ImportRow[]
}

/** What may be brought in, and what this person brought in. */
export function ImportsPage({ page, registers, imports }: ImportsProps) {
  return (
    <AdministrationPage
      page={page}
      title={importsTitle}
      lead="Cada arquivo é ensaiado antes: você vê o que será criado, alterado e recusado, e só então confirma."
    >
      <Stack gap="large">
        <Table
          id="cadastros"
          caption="Cadastros que você pode importar, na ordem em que dependem uns dos outros"
          rows={registers}
          rowKey={({ name }) => name}
          columns={[
            { key: 'cadastro', header: 'Cadastro', rowHeader: true, cell: ({ title }) => title },
            {
              key: 'modelo',
              header: 'Arquivo de exemplo',
              cell: ({ slug, title }) => (
                <Link href={adminHref(page, `${importsPath}/modelos/${slug}`)} icon="download">
                  Exemplo<span class="visually-hidden"> de {title}</span>
                </Link>
              ),
            },
            {
              key: 'atos',
              header: 'Atos',
              headerHidden: true,
              cell: ({ slug, title }) => (
                <LinkButton href={adminHref(page, `${importsPath}/nova?cadastro=${slug}`)} icon="upload" small>
                  Importar<span class="visually-hidden"> {title}</span>
                </LinkButton>
              ),
            },
          ]}
        />
        <Table
          id="importacoes"
          caption="Suas importações nesta unidade"
          rows={imports}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title="Nenhuma importação" icon="upload">
              <p>O que você importar fica aqui por noventa dias.</p>
            </EmptyState>
          }
          columns={[
            {
              key: 'arquivo',
              header: 'Arquivo',
              rowHeader: true,
              cell: ({ id, fileName }) => <Link href={adminHref(page, `${importsPath}/${id}`)}>{fileName}</Link>,
            },
            { key: 'cadastro', header: 'Cadastro', cell: ({ register }) => titleOf(register) },
            {
              key: 'linhas',
              header: 'Linhas',
              numeric: true,
              cell: ({ rowCount }) => rowCount.toLocaleString('pt-BR'),
            },
            { key: 'situacao', header: 'Situação', cell: ({ state }) => stateNames[state] },
            { key: 'envio', header: 'Envio', cell: ({ askedAt }) => <DateTime value={askedAt} now={page.now} /> },
          ]}
        />
      </Stack>
    </AdministrationPage>
  )
}

export function titleOf(register: string): string {
  return importableRegisters.find(({ name }) => name === register)?.title ?? register
}

interface NewImportProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly register: ImportableRegister
  readonly problems: readonly FieldProblem[]
}

/** Sends a file; beside it, what its columns are. */
export function NewImportPage({ page, formKeys, register, problems }: NewImportProps) {
  return (
    <AdministrationPage
      page={page}
      title={`Importar ${register.title}`}
      trail={[{ label: importsTitle, path: importsPath }]}
      lead="O envio só ensaia: nada é gravado antes de você confirmar."
      hasErrors={problems.length > 0}
    >
      <Stack gap="large">
        <Form {...formKeys} action={adminHref(page, importsPath)} errors={problems} multipart>
          <input type="hidden" name="cadastro" value={register.slug} />
          <FileField
            name="arquivo"
            label="Arquivo CSV"
            required
            accept=".csv,text/csv,text/plain"
            limits="Até 20.000 linhas e 10 MB, em UTF-8 ou Windows-1252, com campos separados por ponto e vírgula, vírgula ou tabulação."
            error={problems.find(({ field }) => field === 'arquivo')?.message}
          />
          <FormActions>
            <Button kind="primary" icon="upload">
              Enviar e ensaiar
            </Button>
            <LinkButton href={adminHref(page, `${importsPath}/modelos/${register.slug}`)} icon="download">
              Baixar o exemplo
            </LinkButton>
          </FormActions>
        </Form>
        <Card title="Colunas">
          <p>
            A primeira linha é o cabeçalho, em qualquer ordem. Coluna que falta deixa o que já está cadastrado; célula
            vazia apaga. O que identifica cada registro: {listed(register.key)}.
          </p>
          <Table
            id="colunas"
            caption="Colunas do arquivo"
            captionHidden
            rows={register.columns}
            rowKey={({ name }) => name}
            columns={[
              { key: 'coluna', header: 'Coluna', rowHeader: true, cell: ({ name }) => <code>{name}</code> },
              { key: 'conteudo', header: 'Conteúdo', cell: ({ about }) => about },
              { key: 'obrigatoria', header: 'Obrigatória', cell: ({ required }) => (required ? 'Sim' : 'Não') },
              { key: 'exemplo', header: 'Exemplo', cell: ({ example }) => example || '—' },
            ]}
          />
        </Card>
      </Stack>
    </AdministrationPage>
  )
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} e ${names.at(-1)}`
}
