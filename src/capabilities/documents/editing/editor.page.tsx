import type { FormKeys } from '../../../platform/form-keys.ts'
import { type RichText, type Section, type SectionKind, toPlainText, VARIABLES } from '../../../rich-text/index.ts'
import {
  Button,
  Checkbox,
  type Crumb,
  Details,
  ErrorSummary,
  type Flash,
  FormActions,
  LinkButton,
  Message,
  type PageContext,
  Shell,
  TextArea,
} from '../../../ui/index.ts'
import { DocumentStyle } from '../document-style.page.tsx'
import { DiscardDraft, type DraftToDiscard } from './discard-draft.page.tsx'
import { sectionField } from './editor.form.ts'

/** Addresses that the island of the editor speaks with. */
export interface EditorAddresses {
  readonly self: string
  readonly content: string
  readonly draft: string
  readonly version: string
  readonly presence: string
  readonly takeOver: string
  readonly image: string
  readonly texts: string
  readonly review: string
  readonly discard: string
  readonly document: string
  readonly versions: string
  /** Undefined where this person may not sign. */
  readonly signing: string | undefined
}

export interface EditorPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly label: string
  readonly documentNumber: string
  readonly userId: string
  readonly at: EditorAddresses
  /** The text in the fields: the draft if there is one. */
  readonly content: RichText
  readonly baseVersion: number
  readonly lockedHtml: (section: Section) => string
  /** What was typed and refused, by section. */
  readonly typed?: Readonly<Record<string, string>>
  readonly problems: readonly string[]
  /** Tables, images and notes that the typed text no longer holds. */
  readonly removed: readonly string[]
  /** The text of somebody else that was saved meanwhile, compared with what was typed. */
  readonly comparison?: { readonly html: string; readonly savedBy: string }
  readonly ownDraft?: DraftToDiscard & {
    /** Another version was saved after it. */
    readonly isBehind: boolean
    readonly version: number
  }
  readonly holderNotice?: string
  readonly dropsSignatures: number
  readonly unfilled: readonly string[]
  readonly flash?: Flash
}

/**
 * Where a document is written. The island takes the place of the form; without script, each free section is a field of
 * plain text and the fixed ones are shown.
 */
export function EditorPage(props: EditorPageProps) {
  const { page, label, at, problems } = props
  return (
    <Shell
      page={page}
      title={`Editar ${label}`}
      breadcrumb={props.breadcrumb}
      hasErrors={problems.length > 0}
      flash={props.flash}
      islands={['document-editor.js']}
    >
      <DocumentStyle page={page} />
      <link rel="stylesheet" href={page.asset('document-editor.css')} />
      <Notices {...props} />
      <form
        class="form"
        method="post"
        action={at.self}
        novalidate
        data-editor
        data-conteudo-url={at.content}
        data-rascunho-url={at.draft}
        data-versao-url={at.version}
        data-assinar-url={at.signing}
        data-presenca-url={at.presence}
        data-assumir-url={at.takeOver}
        data-imagem-url={at.image}
        data-textos-url={at.texts}
        data-revisao-url={at.review}
        data-ditado-url={page.asset('dictation.js')}
        data-entrar-url="/entrar"
        data-documento={props.documentNumber}
        data-usuario={props.userId}
        data-titulo={label}
        data-csrf={props.formKeys.csrf}
      >
        <input type="hidden" name="_csrf" value={props.formKeys.csrf} />
        <input type="hidden" name="_chave" value={props.formKeys.idempotencyKey} />
        <input type="hidden" name="versao_base" value={String(props.baseVersion)} />
        <Message kind="warning">
          <p>
            Aqui o texto só fica guardado quando você aciona “Salvar versão”. O que for digitado se perde se você sair
            desta página antes.
          </p>
        </Message>
        <ErrorSummary errors={problems.map((message) => ({ message }))} />
        <Conflict {...props} />
        {props.content.content.map((section, index) => (
          <SectionPart key={section.attrs.key} section={section} name={nameOf(props.content, index)} {...props} />
        ))}
        {props.removed.length > 0 ? (
          <Checkbox
            name="confirma_retirada"
            label={`Retirar do texto: ${props.removed.join(', ')}`}
            hint="Para manter, ponha de volta no texto a marca entre colchetes duplos."
          />
        ) : null}
        <FormActions>
          <Button kind="primary" icon="check">
            Salvar versão
          </Button>
          {at.signing ? (
            <Button icon="sign" name="acao" value="assinar">
              Salvar e assinar
            </Button>
          ) : null}
          <LinkButton kind="quiet" href={at.document}>
            Sair do editor
          </LinkButton>
        </FormActions>
        <PlainTextHelp />
      </form>
    </Shell>
  )
}

function Notices(props: EditorPageProps) {
  const { at, formKeys } = props
  return (
    <>
      {props.dropsSignatures > 0 ? (
        <Message kind="warning">
          <p>
            {props.dropsSignatures === 1
              ? 'Este documento está assinado. Ao salvar uma mudança, a assinatura perde o efeito e será preciso assinar de novo.'
              : `Este documento tem ${props.dropsSignatures} assinaturas. Ao salvar uma mudança, elas perdem o efeito e será preciso assinar de novo.`}
          </p>
        </Message>
      ) : null}
      {props.unfilled.length > 0 ? (
        <Message kind="info">
          <p>
            Não há o que pôr no lugar de {props.unfilled.map((name) => `@${name}@`).join(', ')}. Escreva no texto o que
            for preciso.
          </p>
        </Message>
      ) : null}
      {props.ownDraft ? (
        <div data-aviso-de-rascunho>
          <Message kind="info">
            <p>
              Este é o seu rascunho, guardado <span data-rascunho-quando>{props.ownDraft.when}</span>, que ainda não é
              uma versão.
              {props.ownDraft.isBehind
                ? ' Depois dele, outra versão foi salva: ao salvar, você poderá comparar.'
                : null}
            </p>
            <DiscardDraft
              action={at.discard}
              csrf={formKeys.csrf}
              draft={props.ownDraft}
              rest={`A versão ${props.ownDraft.version}, já salva, continua como está.`}
            />
          </Message>
        </div>
      ) : null}
      {props.holderNotice ? (
        <Message kind="warning">
          <p>{props.holderNotice}</p>
          <form method="post" action={at.takeOver}>
            <input type="hidden" name="_csrf" value={formKeys.csrf} />
            <Button small icon="edit">
              Assumir a edição
            </Button>
          </form>
        </Message>
      ) : null}
    </>
  )
}

function Conflict({ comparison }: EditorPageProps) {
  if (!comparison) return null
  return (
    <section aria-labelledby="comparacao">
      <h2 id="comparacao">O que mudou: de {comparison.savedBy} para o que você digitou</h2>
      {/* The comparison escapes every word it shows. */}
      <div class="document-sheet" dangerouslySetInnerHTML={{ __html: comparison.html }} />
    </section>
  )
}

type SectionPartProps = EditorPageProps & { section: Section; name: string }

function SectionPart({ section, name, lockedHtml, typed }: SectionPartProps) {
  const { key, locked } = section.attrs
  if (locked) {
    return (
      <section class="document-section document-section--locked" aria-label={`${name} (não pode mudar)`}>
        <div dangerouslySetInnerHTML={{ __html: lockedHtml(section) }} />
      </section>
    )
  }
  const text = typed?.[key] ?? toPlainText(section)
  return <TextArea name={sectionField(key)} label={name} value={text} rows={rowsFor(section, text)} />
}

/** As many lines as the text takes, with room to go on, and no more than a screen. */
function rowsFor({ attrs }: Section, text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 110), 2)
  return Math.min(28, Math.max(attrs.kind === 'body' ? 14 : 3, lines))
}

function PlainTextHelp() {
  return (
    <Details summary="Como escrever títulos, listas e destaques">
      <ul>
        <li>Deixe uma linha em branco entre os parágrafos.</li>
        <li># antes de um título; ## antes de um subtítulo.</li>
        <li>- antes de cada item de lista; 1. antes de cada item numerado.</li>
        <li>**negrito**, *itálico*, __sublinhado__, ~~tachado~~.</li>
        <li>
          [[tabela 1]], [[imagem 1]] e marcas como estas guardam o lugar do que o texto simples não mostra: mova-as com
          o parágrafo, sem alterá-las.
        </li>
        <li>
          Nomes entre arrobas são preenchidos ao salvar:{' '}
          {Object.keys(VARIABLES)
            .slice(0, 8)
            .map((name) => `@${name}@`)
            .join(', ')}
          .
        </li>
      </ul>
    </Details>
  )
}

const sectionNames: Readonly<Record<SectionKind, string>> = {
  header: 'Cabeçalho',
  title: 'Título',
  body: 'Texto',
  signature: 'Assinatura',
  footer: 'Rodapé',
}

/** "Texto", or "Texto 2" where there are several of a kind. */
function nameOf(content: RichText, index: number): string {
  const kind = content.content[index]?.attrs.kind ?? 'body'
  const alike = content.content.filter(({ attrs }) => attrs.kind === kind)
  if (alike.length === 1) return sectionNames[kind]
  const place = content.content.slice(0, index + 1).filter(({ attrs }) => attrs.kind === kind).length
  return `${sectionNames[kind]} ${place}`
}
