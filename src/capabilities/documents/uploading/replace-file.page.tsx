import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  type Crumb,
  errorOf,
  FileField,
  Form,
  FormActions,
  LinkButton,
  Message,
  type PageContext,
  Shell,
} from '../../../ui/index.ts'
import { DocumentStyle } from '../document-style.page.tsx'
import { limitsOf, WaitingFiles } from './include-files.page.tsx'
import type { FileOffer } from './offer-upload.ts'
import { OriginFields } from './origin-fields.page.tsx'
import type { ReceivedFile } from './receive-files.ts'

export interface ReplaceFilePageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly label: string
  readonly offer: FileOffer
  readonly typed: { readonly origin: string; readonly conferenceKindId: string }
  readonly waiting: readonly ReceivedFile[]
  readonly dropsCertifications: boolean
  readonly problems: readonly { readonly field?: string; readonly message: string }[]
  readonly action: string
  readonly backHref: string
}

/** Another file in the place of one that nobody outside the unit has seen. */
export function ReplaceFilePage(props: ReplaceFilePageProps) {
  const problems = props.problems.map((problem) => ({ ...problem, field: problem.field ?? '' }))
  return (
    <Shell
      page={props.page}
      title={`Substituir o arquivo de ${props.label}`}
      breadcrumb={props.breadcrumb}
      width="text"
      hasErrors={problems.length > 0}
    >
      <DocumentStyle page={props.page} />
      {props.dropsCertifications ? (
        <Message kind="warning">
          <p>O documento está autenticado: com outro arquivo, a autenticação perde o efeito.</p>
        </Message>
      ) : null}
      <Form {...props.formKeys} action={props.action} errors={props.problems} multipart>
        <FileField
          name="arquivos"
          label={props.waiting.length > 0 ? 'Outro arquivo' : 'Novo arquivo'}
          accept={props.offer.accept}
          limits={limitsOf(props.offer)}
          error={errorOf(problems, 'arquivos')}
        />
        <WaitingFiles files={props.waiting} />
        <OriginFields offer={props.offer} typed={props.typed} problems={problems} />
        <FormActions>
          <Button kind="primary" icon="upload">
            Substituir o arquivo
          </Button>
          <LinkButton kind="quiet" href={props.backHref}>
            Voltar ao documento
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}
