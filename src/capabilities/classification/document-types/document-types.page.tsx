import {
  Card,
  Checkbox,
  FormActions,
  LinkButton,
  type PageContext,
  RadioGroup,
  Stack,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { adminHref, bindFields } from '../../organization/index.ts'
import { EntryForm, EntryFrame, type EntryPageProps } from '../registers/entry.page.tsx'
import { type ListProps, RegisterList } from '../registers/register-list.page.tsx'
import { registers } from '../registers/registers.ts'
import type { DocumentType } from './document-type.ts'
import type { DocumentTypeRow } from './document-types.queries.ts'
import { appliesToNames, numberingNames, signatureLevels } from './document-types.text.ts'

const { path } = registers.documentTypes

export function DocumentTypesPage(props: ListProps<DocumentTypeRow>) {
  return (
    <RegisterList
      {...props}
      register="documentTypes"
      newEntry={['Novo tipo', 'novo']}
      searchLabel="Nome, grupo ou descrição"
      noun={['tipo', 'tipos']}
      named={{ key: 'nome', header: 'Nome', cell: ({ name }) => name }}
      columns={[
        { key: 'grupo', header: 'Grupo', cell: ({ category }) => category || 'Nenhum' },
        { key: 'aplicacao', header: 'Documentos', cell: ({ appliesTo }) => appliesToNames[appliesTo] },
        { key: 'numeracao', header: 'Numeração', cell: ({ numbering }) => numberingNames[numbering] },
        { key: 'modelo', header: 'Modelo', cell: templateOf },
      ]}
    />
  )
}

function templateOf({ hasTemplate, appliesTo }: DocumentTypeRow): string {
  if (appliesTo === 'uploaded') return 'Não se aplica'
  return hasTemplate ? 'Próprio' : 'O geral'
}

interface EntryProps extends EntryPageProps {
  /** Undefined: a new one. */
  readonly type: DocumentType | undefined
}

export function DocumentTypePage(props: EntryProps) {
  const { page, type } = props
  return (
    <EntryFrame
      {...props}
      register="documentTypes"
      entry={type && { ...type, label: type.name }}
      title={type?.name ?? 'Novo tipo de documento'}
    >
      <Stack gap="large">
        {type ? <ModelAndNumbers page={page} type={type} /> : null}
        {type ? (
          <Card title="Dados">
            <DocumentTypeForm {...props} />
          </Card>
        ) : (
          <DocumentTypeForm {...props} />
        )}
      </Stack>
    </EntryFrame>
  )
}

function ModelAndNumbers({ page, type }: { page: PageContext; type: DocumentType }) {
  if (type.appliesTo === 'uploaded') return null
  const at = (noun: string) => adminHref(page, `${path}/${type.id}/${noun}`)
  return (
    <Card title="Modelo e numeração">
      <p>
        {type.template
          ? 'Documentos deste tipo começam pelo modelo dele.'
          : 'Sem modelo próprio, documentos deste tipo começam pelo modelo geral: timbre, título e corpo vazio.'}
      </p>
      <FormActions>
        <LinkButton href={at('modelo')} icon="edit">
          {type.template ? 'Mudar o modelo' : 'Criar um modelo'}
        </LinkButton>
        {type.appliesTo === 'form' ? (
          <LinkButton href={at('formulario')} icon="list">
            Campos do formulário
          </LinkButton>
        ) : null}
        {type.numbering === 'none' ? null : (
          <LinkButton href={at('numeracao')} icon="list">
            Ver e ajustar a numeração
          </LinkButton>
        )}
      </FormActions>
    </Card>
  )
}

function DocumentTypeForm(props: EntryProps) {
  const { type, fields, problems } = props
  const bound = bindFields(fields, problems)
  const choices = (names: Readonly<Record<string, string>>) =>
    Object.entries(names).map(([value, label]) => ({ value, label }))
  return (
    <EntryForm {...props} register="documentTypes" entry={type} back="Voltar aos tipos de documento">
      <TextField {...bound.text('nome')} label="Nome" hint="No singular: Ofício" required maxLength={120} />
      <TextField {...bound.text('grupo')} label="Grupo" maxLength={80} width="medium" />
      <TextArea {...bound.text('descricao')} label="Descrição" rows={2} maxLength={1000} />
      <RadioGroup {...bound.text('aplicacao')} label="Serve a documentos" options={choices(appliesToNames)} />
      <RadioGroup
        {...bound.text('numeracao')}
        label="Numeração"
        hint="Mudada, vale para os próximos documentos; os que têm número ficam com ele."
        options={choices(numberingNames)}
      />
      <RadioGroup
        {...bound.text('momento')}
        label="Quando o número é dado"
        options={[
          { value: 'creation', label: 'Ao criar o documento' },
          {
            value: 'signature',
            label: 'Na primeira assinatura',
            hint: 'Evita números gastos com minutas que ninguém assina.',
          },
        ]}
      />
      <RadioGroup
        {...bound.text('assinatura')}
        label="Nível mínimo de assinatura"
        hint="O que a norma exige para este tipo (Decreto 10.543/2020, art. 4º). Vale para as próximas assinaturas."
        options={Object.entries(signatureLevels).map(([value, { label, hint }]) => ({ value, label, hint }))}
      />
      <Checkbox
        {...bound.flag('interno')}
        label="Só o sistema cria"
        hint="O tipo não é oferecido a ninguém; serve a documentos criados automaticamente."
      />
    </EntryForm>
  )
}
