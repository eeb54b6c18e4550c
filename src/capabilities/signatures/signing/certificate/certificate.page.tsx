import type { FormKeys } from '../../../../platform/form-keys.ts'
import {
  Button,
  DateTime,
  errorOf,
  FileField,
  Form,
  FormActions,
  type FormError,
  LinkButton,
  type PageContext,
  Shell,
} from '../../../../ui/index.ts'
import type { DocumentToSign } from '../offer-signing.ts'
import { shownValue } from '../sign-documents.form.ts'
import { CapacityField, NoCapacities, NotNow, signingCrumbs, TextToSign, WhatIsSigned } from '../signing-parts.page.tsx'

interface CertificatePageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly one: DocumentToSign
  readonly html: string | undefined
  readonly capacities: readonly string[]
  readonly capacity: string
  readonly problems: readonly FormError[]
}

/** The first step: in what capacity, and the text that will be signed. */
export function BeginWithCertificatePage(props: CertificatePageProps) {
  const { one, href, page, problems, capacities } = props
  const back = href(`/documentos/${one.document.number}/assinatura`)
  return (
    <Frame {...props}>
      {one.reasons.length > 0 || !one.shown ? (
        <NotNow one={one} back={href(`/documentos/${one.document.number}`)} />
      ) : capacities.length === 0 ? (
        <NoCapacities unit={page.actor?.unit.acronym ?? ''} />
      ) : (
        <>
          <p>
            Você vai baixar uma declaração, que identifica o documento e o seu texto, assiná-la no assinador do seu
            computador com o seu certificado e enviar de volta o arquivo da assinatura. Nada precisa ser instalado no
            navegador.
          </p>
          <Form {...props.formKeys} action={`${back}/certificado`} errors={problems}>
            <input type="hidden" name="documento" value={shownValue(one.shown)} />
            <CapacityField page={page} capacities={capacities} chosen={props.capacity} problems={problems} />
            <FormActions>
              <Button kind="primary" icon="sign">
                Preparar a declaração
              </Button>
              <LinkButton kind="quiet" href={back}>
                Voltar
              </LinkButton>
            </FormActions>
          </Form>
        </>
      )}
    </Frame>
  )
}

/** The second step: the declaration to be downloaded, and the field for what the signer's program made of it. */
export function SendSignaturePage(
  props: CertificatePageProps & { readonly attempt: { readonly token: string; readonly expiresAt: Date } },
) {
  const { one, href, page, problems, attempt } = props
  const here = href(`/documentos/${one.document.number}/assinatura/certificado`)
  return (
    <Frame {...props}>
      <div class="prose">
        <ol>
          <li>
            <p>
              Baixe a declaração. Ela vale para uma assinatura, até{' '}
              <DateTime value={attempt.expiresAt} now={page.now} />, como {props.capacity}.
            </p>
            <p>
              <LinkButton href={`${here}/declaracao?tentativa=${attempt.token}`} icon="download">
                Baixar a declaração
              </LinkButton>
            </p>
          </li>
          <li>
            <p>
              Assine esse arquivo no seu assinador, com o seu certificado da ICP-Brasil: assinatura destacada, no padrão
              CAdES ou CMS, com SHA-256. Não abra nem salve a declaração em outro programa antes.
            </p>
          </li>
          <li>
            <p>Envie aqui o arquivo que o assinador gravou.</p>
          </li>
        </ol>
      </div>
      <Form {...props.formKeys} action={`${here}/envio`} errors={problems} multipart>
        <input type="hidden" name="tentativa" value={attempt.token} />
        <FileField
          name="arquivo"
          label="Arquivo da assinatura"
          accept=".p7s,.pem,.der,.cms,.p7m"
          limits="Arquivo .p7s de até 1 MB."
          error={errorOf(problems, 'arquivo')}
        />
        <FormActions>
          <Button kind="primary" icon="sign">
            Assinar com esta assinatura
          </Button>
          <LinkButton kind="quiet" href={here}>
            Baixar outra declaração
          </LinkButton>
        </FormActions>
      </Form>
    </Frame>
  )
}

function Frame(props: CertificatePageProps & { children: unknown }) {
  const { one, href } = props
  return (
    <Shell
      page={props.page}
      title="Assinar com certificado digital"
      width="text"
      hasErrors={props.problems.length > 0}
      breadcrumb={signingCrumbs(one, href, 'Certificado digital')}
    >
      <WhatIsSigned one={one} page={props.page} />
      {props.children as never}
      <TextToSign html={props.html} />
    </Shell>
  )
}
