import type { ComponentChildren } from 'preact'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  type Crumb,
  EmptyState,
  errorOf,
  Form,
  FormActions,
  type FormError,
  Link,
  LinkButton,
  Message,
  type PageContext,
  PasswordField,
  Shell,
  Table,
} from '../../../ui/index.ts'
import { SignatureStamps } from '../stamps/signature-stamps.page.tsx'
import type { DocumentToSign, SigningOffer } from './offer-signing.ts'
import { type SigningTyped, shownValue } from './sign-documents.form.ts'
import {
  CapacityField,
  NoCapacities,
  NotNow,
  SavedBy,
  signingCrumbs,
  TextToSign,
  Warnings,
  WhatIsSigned,
} from './signing-parts.page.tsx'

export interface SigningPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly offer: SigningOffer
  readonly typed: Pick<SigningTyped, 'capacity' | 'back'> & { readonly chosen?: readonly string[] | undefined }
  readonly problems: readonly FormError[]
}

/** One document: in what capacity, the password, and below them the very text that will be signed. */
export function SignOnePage(
  props: SigningPageProps & {
    readonly one: DocumentToSign
    readonly html: string | undefined
    /** Whether a certificate may sign here. */
    readonly takesCertificates: boolean
    readonly takesGovBr: boolean
  },
) {
  const { one, href, html } = props
  const { document } = one
  const back = href(`/documentos/${document.number}`)
  const onlyByCertificate = one.needsCertificate && one.mayByCertificate && props.takesCertificates
  return (
    <Shell
      page={props.page}
      title="Assinar documento"
      width="text"
      hasErrors={props.problems.length > 0}
      breadcrumb={signingCrumbs(one, href)}
    >
      <WhatIsSigned one={one} page={props.page} />
      <SignatureStamps signatures={one.signatures} />
      {onlyByCertificate ? (
        <OnlyByCertificate back={back} />
      ) : one.reasons.length > 0 || !one.shown ? (
        <NotNow one={one} back={back} />
      ) : (
        <Form {...props.formKeys} action={href(`/documentos/${document.number}/assinatura`)} errors={props.problems}>
          <input type="hidden" name="documento" value={shownValue(one.shown)} />
          <Warnings one={one} />
          <SignerFields {...props} back={back} label="Assinar" focused={beginsWithFields(one, props)} />
        </Form>
      )}
      {one.needsCertificate && !props.takesCertificates ? <NoCertificatesHere /> : null}
      {onlyByCertificate ? null : <OtherWays {...props} here={`${back}/assinatura`} />}
      <TextToSign html={html} />
    </Shell>
  )
}

/** The one way that is open, where a password would be refused. */
function OnlyByCertificate({ back }: { back: string }) {
  return (
    <>
      <Message kind="info" title="Este documento é assinado com certificado digital">
        <p>
          Documentos deste tipo exigem assinatura qualificada, com certificado digital da ICP-Brasil. A senha não basta.
        </p>
      </Message>
      <FormActions>
        <LinkButton kind="primary" icon="sign" href={`${back}/assinatura/certificado`}>
          Assinar com certificado digital
        </LinkButton>
        <LinkButton kind="quiet" href={back}>
          Voltar sem assinar
        </LinkButton>
      </FormActions>
    </>
  )
}

function NoCertificatesHere() {
  return (
    <p>
      Esta instalação ainda não recebe assinaturas com certificado digital. Peça à administração do sistema que as
      habilite.
    </p>
  )
}

function OtherWays(props: { here: string; one: DocumentToSign; takesCertificates: boolean; takesGovBr: boolean }) {
  const { here, one } = props
  const takesCertificates = props.takesCertificates && one.mayByCertificate
  const takesGovBr = props.takesGovBr && one.mayByGovBr
  if (!one.shown || !(takesCertificates || takesGovBr || one.mayOthers)) return null
  return (
    <Card title="Outras formas de assinar" icon="sign" id="outras-formas">
      <ul>
        {takesGovBr ? (
          <li>
            <Link href={`${here}/govbr`}>Assinar com gov.br</Link>, com a sua conta de nível prata ou ouro
          </li>
        ) : null}
        {takesCertificates ? (
          <li>
            <Link href={`${here}/certificado`}>Assinar com certificado digital (ICP-Brasil)</Link>
          </li>
        ) : null}
        {one.mayOthers ? (
          <li>
            <Link href={`${here}/outra-pessoa`}>Assinar como outra pessoa</Link>, que está aqui com você e usa a senha
            dela
          </li>
        ) : null}
      </ul>
    </Card>
  )
}

/** Many documents: which of them, then the capacity and the password once. */
export function SignManyPage(props: SigningPageProps & { readonly takesGovBr: boolean }) {
  const { offer, href, typed } = props
  const free = offer.documents.filter(({ reasons, shown }) => reasons.length === 0 && shown)
  const others = offer.documents.filter((one) => !free.includes(one))
  const breadcrumb: Crumb[] = [{ label: 'Mesa', href: href('/mesa') }, { label: 'Assinar documentos' }]
  return (
    <Shell page={props.page} title="Assinar documentos" hasErrors={props.problems.length > 0} breadcrumb={breadcrumb}>
      {offer.more ? (
        <p>Estes são os primeiros {offer.documents.length} documentos; os outros ficam para depois.</p>
      ) : null}
      {free.length === 0 ? (
        <EmptyState
          title="Nenhum documento para assinar"
          icon="sign"
          action={<LinkButton href={href(typed.back ?? '/mesa')}>Voltar</LinkButton>}
        >
          Não há minutas desta unidade que você possa assinar agora nos processos escolhidos.
        </EmptyState>
      ) : (
        <Form {...props.formKeys} action={href('/assinatura')} errors={props.problems}>
          {offer.documents.map(({ document }) => (
            <input type="hidden" name="oferecido" value={document.number} key={document.number} />
          ))}
          <Table
            id="campo-documento"
            caption="Documentos que serão assinados"
            rows={free}
            rowKey={({ document }) => document.number}
            selection={{
              name: 'documento',
              value: ({ shown }) => (shown ? shownValue(shown) : ''),
              label: ({ label }) => label,
              checked: ({ document }) => typed.chosen?.includes(document.number) ?? true,
            }}
            columns={[
              {
                key: 'document',
                header: 'Documento',
                rowHeader: true,
                cell: ({ document, label }) => <Link href={href(`/documentos/${document.number}`)}>{label}</Link>,
              },
              { key: 'case', header: 'Processo', cell: ({ document }) => document.caseFile.number, width: 'narrow' },
              { key: 'saved', header: 'Última versão', cell: (one) => <SavedBy one={one} page={props.page} /> },
              { key: 'warning', header: 'Atenção', cell: ({ warnings }) => warnings.join(' ') || '—' },
            ]}
          />
          {typed.back ? <input type="hidden" name="volta" value={typed.back} /> : null}
          <SignerFields
            {...props}
            back={href(typed.back ?? '/mesa')}
            label="Assinar os documentos marcados"
            govBrAction={props.takesGovBr ? href('/assinatura/govbr') : undefined}
          />
        </Form>
      )}
      {others.length > 0 ? <Others others={others} href={href} /> : null}
    </Shell>
  )
}

/** What came of signing many. */
export function SignedPage({
  page,
  href,
  children,
}: {
  page: PageContext
  href: (path: string) => string
  children: ComponentChildren
}) {
  return (
    <Shell
      page={page}
      title="Resultado da assinatura"
      width="text"
      breadcrumb={[{ label: 'Mesa', href: href('/mesa') }, { label: 'Resultado da assinatura' }]}
    >
      {children}
      <p>
        <LinkButton href={href('/mesa')}>Voltar à mesa</LinkButton>
      </p>
    </Shell>
  )
}

type FieldsProps = Pick<SigningPageProps, 'page' | 'offer' | 'typed' | 'problems'> & {
  back: string
  label: string
  /** The page begins with these fields. */
  focused?: boolean
  /** Where the form goes instead, without the password, to be signed at gov.br. */
  govBrAction?: string | undefined
}

/** What warns stands above the fields and is read first. */
function beginsWithFields({ warnings }: DocumentToSign, { problems }: SigningPageProps): boolean {
  return warnings.length === 0 && problems.length === 0
}

function SignerFields({ page, offer, typed, problems, back, label, focused, govBrAction }: FieldsProps) {
  if (offer.capacities.length === 0) return <NoCapacities unit={page.actor?.unit.acronym ?? ''} />
  return (
    <>
      <CapacityField
        page={page}
        capacities={offer.capacities}
        chosen={typed.capacity}
        problems={problems}
        focused={focused && offer.capacities.length > 1}
      />
      <PasswordField
        name="senha"
        label="Senha"
        hint="A mesma com que você entra no sistema. Ela é pedida a cada assinatura."
        required
        focused={focused && offer.capacities.length === 1}
        error={errorOf(problems, 'senha')}
      />
      <FormActions>
        <Button kind="primary" icon="sign">
          {label}
        </Button>
        {govBrAction ? (
          <Button icon="sign" formAction={govBrAction} skipsChecks>
            Assinar com gov.br, sem a senha
          </Button>
        ) : null}
        <LinkButton kind="quiet" href={back}>
          Voltar sem assinar
        </LinkButton>
      </FormActions>
    </>
  )
}

function Others({ others, href }: { others: readonly DocumentToSign[]; href: (path: string) => string }) {
  return (
    <Card title="Não podem ser assinados agora" icon="info" id="outros">
      <ul>
        {others.map(({ document, label, reasons }) => (
          <li key={document.number}>
            <Link href={href(`/documentos/${document.number}`)}>{label}</Link>: {reasons.join(' ')}
          </li>
        ))}
      </ul>
    </Card>
  )
}
