import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  CheckboxList,
  errorOf,
  Form,
  FormActions,
  type FormError,
  LinkButton,
  Message,
  type PageContext,
  RadioGroup,
  Shell,
} from '../../../ui/index.ts'
import type { CaseFile } from '../../cases/index.ts'
import { type Document, documentLabel } from '../../documents/index.ts'
import type { Bundle } from '../bundle.ts'
import type { BundleKind } from '../moves/moves.rules.ts'
import { kindNames, stateNames } from '../words.text.ts'

export interface IncludePageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly caseFiles: readonly CaseFile[]
  /** Documents that may be signed: asked for by number, or all drafts of the case files. */
  readonly documents: readonly Document[]
  readonly chosen: readonly string[]
  readonly bundles: readonly Pick<Bundle, 'number' | 'kind' | 'description' | 'state'>[]
  readonly bundleNumber: string
  readonly problems: readonly FormError[]
}

/** Into which bundle: documents into one to be signed, case files into the others. */
export function IncludePage(props: IncludePageProps) {
  const { page, href, caseFiles, documents, problems } = props
  const single = caseFiles.length === 1 ? caseFiles[0] : undefined
  const back = single ? href(`/processos/${single.digits}`) : href('/mesa')
  return (
    <Shell
      page={page}
      title="Incluir em bloco"
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={[
        { label: 'Mesa', href: href('/mesa') },
        ...(single ? [{ label: single.number, href: back }] : []),
        { label: 'Incluir em bloco' },
      ]}
    >
      <Form {...props.formKeys} action={href('/blocos/inclusao')} errors={problems}>
        {caseFiles.length > 0 ? (
          <ul class="chosen-case-files">
            {caseFiles.map((caseFile) => (
              <li key={caseFile.digits}>
                <input type="hidden" name="processo" value={caseFile.digits} />
                <strong class="nowrap">{caseFile.number}</strong> · {caseFile.typeName}
              </li>
            ))}
          </ul>
        ) : null}
        {documents.length > 0 ? (
          <CheckboxList
            name="documento"
            label="Documentos (para bloco de assinatura)"
            values={props.chosen}
            error={errorOf(problems, 'documento')}
            options={documents.map((document) => ({
              value: document.number,
              label: documentLabel(document),
              hint: document.caseFile.number,
            }))}
          />
        ) : null}
        <BundleChoice {...props} />
        <FormActions>
          <Button kind="primary" icon="bundle">
            Incluir
          </Button>
          <Button name="ato" value="disponibilizar" icon="send">
            Incluir e disponibilizar
          </Button>
          <LinkButton kind="quiet" href={back}>
            Voltar sem incluir
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}

function BundleChoice({ bundles, bundleNumber, problems, caseFiles, documents, href }: IncludePageProps) {
  const fitting = bundles.filter(({ kind }) => (kind === 'signature' ? documents : caseFiles).length > 0)
  const query = new URLSearchParams([
    ...documents.map(({ number }) => ['documento', number] as [string, string]),
    ...caseFiles.map(({ digits }) => ['processo', digits] as [string, string]),
  ])
  const kind: BundleKind = documents.length > 0 ? 'signature' : 'internal'
  const make = href(`/blocos/novo?tipo=${kind === 'signature' ? 'assinatura' : 'internos'}&${query}`)
  return (
    <>
      {fitting.length === 0 ? (
        <Message kind="info" title="Nenhum bloco desta unidade está aberto a inclusões">
          <p>Crie um bloco; o que foi escolhido entra nele.</p>
        </Message>
      ) : (
        <RadioGroup
          name="bloco"
          label="Bloco"
          required
          value={bundleNumber}
          error={errorOf(problems, 'bloco')}
          options={fitting.map(({ number, kind: ofKind, description, state }) => ({
            value: number,
            label: `${kindNames[ofKind]} ${number} (${stateNames[state]})`,
            hint: description,
          }))}
        />
      )}
      <p>
        <LinkButton icon="plus" href={make}>
          Criar um bloco com isto
        </LinkButton>
      </p>
    </>
  )
}
