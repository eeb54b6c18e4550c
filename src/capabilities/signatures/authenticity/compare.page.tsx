import type { FieldProblem } from '../../../platform/form-fields.ts'
import { Button, Card, errorOf, FileField, FormActions, Message, SearchForm, TextField } from '../../../ui/index.ts'
import type { Authenticity, Codes } from './check-authenticity.ts'

/** What a file sent for comparison, or a typed digest, came to. */
export type Comparison =
  | { readonly kind: 'equal' | 'different'; readonly digest: string }
  | { readonly kind: 'too-large' | 'no-file' }
  | undefined

interface CompareProps {
  readonly codes: Codes
  readonly found: Extract<Authenticity, { kind: 'shown' }>
  readonly typedDigest: string
  readonly problems: readonly FieldProblem[]
}

/** A digest typed from paper, or a file, compared with what was signed. */
export function Compare({ codes, found, typedDigest, problems }: CompareProps) {
  return (
    <Card title="Comparar com o que você tem" icon="compare" id="comparacao">
      <SearchForm action="/autenticidade" label="Comparar o resumo SHA-256">
        <input type="hidden" name="codigo" value={codes.code} />
        <input type="hidden" name="crc" value={codes.crc} />
        <TextField
          name="resumo"
          label="Resumo SHA-256"
          hint="Os 64 algarismos e letras impressos no fim do documento. Não é o resumo do arquivo PDF."
          autocomplete="off"
          maxLength={200}
          width="full"
          value={typedDigest}
          error={errorOf(problems, 'resumo')}
        />
        <FormActions>
          <Button icon="compare">Comparar o resumo</Button>
        </FormActions>
      </SearchForm>
      <form class="form" method="post" action="/autenticidade/comparacao" enctype="multipart/form-data" novalidate>
        <input type="hidden" name="codigo" value={codes.code} />
        <input type="hidden" name="crc" value={codes.crc} />
        <FileField
          name="arquivo"
          label={found.file ? 'O arquivo que você recebeu' : 'Os dados assinados que você baixou'}
          limits="Até 200 MB. O arquivo só é comparado: ele não fica guardado."
        />
        <FormActions>
          <Button icon="compare">Comparar o arquivo</Button>
        </FormActions>
      </form>
    </Card>
  )
}

/** What the comparison came to, to stand where the page begins. */
export function Compared({
  comparison,
  signed,
  isFile,
}: {
  comparison: Comparison
  signed: string
  /** A file was signed, and not a text: its digest is that of the file. */
  isFile: boolean
}) {
  switch (comparison?.kind) {
    case undefined:
      return null
    case 'equal':
      return (
        <Message kind="success" title="É igual ao que foi assinado" live>
          <p>O resumo SHA-256 é o mesmo, algarismo por algarismo.</p>
        </Message>
      )
    case 'different':
      return (
        <Message kind="error" title="É diferente do que foi assinado" live>
          <p>
            O resumo informado é <code class="digest">{comparison.digest}</code>; o do documento assinado é{' '}
            <code class="digest">{signed}</code>.
          </p>
          {isFile ? null : (
            <p>
              Se você comparou o arquivo PDF, o resumo é mesmo outro: compare os dados assinados, que se baixam nesta
              página, ou o resumo impresso no fim do documento.
            </p>
          )}
        </Message>
      )
    case 'too-large':
      return (
        <Message kind="error" live>
          <p>O arquivo tem mais de 200 MB e não foi comparado.</p>
        </Message>
      )
    case 'no-file':
      return (
        <Message kind="error" live>
          <p>Escolha o arquivo que quer comparar.</p>
        </Message>
      )
  }
}
