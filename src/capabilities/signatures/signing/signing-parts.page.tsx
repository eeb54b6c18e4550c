import {
  Card,
  type Crumb,
  DateTime,
  errorOf,
  FormActions,
  type FormError,
  LinkButton,
  Message,
  type PageContext,
  Select,
} from '../../../ui/index.ts'
import type { DocumentToSign } from './offer-signing.ts'

/** The way to a page of signing; `step` where it is one below the first. */
export function signingCrumbs(one: DocumentToSign, href: (path: string) => string, step?: string): Crumb[] {
  const { document, label } = one
  const back = href(`/documentos/${document.number}`)
  return [
    { label: 'Mesa', href: href('/mesa') },
    { label: document.caseFile.number, href: href(`/processos/${document.caseFile.digits}`) },
    { label, href: back },
    ...(step ? [{ label: 'Assinar', href: `${back}/assinatura` }, { label: step }] : [{ label: 'Assinar' }]),
  ]
}

/** The very words that will be signed. */
export function TextToSign({ html }: { readonly html: string | undefined }) {
  if (html === undefined) return null
  return (
    <Card title="Texto do documento" icon="document" id="texto">
      {/* Every word of it was escaped when it was made from the closed schema. */}
      <article class="document-sheet prose" dangerouslySetInnerHTML={{ __html: html }} />
    </Card>
  )
}

/** Where a unit has no capacity, nobody can sign in its name. */
export function NoCapacities({ unit }: { unit: string }) {
  return (
    <Message kind="warning" title="A unidade ainda não tem cargos cadastrados">
      <p>
        Peça à administração do sistema que cadastre os cargos e funções da unidade {unit}. Sem eles não é possível
        assinar.
      </p>
    </Message>
  )
}

/** Which document is signed, in which version. */
export function WhatIsSigned({ one, page }: { one: DocumentToSign; page: PageContext }) {
  return (
    <p class="signing__document">
      <strong>{one.label}</strong>
      <br />
      <SavedBy one={one} page={page} />
    </p>
  )
}

/** In what capacity one signs oneself: one of those that the unit has. */
export function CapacityField(props: {
  page: PageContext
  capacities: readonly string[]
  /** As chosen before; '' for the first. */
  chosen: string
  problems: readonly FormError[]
  focused?: boolean | undefined
}) {
  const { page, capacities } = props
  return (
    <Select
      name="cargo"
      width="long"
      label="Cargo ou função"
      hint={`Você assina como ${page.actor?.name ?? ''}, na unidade ${page.actor?.unit.acronym ?? ''}.`}
      required
      focused={props.focused}
      value={props.chosen || capacities[0]}
      options={capacities.map((title) => ({ value: title, label: title }))}
      error={errorOf(props.problems, 'cargo')}
    />
  )
}

/** Which version it is, and who saved it. */
export function SavedBy({ one, page }: { one: DocumentToSign; page: PageContext }) {
  if (!one.savedAt || !one.shown) return null
  return (
    <span class="secondary">
      Versão {one.shown.version}, salva por {one.savedBy} <DateTime value={one.savedAt} now={page.now} />
    </span>
  )
}

/** What to look at before signing. */
export function Warnings({ one }: { one: DocumentToSign }) {
  if (one.warnings.length === 0) return null
  return (
    <Message kind="warning" title="Confira antes de assinar">
      {one.warnings.map((warning) => (
        <p key={warning}>{warning}</p>
      ))}
    </Message>
  )
}

/** Why the document cannot be signed, and the way on. */
export function NotNow({ one: { reasons, document }, back }: { one: DocumentToSign; back: string }) {
  return (
    <>
      <Message kind="warning" title="Este documento não pode ser assinado agora">
        {reasons.map((reason) => (
          <p key={reason}>{reason}</p>
        ))}
      </Message>
      <FormActions>
        {document.review && document.review.openSuggestions > 0 ? (
          <LinkButton kind="primary" icon="eye" href={`${back}/revisao`}>
            Abrir a revisão
          </LinkButton>
        ) : null}
        <LinkButton href={back}>Voltar ao documento</LinkButton>
      </FormActions>
    </>
  )
}
