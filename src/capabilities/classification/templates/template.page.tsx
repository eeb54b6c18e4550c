import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import { VARIABLES } from '../../../rich-text/index.ts'
import {
  Button,
  Checkbox,
  Details,
  Fieldset,
  Form,
  FormActions,
  LinkButton,
  type PageContext,
  Table,
  TextArea,
} from '../../../ui/index.ts'
import { AdministrationPage, adminHref, bindFields } from '../../organization/index.ts'
import type { DocumentType } from '../document-types/document-type.ts'
import { registers } from '../registers/registers.ts'
import type { TemplateText } from './template.rules.ts'

const { path, title } = registers.documentTypes

interface TemplateProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly type: DocumentType
  readonly texts: readonly TemplateText[]
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
  /** Tables and images that the typed text no longer has. */
  readonly removed: readonly string[]
}

const kinds = {
  header: 'Cabeçalho',
  title: 'Título',
  body: 'Corpo',
  signature: 'Assinatura',
  footer: 'Rodapé',
} as const

/** The template of a kind of document, as plain text. */
export function TemplatePage(props: TemplateProps) {
  const { page, formKeys, type, texts, problems, removed } = props
  const bound = bindFields(props.fields, problems)
  const here = `${path}/${type.id}`
  return (
    <AdministrationPage
      page={page}
      title={`Modelo de ${type.name}`}
      lead="Vale para documentos começados de agora em diante; os que existem não mudam."
      trail={[
        { label: title, path },
        { label: type.name, path: here },
      ]}
      width="text"
      hasErrors={problems.length > 0}
    >
      <Form {...formKeys} action={adminHref(page, `${here}/modelo`)} errors={problems}>
        <HowToWrite />
        {texts.map((one) => (
          <SectionFields key={one.key} section={one} bound={bound} />
        ))}
        {removed.length > 0 ? (
          <Checkbox {...bound.flag('confirma_retirada')} label={`Retirar do modelo: ${removed.join(', ')}`} />
        ) : null}
        <FormActions>
          <Button kind="primary">Salvar o modelo</Button>
          <LinkButton kind="quiet" href={adminHref(page, here)}>
            Voltar ao tipo
          </LinkButton>
        </FormActions>
      </Form>
    </AdministrationPage>
  )
}

function SectionFields({ section, bound }: { section: TemplateText; bound: ReturnType<typeof bindFields> }) {
  const { key, kind } = section
  return (
    <Fieldset legend={kinds[kind]}>
      <TextArea
        {...bound.text(`secao_${key}`)}
        label={`Texto: ${kinds[kind].toLowerCase()}`}
        rows={kind === 'body' ? 14 : 4}
      />
      <Checkbox
        {...bound.flag(`fixa_${key}`)}
        label={`Ninguém muda este trecho (${kinds[kind].toLowerCase()})`}
        hint="Fica igual em todos os documentos do tipo; só as variáveis são preenchidas."
      />
    </Fieldset>
  )
}

function HowToWrite() {
  return (
    <Details summary="Como se escreve, e as variáveis que o sistema preenche">
      <p>
        Uma linha em branco separa parágrafos. <code># Título</code>, <code>- item</code>, <code>1. item</code>,{' '}
        <code>**negrito**</code>, <code>*itálico*</code>. Trechos entre colchetes duplos, como <code>[[tabela 1]]</code>
        , guardam o lugar de tabelas e imagens: mova-os, mas não os mude.
      </p>
      <Table
        id="variaveis"
        caption="Variáveis"
        rows={Object.entries(VARIABLES)}
        rowKey={([name]) => name}
        columns={[
          { key: 'nome', header: 'Escreva', rowHeader: true, cell: ([name]) => <code>@{name}@</code> },
          { key: 'valor', header: 'Aparece', width: 'wide', cell: ([, label]) => label },
        ]}
      />
    </Details>
  )
}
