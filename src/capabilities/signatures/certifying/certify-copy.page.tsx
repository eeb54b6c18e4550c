import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  Checkbox,
  DescriptionList,
  errorOf,
  Form,
  FormActions,
  type FormError,
  LinkButton,
  Message,
  type PageContext,
  PasswordField,
  Select,
  Shell,
} from '../../../ui/index.ts'
import { type FileToRead, FileView } from '../../documents/index.ts'
import { NoCapacities } from '../signing/signing-parts.page.tsx'
import { SignatureStamps } from '../stamps/signature-stamps.page.tsx'
import type { CertifyingTyped } from './certify-copy.form.ts'
import type { CertifyingOffer } from './offer-certifying.ts'

export interface CertifyingPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly offer: CertifyingOffer
  readonly file: FileToRead | undefined
  readonly typed: CertifyingTyped
  readonly problems: readonly FormError[]
}

/** The copy to look at, the declaration, and the password. */
export function CertifyingPage(props: CertifyingPageProps) {
  const { page, href, offer, file } = props
  const { document, label, reasons } = offer
  const back = href(`/documentos/${document.number}`)
  return (
    <Shell
      page={page}
      title="Autenticar cópia digitalizada"
      width="text"
      hasErrors={props.problems.length > 0}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        { label: document.caseFile.number, href: href(`/processos/${document.caseFile.digits}`) },
        { label, href: back },
        { label: 'Autenticar' },
      ]}
    >
      <DescriptionList
        items={[
          { term: 'Documento', description: label },
          { term: 'Conferência', description: document.file?.conferenceKindName ?? '—' },
          { term: 'Arquivo', description: document.file?.fileName ?? '—' },
        ]}
      />
      <SignatureStamps signatures={offer.certifications} />
      {reasons.length > 0 ? (
        <>
          <Message kind="warning" title="Este documento não pode ser autenticado agora">
            {reasons.map((reason) => (
              <p key={reason}>{reason}</p>
            ))}
          </Message>
          <p>
            <LinkButton href={back}>Voltar ao documento</LinkButton>
          </p>
        </>
      ) : (
        <CertifyingForm {...props} back={back} />
      )}
      {file && reasons.length === 0 ? (
        <Card title="Arquivo que será autenticado" icon="scan" id="arquivo">
          <FileView file={file} label={label} />
        </Card>
      ) : null}
    </Shell>
  )
}

function CertifyingForm({
  page,
  formKeys,
  href,
  offer,
  typed,
  problems,
  back,
}: CertifyingPageProps & { back: string }) {
  const { document, capacities } = offer
  const unit = page.actor?.unit.acronym ?? ''
  if (capacities.length === 0) return <NoCapacities unit={unit} />
  return (
    <Form {...formKeys} action={href(`/documentos/${document.number}/autenticacao`)} errors={problems}>
      <input type="hidden" name="resumo" value={document.file?.sha256 ?? ''} />
      <Checkbox
        name="conferi"
        label="Declaro que conferi esta cópia com o documento original"
        required
        checked={typed.compared}
        error={errorOf(problems, 'conferi')}
      />
      <Select
        name="cargo"
        label="Cargo ou função"
        hint={`Você autentica como ${page.actor?.name ?? ''}, na unidade ${unit}.`}
        required
        value={typed.capacity || capacities[0]}
        options={capacities.map((title) => ({ value: title, label: title }))}
        error={errorOf(problems, 'cargo')}
      />
      <PasswordField
        name="senha"
        label="Senha"
        hint="A mesma com que você entra no sistema."
        required
        error={errorOf(problems, 'senha')}
      />
      <FormActions>
        <Button kind="primary" icon="stamp">
          Autenticar
        </Button>
        <LinkButton kind="quiet" href={back}>
          Voltar sem autenticar
        </LinkButton>
      </FormActions>
    </Form>
  )
}
