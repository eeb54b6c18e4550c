import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Card,
  CopyButton,
  type Crumb,
  DateTime,
  FormActions,
  LinkButton,
  Message,
  type PageContext,
  Shell,
} from '../../../ui/index.ts'
import { DocumentStyle } from '../document-style.page.tsx'
import { DiscardDraft, type DraftToDiscard } from './discard-draft.page.tsx'

interface StrandedDraftProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly label: string
  readonly refusals: readonly string[]
  readonly backHref: string
  readonly documentNumber: string
  readonly userId: string
  readonly discardHref: string
  readonly draft: StrandedDraft | undefined
}

/** What was typed, to be read and to be copied. */
export interface StrandedDraft extends DraftToDiscard {
  readonly html: string
  readonly plainText: string
  readonly savedAt: Date
  readonly session: string
  readonly sequence: number
}

/**
 * A document cannot be written in now: why, the way back, and what this person typed before, which is not lost for it: on
 * the server, and in this browser, where the island shows it.
 */
export function StrandedDraftPage(props: StrandedDraftProps) {
  const { page, label, draft } = props
  return (
    <Shell
      page={page}
      title={`Editar ${label}`}
      breadcrumb={props.breadcrumb}
      width="text"
      islands={['document-editor.js']}
    >
      <Message kind="warning" title="Não é possível agora">
        {props.refusals.map((refusal) => (
          <p key={refusal}>{refusal}</p>
        ))}
      </Message>
      {draft ? <Draft {...props} draft={draft} /> : null}
      <div
        data-digitado-aqui
        data-documento={props.documentNumber}
        data-usuario={props.userId}
        data-sessao={draft?.session}
        data-sequencia={draft?.sequence}
      />
      <p>
        <LinkButton href={props.backHref}>Voltar ao documento</LinkButton>
      </p>
    </Shell>
  )
}

function Draft({ page, formKeys, discardHref, draft }: StrandedDraftProps & { readonly draft: StrandedDraft }) {
  return (
    <Card title="O que você digitou e não está no documento" icon="edit" id="rascunho">
      <DocumentStyle page={page} />
      <p>
        Foi guardado <DateTime value={draft.savedAt} now={page.now} /> e não pode mais ser salvo neste documento. Só
        você vê este texto. Copie o que quiser aproveitar e descarte o rascunho.
      </p>
      {/* Every word of it was escaped when it was made from the closed schema. */}
      <div class="document-sheet prose" dangerouslySetInnerHTML={{ __html: draft.html }} />
      <FormActions>
        <CopyButton text={draft.plainText} what="o texto do rascunho">
          Copiar o texto
        </CopyButton>
      </FormActions>
      <DiscardDraft
        action={discardHref}
        csrf={formKeys.csrf}
        draft={draft}
        rest="Copie antes o que quiser aproveitar."
      />
    </Card>
  )
}
