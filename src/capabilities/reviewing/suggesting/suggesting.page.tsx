import type { FormKeys } from '../../../platform/form-keys.ts'
import { type RichText, type Section, toPlainText } from '../../../rich-text/index.ts'
import {
  Button,
  type Crumb,
  ErrorSummary,
  FormActions,
  LinkButton,
  Message,
  type PageContext,
  Shell,
  TextArea,
} from '../../../ui/index.ts'
import { DocumentStyle, type EditorTyped, sectionField } from '../../documents/index.ts'

interface SuggestingPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly label: string
  readonly documentNumber: string
  readonly userId: string
  /** Address of the review. */
  readonly at: string
  readonly content: RichText
  readonly baseVersion: number
  readonly hasKept: boolean
  readonly typed: EditorTyped | undefined
  readonly problems: readonly string[]
}

/**
 * A draft in the mode of suggestions: what is written over this copy becomes suggestions. The island of the editor takes
 * the place of the form; without script, each free section is a field of plain text.
 */
export function SuggestingPage(props: SuggestingPageProps) {
  const { page, label, at, content, problems, formKeys } = props
  return (
    <Shell
      page={page}
      title={`Sugerir alterações em ${label}`}
      breadcrumb={props.breadcrumb}
      hasErrors={problems.length > 0}
      islands={['document-editor.js']}
    >
      <DocumentStyle page={page} />
      <link rel="stylesheet" href={page.asset('document-editor.css')} />
      <Message kind="info" title="Você está sugerindo, não alterando">
        <p>
          Escreva sobre esta cópia do texto. Ao enviar, cada mudança de palavras vira uma sugestão, e o documento só
          muda se quem o escreve aceitar. Mudanças de formato, tabelas e imagens não são enviadas.
        </p>
        {props.hasKept ? (
          <form method="post" action={`${at}/sugestoes/descarte`}>
            <input type="hidden" name="_csrf" value={formKeys.csrf} />
            <Button small kind="quiet" icon="remove">
              Descartar o que escrevi e começar de novo
            </Button>
          </form>
        ) : null}
      </Message>
      <form
        class="form"
        method="post"
        action={`${at}/sugestoes`}
        novalidate
        data-editor
        data-conteudo-url={`${at}/sugestoes/texto`}
        data-rascunho-url={`${at}/sugestoes/rascunho`}
        data-versao-url={`${at}/sugestoes/envio`}
        data-versao-rotulo="Enviar sugestões"
        data-depois-url={at}
        data-entrar-url="/entrar"
        data-documento={`${props.documentNumber}/sugestoes`}
        data-usuario={props.userId}
        data-titulo={`Sugestões para ${label}`}
        data-csrf={formKeys.csrf}
      >
        <input type="hidden" name="_csrf" value={formKeys.csrf} />
        <input type="hidden" name="_chave" value={formKeys.idempotencyKey} />
        <input type="hidden" name="versao_base" value={String(props.baseVersion)} />
        <ErrorSummary errors={problems.map((message) => ({ message }))} />
        {content.content.map((section, index) => (
          <SectionField key={section.attrs.key} section={section} index={index} {...props} />
        ))}
        <FormActions>
          <Button kind="primary" icon="check">
            Enviar sugestões
          </Button>
          <LinkButton kind="quiet" href={at}>
            Voltar à revisão
          </LinkButton>
        </FormActions>
      </form>
    </Shell>
  )
}

function SectionField({ section, index, typed }: SuggestingPageProps & { section: Section; index: number }) {
  const { key, locked } = section.attrs
  if (locked) return null
  const text = typed?.sections[key] ?? toPlainText(section)
  const rows = Math.min(28, Math.max(4, text.split('\n').length + Math.floor(text.length / 110)))
  return <TextArea name={sectionField(key)} label={`Texto, parte ${index + 1}`} value={text} rows={rows} />
}
