import type { FormKeys } from '../../../../platform/form-keys.ts'
import {
  Button,
  Card,
  DateTime,
  Form,
  FormActions,
  type FormError,
  LinkButton,
  Message,
  type PageContext,
  Shell,
} from '../../../../ui/index.ts'
import type { DocumentToSign } from '../offer-signing.ts'
import { shownValue } from '../sign-documents.form.ts'
import {
  CapacityField,
  NoCapacities,
  NotNow,
  signingCrumbs,
  TextToSign,
  Warnings,
  WhatIsSigned,
} from '../signing-parts.page.tsx'

interface Common {
  readonly page: PageContext
  readonly href: (path: string) => string
  /** What came of going there before. */
  readonly notice: string | undefined
}

/** The first step for one document: in what capacity, and the text that will be signed. */
export function BeginWithGovBrPage(
  props: Common & {
    readonly formKeys: FormKeys
    readonly one: DocumentToSign
    readonly html: string | undefined
    readonly capacities: readonly string[]
    readonly capacity: string
    readonly problems: readonly FormError[]
  },
) {
  const { one, href, page, problems, capacities } = props
  const back = href(`/documentos/${one.document.number}/assinatura`)
  const isFree = one.reasons.length === 0 && one.shown
  return (
    <Shell
      page={page}
      title="Assinar com gov.br"
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={signingCrumbs(one, href, 'gov.br')}
    >
      <WhatIsSigned one={one} page={page} />
      {isFree ? <Notice text={props.notice} /> : null}
      {!isFree || !one.shown ? (
        <NotNow one={one} back={href(`/documentos/${one.document.number}`)} />
      ) : capacities.length === 0 ? (
        <NoCapacities unit={page.actor?.unit.acronym ?? ''} />
      ) : (
        <>
          <p>
            Você vai ao gov.br, autoriza a assinatura com a sua conta de nível prata ou ouro e volta para cá. O texto
            não sai deste sistema: o gov.br recebe só um resumo em código.
          </p>
          <Form {...props.formKeys} action={`${back}/govbr`} errors={problems}>
            <input type="hidden" name="documento" value={shownValue(one.shown)} />
            <Warnings one={one} />
            <CapacityField page={page} capacities={capacities} chosen={props.capacity} problems={problems} />
            <FormActions>
              <Button kind="primary" icon="sign">
                Continuar
              </Button>
              <LinkButton kind="quiet" href={back}>
                Voltar
              </LinkButton>
            </FormActions>
          </Form>
        </>
      )}
      <TextToSign html={props.html} />
    </Shell>
  )
}

/** The second step: what will be authorized, and the way to gov.br. It is a link: no form leads out of the installation. */
export function GoToGovBrPage(
  props: Common & {
    readonly visit: {
      readonly token: string
      readonly capacity: string
      readonly back: string
      readonly expiresAt: Date
    }
    readonly documents: readonly DocumentToSign[]
  },
) {
  const { page, href, visit, documents } = props
  const [first, ...others] = documents
  const only = first && others.length === 0 ? first : undefined
  const back = only ? `/documentos/${only.document.number}/assinatura` : visit.back || '/mesa'
  return (
    <Shell
      page={page}
      title="Autorizar a assinatura no gov.br"
      width="text"
      breadcrumb={
        only
          ? signingCrumbs(only, href, 'gov.br')
          : [{ label: 'Mesa', href: href('/mesa') }, { label: 'Assinar com gov.br' }]
      }
    >
      <Notice text={props.notice} />
      <Card
        title={only ? 'Documento a assinar' : `${documents.length} documentos a assinar`}
        icon="document"
        id="documentos"
      >
        <ul>
          {documents.map(({ document, label }) => (
            <li key={document.number}>{label}</li>
          ))}
        </ul>
        <p>
          Você assina como {page.actor?.name}, {visit.capacity}.
        </p>
      </Card>
      <div class="prose">
        <ol>
          <li>
            <p>Vá ao gov.br e entre com a sua conta, de nível prata ou ouro.</p>
          </li>
          <li>
            <p>Confirme a autorização com o código que o gov.br manda ao seu celular.</p>
          </li>
          <li>
            <p>
              O gov.br traz você de volta, e {only ? 'o documento fica assinado' : 'os documentos ficam assinados'}.
            </p>
          </li>
        </ol>
        <p>
          Esta preparação vale até <DateTime value={visit.expiresAt} now={page.now} />.
        </p>
      </div>
      <FormActions>
        <LinkButton kind="primary" icon="sign" href={href(`/assinatura/govbr/ida?ida=${visit.token}`)}>
          Ir para o gov.br
        </LinkButton>
        <LinkButton kind="quiet" href={href(back)}>
          Voltar sem assinar
        </LinkButton>
      </FormActions>
    </Shell>
  )
}

/** Where there is no visit of this session, or none that is still good. */
export function NoGovBrVisitPage({ page, href, notice }: Common) {
  return (
    <Shell
      page={page}
      title="Assinar com gov.br"
      width="text"
      breadcrumb={[{ label: 'Mesa', href: href('/mesa') }, { label: 'Assinar com gov.br' }]}
    >
      <Notice text={notice} />
      <p>
        <LinkButton href={href('/mesa')}>Voltar à mesa</LinkButton>
      </p>
    </Shell>
  )
}

function Notice({ text }: { text: string | undefined }) {
  if (!text) return null
  return (
    <Message kind="warning" title="Nada foi assinado agora" live focused>
      <p>{text}</p>
    </Message>
  )
}
