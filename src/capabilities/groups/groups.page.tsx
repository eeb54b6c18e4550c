import { ActResultMessage } from '../../platform/act-results/act-result-message.tsx'
import type { ActResult } from '../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../platform/form-fields.ts'
import type { FormKeys } from '../../platform/form-keys.ts'
import {
  Button,
  EmptyState,
  Form,
  FormActions,
  formatCount,
  Link,
  LinkButton,
  type PageContext,
  Pagination,
  RadioGroup,
  SearchField,
  SearchForm,
  Select,
  Shell,
  Table,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { bindFields, type ListOf, StateTag, stateOptions, stateValue } from '../organization/index.ts'
import { mostMembers } from './group.form.ts'
import { type GroupScope, kinds, type RecipientGroup } from './group.ts'
import type { GroupRow, GroupsAsked } from './groups.queries.ts'
import { kindHints, kindWords, memberHints, scopeWords } from './groups.text.ts'

type Href = (path: string) => string

export interface GroupsPageProps {
  readonly page: PageContext
  readonly href: Href
  readonly asked: GroupsAsked
  readonly list: ListOf<GroupRow>
  readonly result: ActResult | undefined
}

/** The groups that one may use here: one's own, the unit's, the agency's and those of all. */
export function GroupsPage({ page, href, asked, list, result }: GroupsPageProps) {
  const query = new URLSearchParams({ q: asked.text, situacao: stateValue[asked.state] ?? 'ativos' })
  return (
    <Shell
      page={page}
      title="Grupos"
      lead="Unidades, contatos e e-mails que se escolhem de uma vez ao enviar, nos blocos, nas circulares e no correio."
      breadcrumb={[{ label: 'Mesa', href: href('/mesa') }, { label: 'Grupos' }]}
      headingActions={
        <LinkButton href={href('/grupos/novo')} kind="primary" icon="plus">
          Novo grupo
        </LinkButton>
      }
    >
      <ActResultMessage result={result} />
      <SearchForm action={href('/grupos')} label="Pesquisa de grupos">
        <SearchField name="q" label="Nome ou descrição" value={asked.text} />
        <Select
          name="situacao"
          label="Situação"
          width="short"
          value={query.get('situacao') ?? ''}
          options={stateOptions()}
        />
        <Button icon="search">Pesquisar</Button>
      </SearchForm>
      <Table<GroupRow>
        id="grupos"
        caption={formatCount(list.total, 'grupo', 'grupos')}
        rows={list.rows}
        rowKey={({ id }) => id}
        rowTone={({ active }) => (active ? undefined : 'muted')}
        empty={
          <EmptyState title="Nenhum grupo" icon="people">
            <p>Reúna as unidades a que você sempre envia e escolha todas de uma vez.</p>
          </EmptyState>
        }
        columns={[
          {
            key: 'nome',
            header: 'Grupo',
            rowHeader: true,
            width: 'wide',
            cell: ({ id, name }) => <Link href={href(`/grupos/${id}`)}>{name}</Link>,
          },
          { key: 'especie', header: 'Reúne', cell: ({ kind }) => kindWords[kind] },
          { key: 'alcance', header: 'Para quem é', cell: ({ scope }) => scopeWords[scope] },
          { key: 'membros', header: 'Quantos', cell: ({ memberCount }) => memberCount },
          { key: 'situacao', header: 'Situação', cell: ({ active }) => <StateTag active={active} /> },
        ]}
      />
      <Pagination
        label="Grupos"
        page={asked.page}
        pageCount={list.pageCount}
        href={(number) => `${href('/grupos')}?${query}&pagina=${number}`}
      />
    </Shell>
  )
}

export interface GroupPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: Href
  /** Undefined: a new one. */
  readonly group: RecipientGroup | undefined
  /** Whose groups may be kept here. */
  readonly kept: readonly GroupScope[]
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
  readonly result?: ActResult | undefined
}

/** One group, to be changed by who keeps it and read by who uses it. */
export function GroupPage(props: GroupPageProps) {
  const { page, href, group, kept, problems } = props
  const title = group?.name ?? 'Novo grupo'
  return (
    <Shell
      page={page}
      title={title}
      lead={group ? `${kindWords[group.kind]} · ${scopeWords[group.scope]}` : undefined}
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: 'Grupos', href: href('/grupos') },
        { label: title },
      ]}
    >
      <ActResultMessage result={props.result} />
      {group && !kept.includes(group.scope) ? <Members group={group} href={href} /> : <GroupForm {...props} />}
    </Shell>
  )
}

function Members({ group, href }: { readonly group: RecipientGroup; readonly href: Href }) {
  return (
    <>
      {group.description ? <p>{group.description}</p> : null}
      <ul>
        {group.members.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <p>Este grupo é mantido pela administração.</p>
      <LinkButton href={href('/grupos')}>Voltar aos grupos</LinkButton>
    </>
  )
}

function GroupForm({ formKeys, href, group, kept, fields, problems }: GroupPageProps) {
  const bound = bindFields(fields, problems)
  return (
    <Form {...formKeys} action={href(group ? `/grupos/${group.id}` : '/grupos')} errors={problems}>
      <TextField {...bound.text('nome')} label="Nome do grupo" required maxLength={100} width="long" />
      {group ? null : (
        <>
          <RadioGroup
            {...bound.text('especie')}
            label="O que reúne"
            required
            options={kinds.map((kind) => ({ value: kind, label: kindWords[kind], hint: kindHints[kind] }))}
          />
          <RadioGroup
            {...bound.text('alcance')}
            label="Para quem é"
            required
            options={kept.map((scope) => ({ value: scope, label: scopeWords[scope] }))}
          />
        </>
      )}
      <TextField {...bound.text('descricao')} label="Descrição" maxLength={250} width="full" />
      <TextArea
        {...bound.text('membros')}
        label="Quem faz parte"
        hint={
          group
            ? `${memberHints[group.kind]} No máximo ${mostMembers[group.kind]}.`
            : `Um por linha. ${kinds.map((kind) => `${kindWords[kind]}: ${memberHints[kind]}`).join(' ')}`
        }
        required
        rows={10}
        width="full"
      />
      <FormActions>
        <Button kind="primary">{group ? 'Salvar' : 'Criar grupo'}</Button>
        {group ? (
          <Button name="ato" value={group.active ? 'desativar' : 'reativar'} icon={group.active ? 'cancel' : 'reopen'}>
            {group.active ? 'Tirar de uso' : 'Pôr em uso de novo'}
          </Button>
        ) : null}
        <LinkButton kind="quiet" href={href('/grupos')}>
          Voltar aos grupos
        </LinkButton>
        {group ? (
          <LinkButton kind="quiet" href={href(`/grupos/${group.id}/alteracoes`)} icon="history">
            Histórico de alterações
          </LinkButton>
        ) : null}
      </FormActions>
    </Form>
  )
}
