import {
  Button,
  Card,
  CaseNumber,
  DateTime,
  DescriptionList,
  EmptyState,
  Link,
  type PageContext,
  SearchForm,
  Shell,
  Table,
  TextField,
} from '../../../ui/index.ts'
import { formatCnpj, maskCpf } from '../../organization/index.ts'
import type { Contact } from '../../people/index.ts'
import type { Subject } from './find-subject.ts'

interface Frame {
  readonly page: PageContext
  readonly href: (path: string) => string
}

const title = 'Dados de um titular'
const identifierOf = ({ cpf, cnpj }: Contact) => (cpf ? maskCpf(cpf) : cnpj ? formatCnpj(cnpj) : '–')

/** Whose data is asked for. */
export function SubjectsPage({ page, href, asked, found }: Frame & { asked: string; found: readonly Contact[] }) {
  return (
    <Shell
      page={page}
      title={title}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Auditoria', href: href('/auditoria') },
        { label: title },
      ]}
      lead={<p>O relatório que se entrega a quem pergunta o que há sobre si e quem o consultou.</p>}
    >
      <SearchForm action={href('/auditoria/titulares')} label="Procurar a pessoa" id="filtro">
        <TextField name="q" label="Nome, CPF ou CNPJ" value={asked} maxLength={250} />
        <Button kind="secondary">Procurar</Button>
      </SearchForm>
      {asked ? (
        <Table
          id="titulares"
          caption="Contatos encontrados (até 20)"
          rows={found}
          rowKey={({ id }) => id}
          empty={<EmptyState title="Nenhum contato com este nome ou número" />}
          columns={[
            {
              key: 'nome',
              header: 'Nome',
              rowHeader: true,
              cell: ({ id, name }) => <Link href={href(`/auditoria/titulares/${id}`)}>{name}</Link>,
            },
            { key: 'documento', header: 'CPF ou CNPJ', cell: identifierOf },
            { key: 'cidade', header: 'Cidade', cell: ({ city }) => city || '–' },
          ]}
        />
      ) : null}
    </Shell>
  )
}

/** What is known of one person, and who read it (AUD-022). */
export function SubjectPage({ page, href, now, contact, caseFiles, readers }: Frame & Subject & { now: Date }) {
  return (
    <Shell
      page={page}
      title={`Dados de ${contact.name}`}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Auditoria', href: href('/auditoria') },
        { label: title, href: href('/auditoria/titulares') },
        { label: contact.name },
      ]}
      lead={
        <p>
          Situação em <DateTime value={now} />. Só entram processos que você pode ler; documentos assinados não mudam
          quando o cadastro é corrigido.
        </p>
      }
    >
      <Card title="Cadastro" icon="person" id="cadastro">
        <DescriptionList
          items={[
            { term: 'Nome', description: contact.name },
            { term: 'CPF ou CNPJ', description: identifierOf(contact) },
            { term: 'Correio eletrônico', description: contact.email || '–' },
            { term: 'Telefone', description: contact.phone || '–' },
            { term: 'Cidade', description: contact.city || '–' },
          ]}
        />
      </Card>
      <Table
        id="processos"
        caption="Processos em que é interessado (até 200)"
        rows={caseFiles}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="Nenhum processo" icon="caseFile">
            <p>Dos processos que você pode ler, nenhum tem esta pessoa como interessada.</p>
          </EmptyState>
        }
        columns={[
          {
            key: 'processo',
            header: 'Processo',
            rowHeader: true,
            cell: ({ number, digits }) => <CaseNumber number={number} href={href(`/processos/${digits}`)} />,
          },
          { key: 'tipo', header: 'Tipo', cell: ({ typeName }) => typeName },
          { key: 'unidade', header: 'Unidade', width: 'narrow', cell: ({ unitAcronym }) => unitAcronym },
        ]}
      />
      <Table
        id="leitores"
        caption="Quem consultou o cadastro e estes processos (até 200)"
        rows={readers}
        rowKey={({ what, person, unit, firstAt }) => `${what} ${person} ${unit} ${firstAt.getTime()}`}
        empty={
          <EmptyState title="Nenhuma consulta registrada" icon="eye">
            <p>A auditoria não registrou quem tenha consultado o cadastro desta pessoa ou os processos acima.</p>
          </EmptyState>
        }
        columns={[
          { key: 'quem', header: 'Quem', rowHeader: true, cell: ({ person }) => person ?? 'Sem usuário' },
          { key: 'unidade', header: 'Unidade', width: 'narrow', cell: ({ unit }) => unit ?? '–' },
          { key: 'que', header: 'O quê', cell: ({ what }) => (what === 'register' ? 'Cadastro' : 'Processos') },
          { key: 'primeira', header: 'Primeira vez', cell: ({ firstAt }) => <DateTime value={firstAt} /> },
          { key: 'ultima', header: 'Última vez', cell: ({ lastAt }) => <DateTime value={lastAt} /> },
          { key: 'vezes', header: 'Vezes', cell: ({ times }) => times },
        ]}
      />
    </Shell>
  )
}
