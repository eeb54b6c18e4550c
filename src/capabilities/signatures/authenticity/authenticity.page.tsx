import type { FieldProblem } from '../../../platform/form-fields.ts'
import {
  Button,
  ErrorSummary,
  errorOf,
  FormActions,
  Message,
  type PageContext,
  PublicShell,
  SearchForm,
  Stack,
  TextField,
} from '../../../ui/index.ts'
import type { AuthenticityTyped } from './authenticity.form.ts'

export interface AuthenticityPageProps {
  readonly page: PageContext
  readonly typed: AuthenticityTyped
  readonly problems: readonly FieldProblem[]
  /** Both codes are well written and no document has them. */
  readonly notFound: boolean
  /** Too many wrong codes came from this address. */
  readonly isSpent: boolean
}

export const authenticityTitle = 'Conferir autenticidade de documento'

/** Where the two codes are typed. */
export function AuthenticityPage({ page, typed, problems, notFound, isSpent }: AuthenticityPageProps) {
  return (
    <PublicShell
      page={page}
      title={authenticityTitle}
      hasErrors={problems.length > 0 || notFound || isSpent}
      hidden={typed.code !== ''}
      lead={<p>Digite os dois códigos que estão no fim do documento, ou leia o código QR com o celular.</p>}
    >
      {notFound ? (
        <Message kind="error" title="Não encontramos documento com estes códigos" live focused>
          <p>
            Confira se os dois códigos estão como no documento. Se estiverem, o documento não é deste órgão ou não é
            autêntico.
          </p>
        </Message>
      ) : null}
      {isSpent ? (
        <Message kind="error" title="Muitos códigos errados na última hora" live focused>
          <p>
            Do endereço de internet em que você está vieram muitos códigos que não são de nenhum documento. Espere uma
            hora, ou confira de outra rede. O que você digitou continua abaixo.
          </p>
        </Message>
      ) : null}
      {problems.length > 0 ? <ErrorSummary errors={problems} /> : null}
      <SearchForm action="/autenticidade" label={authenticityTitle}>
        <Stack>
          <TextField
            name="codigo"
            label="Código verificador"
            hint="O número do documento, com sete algarismos ou mais."
            inputMode="numeric"
            autocomplete="off"
            maxLength={40}
            width="medium"
            required
            focused={problems.length === 0 && !notFound && !isSpent}
            value={typed.code}
            error={errorOf(problems, 'codigo')}
          />
          <TextField
            name="crc"
            label="Código CRC"
            hint="Oito algarismos ou letras de A a F."
            autocomplete="off"
            maxLength={40}
            width="medium"
            required
            value={typed.crc}
            error={errorOf(problems, 'crc')}
          />
          <FormActions>
            <Button kind="primary" icon="shield">
              Conferir
            </Button>
          </FormActions>
        </Stack>
      </SearchForm>
    </PublicShell>
  )
}
