import type { FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  Checkbox,
  Form,
  FormActions,
  type FormError,
  Link,
  LinkButton,
  Message,
  type PageContext,
  SearchField,
  SearchForm,
  Select,
  Shell,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { bindFields } from '../../organization/index.ts'
import { formatWords, serviceWords } from './letter.text.ts'
import { formats, services, states } from './letter.ts'
import type { LetterRow } from './letters.queries.ts'
import { type DocumentToPost, LettersBefore, postingCrumbs } from './not-posted.page.tsx'

interface AskLetterPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly href: (path: string) => string
  readonly document: DocumentToPost
  readonly fields: FormFields
  readonly problems: readonly FormError[]
  /** Names to begin with: who is interested in the case file. */
  readonly names: readonly string[]
  readonly sought: string
  /** Those of this document that were asked for before. */
  readonly letters: readonly LetterRow[]
  readonly contacts: readonly { readonly id: string; readonly label: string; readonly city: string }[]
}

/** Asks for the posting of a signed document. */
export function AskLetterPage(props: AskLetterPageProps) {
  const { page, formKeys, href, document, fields, problems, names } = props
  const bound = bindFields(
    fields,
    problems.map(({ field = '', message }) => ({ field, message })),
  )
  const back = href(`/documentos/${document.number}`)
  return (
    <Shell
      page={page}
      title={`Postar ${document.label}`}
      width="text"
      hasErrors={problems.length > 0}
      breadcrumb={postingCrumbs(href, document)}
      lead={
        <p>
          A unidade que posta recebe o pedido, prepara o envelope e registra aqui o código, a entrega e a volta do AR.
        </p>
      }
    >
      <LettersBefore {...props} />
      <Contacts {...props} />
      <Form {...formKeys} action={href(`/documentos/${document.number}/postagem`)} errors={problems}>
        <input type="hidden" name="contato" value={bound.text('contato').value} />
        <TextField {...bound.text('destinatario')} label="Destinatário" required maxLength={200} suggestions={names} />
        <TextArea
          {...bound.text('endereco')}
          label="Endereço"
          hint="Rua, número, complemento e bairro, como no envelope; até quatro linhas."
          rows={3}
          required
          maxLength={400}
        />
        <TextField {...bound.text('cidade')} label="Município" required maxLength={100} width="long" />
        <Select
          {...bound.text('uf')}
          label="Estado"
          emptyLabel="Escolha…"
          required
          width="short"
          options={states.map((state) => ({ value: state, label: state }))}
        />
        <TextField {...bound.text('cep')} label="CEP" required inputMode="numeric" maxLength={9} width="short" />
        <Select
          {...bound.text('servico')}
          label="Serviço"
          required
          width="medium"
          options={services.map((service) => ({ value: service, label: serviceWords[service] }))}
        />
        <Checkbox {...bound.flag('ar')} label="Com aviso de recebimento (AR)" />
        <Select
          {...bound.text('formato')}
          label="Formato"
          required
          width="medium"
          options={formats.map((format) => ({ value: format, label: formatWords[format] }))}
        />
        <TextField
          {...bound.text('anexos')}
          label="Anexos que vão junto"
          hint="Números dos documentos deste processo, separados por vírgula."
          maxLength={300}
        />
        <TextField {...bound.text('observacoes')} label="Observações para quem posta" maxLength={500} />
        <TextField
          {...bound.text('motivo')}
          label="Por que foge à regra do lugar"
          hint="Só quando o lugar tem entrega direta, ou a carta vai sem o AR que a regra pede."
          maxLength={300}
        />
        <FormActions>
          <Button kind="primary" icon="send">
            Pedir a postagem
          </Button>
          <LinkButton kind="quiet" href={back}>
            Voltar ao documento
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}

function Contacts({ href, document, sought, contacts }: AskLetterPageProps) {
  const here = href(`/documentos/${document.number}/postagem`)
  return (
    <Card title="Procurar nos contatos" icon="people" id="contatos">
      <SearchForm action={here} label="Procurar nos contatos">
        <SearchField name="procurar" label="Nome, CPF ou CNPJ" value={sought} />
        <Button icon="search">Procurar</Button>
      </SearchForm>
      {sought && contacts.length === 0 ? (
        <Message kind="info">
          <p>Nenhum contato com este nome. Escreva o destinatário abaixo.</p>
        </Message>
      ) : null}
      {contacts.length > 0 ? (
        <ul class="places">
          {contacts.map(({ id, label, city }) => (
            <li key={id}>
              <Link href={`${here}?contato=${id}`}>{label}</Link>
              {city ? <span class="secondary"> {city}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  )
}
