import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  CheckboxList,
  type Crumb,
  errorOf,
  Form,
  FormActions,
  type FormError,
  LinkButton,
  type PageContext,
  Shell,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { DocumentStyle } from '../document-style.page.tsx'
import type { LevelOffer } from '../level/check-level.ts'
import type { LevelTyped } from '../level/level.form.ts'
import { LevelFields } from '../level/level-fields.page.tsx'
import type { Passage } from './redact.rules.ts'

export interface RedactTyped extends LevelTyped {
  readonly version: string
  readonly passages: readonly string[]
  readonly words: string
  readonly legalBasis: string
}

export interface RedactPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly label: string
  readonly action: string
  readonly backHref: string
  readonly passages: readonly Passage[]
  readonly levels: LevelOffer
  readonly typed: RedactTyped
  /** How the new document would read, as safe HTML. */
  readonly previewHtml: string | undefined
  readonly problems: readonly FormError[]
}

/** What is hidden of a document in a new one: passages one by one, and words wherever they stand. */
export function RedactPage(props: RedactPageProps) {
  const { typed, passages } = props
  const problems = props.problems.map(({ field, message }) => ({ field: field ?? '', message }))
  return (
    <Shell
      page={props.page}
      title={`Versão com tarjas: ${props.label}`}
      width="text"
      breadcrumb={props.breadcrumb}
      hasErrors={problems.length > 0}
      lead="Faz um documento novo, sem os trechos ocultados. O original continua como está, e um documento leva ao outro."
    >
      <DocumentStyle page={props.page} />
      {props.previewHtml === undefined ? null : (
        <Card title="Como fica" icon="eye" id="como-fica">
          <div
            class="document-sheet prose"
            // Every word of it was escaped when it was made from the closed schema.
            dangerouslySetInnerHTML={{ __html: props.previewHtml }}
          />
        </Card>
      )}
      <Form {...props.formKeys} action={props.action} errors={props.problems} id="tarjas">
        <input type="hidden" name="versao" value={typed.version} />
        <TextArea
          name="palavras"
          label="Palavras a ocultar em todo o texto"
          hint="Uma palavra ou expressão em cada linha. Maiúsculas não fazem diferença; os acentos fazem."
          rows={4}
          value={typed.words}
          error={errorOf(problems, 'palavras')}
        />
        {passages.length > 0 ? (
          <CheckboxList
            name="trecho"
            label="Trechos a ocultar por inteiro"
            options={passages.map(({ place, kind, text }) => ({
              value: String(place),
              label: kind === 'image' ? `Imagem: ${text || 'sem descrição'}` : text.slice(0, 600),
            }))}
            values={[...typed.passages]}
            error={errorOf(problems, 'trecho')}
          />
        ) : null}
        <TextField
          name="fundamento"
          label="Fundamento legal"
          hint="Aparece no alto do documento, como: Lei nº 12.527/2011, art. 31."
          required
          maxLength={300}
          width="full"
          value={typed.legalBasis}
          error={errorOf(problems, 'fundamento')}
        />
        <LevelFields offer={props.levels} typed={typed} problems={problems} />
        <FormActions>
          <Button kind="primary" icon="document" name="ato" value="criar">
            Criar versão com tarjas
          </Button>
          <Button icon="eye" name="ato" value="ver">
            Ver como fica
          </Button>
          <LinkButton kind="quiet" href={props.backHref}>
            Voltar ao documento
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}
