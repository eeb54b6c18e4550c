import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Checkbox,
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
import { longestQuote, longestReply } from './threads.rules.ts'

export interface ThreadTyped {
  /** Number of the paragraph as people count them, from 1. */
  readonly paragraph: string
  readonly quote: string
  readonly text: string
  readonly suggestion: string
  /** The passage should go. */
  readonly removes: boolean
}

interface ThreadFormProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly label: string
  readonly action: string
  readonly backHref: string
  /** The words of that paragraph. */
  readonly passage: string | undefined
  readonly locked: boolean
  readonly typed: ThreadTyped
  readonly problems: readonly FormError[]
}

/** One comment or suggestion about one paragraph; works without script. */
export function ThreadFormPage(props: ThreadFormProps) {
  const { page, formKeys, typed, problems, passage, locked } = props
  return (
    <Shell
      page={page}
      title={`Comentar ou sugerir em ${props.label}`}
      width="text"
      breadcrumb={props.breadcrumb}
      hasErrors={problems.length > 0}
      lead="O texto não muda: o comentário fica ao lado, e a sugestão só entra se quem escreve o documento aceitar."
    >
      <Form {...formKeys} action={props.action} errors={problems} id="observacao">
        <TextField
          name="paragrafo"
          label="Parágrafo"
          hint="O número que está antes do parágrafo na página da revisão."
          inputMode="numeric"
          width="short"
          required
          value={typed.paragraph}
          error={errorOf(problems, 'paragrafo')}
        />
        {passage === undefined ? null : (
          <blockquote class="review__quote" aria-label="Texto do parágrafo">
            {passage}
          </blockquote>
        )}
        <TextArea
          name="trecho"
          label="Trecho (opcional)"
          hint="Copie do parágrafo as palavras de que se trata. Em branco, vale o parágrafo todo."
          rows={2}
          maxLength={longestQuote}
          value={typed.quote}
          error={errorOf(problems, 'trecho')}
        />
        <TextArea
          name="texto"
          label="Comentário"
          rows={3}
          maxLength={longestReply}
          value={typed.text}
          error={errorOf(problems, 'texto')}
        />
        {locked ? (
          <p class="secondary">
            Este parágrafo é fixo do modelo: pode ser comentado, mas não se sugere outra redação para ele.
          </p>
        ) : (
          <>
            <TextArea
              name="redacao"
              label="Redação sugerida (opcional)"
              hint="As palavras que devem ficar no lugar do trecho. Uma linha em branco começa outro parágrafo."
              rows={3}
              maxLength={longestQuote}
              value={typed.suggestion}
              error={errorOf(problems, 'redacao')}
            />
            <Checkbox name="retirar" label="Sugerir que o trecho seja retirado" checked={typed.removes} />
          </>
        )}
        <FormActions>
          <Button kind="primary" icon="comment">
            Enviar
          </Button>
          <LinkButton kind="quiet" href={props.backHref}>
            Voltar sem enviar
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}
