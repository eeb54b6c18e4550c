import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  type Crumb,
  FileField,
  Form,
  FormActions,
  type FormError,
  Link,
  LinkButton,
  Message,
  type PageContext,
  Shell,
  Stack,
  TextArea,
} from '../../../ui/index.ts'
import { type PrintedComparison, tellDifferences } from './compare-printed.ts'

interface CheckingProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly breadcrumb: readonly Crumb[]
  readonly label: string
  readonly here: string
  readonly errataHref: string
  readonly saved: boolean
  readonly comparison: PrintedComparison | undefined
  readonly typed: string
  readonly problems: readonly FormError[]
}

/** Comparing what the gazette printed with what was sent, word by word (DOE-03). */
export function CheckingPage(props: CheckingProps) {
  const { page, problems, comparison, here } = props
  return (
    <Shell
      page={page}
      title="Conferir o texto publicado"
      breadcrumb={props.breadcrumb}
      width="text"
      flash={props.saved ? { kind: 'success', text: 'Conferência registrada.' } : undefined}
      hasErrors={problems.length > 0}
      lead={<p>{props.label}</p>}
    >
      <Stack gap="large">
        {comparison ? <Compared comparison={comparison} errataHref={props.errataHref} /> : null}
        <Card title={comparison ? 'Conferir de novo' : 'O que saiu no diário'} icon="check">
          <Form {...props.formKeys} action={`${here}/conferencia`} multipart errors={problems}>
            <TextArea
              name="texto"
              label="Texto publicado"
              hint="Copie do diário só esta matéria, do título ao nome de quem assinou. Quebras de linha e hifens de fim de linha não contam."
              value={props.typed}
              error={problems.find(({ field }) => field === 'texto')?.message}
              rows={10}
            />
            <FileField
              name="arquivo"
              label="Ou o arquivo da matéria"
              accept=".txt,.rtf,.xml"
              limits="Texto, RTF ou XML, até 2 MB. De um PDF, copie e cole o trecho."
            />
            <FormActions>
              <Button kind="primary" icon="check">
                Comparar e registrar
              </Button>
              <LinkButton kind="quiet" href={here}>
                Voltar à publicação
              </LinkButton>
            </FormActions>
          </Form>
        </Card>
      </Stack>
    </Shell>
  )
}

function Compared({ comparison, errataHref }: { comparison: PrintedComparison; errataHref: string }) {
  const { parts, differences, sha256 } = comparison
  return (
    <Card title="Resultado" icon="document" id="resultado">
      <Message kind={differences === 0 ? 'success' : 'warning'} title={tellDifferences(differences)}>
        {differences === 0 ? (
          <p>O texto publicado é, palavra por palavra, o que foi enviado.</p>
        ) : (
          <p>
            Riscado: estava no texto enviado e falta no publicado. Sublinhado: só está no publicado. Se for caso de
            errata, peça-a ao diário ou faça uma <Link href={errataHref}>publicação relacionada</Link>.
          </p>
        )}
      </Message>
      {differences === 0 ? null : (
        <p class="rt-compare">
          {parts.map(({ kind, text }, index) =>
            kind === 'same' ? (
              <span key={String(index)}>{text}</span>
            ) : kind === 'removed' ? (
              <del key={String(index)}>{text}</del>
            ) : (
              <ins key={String(index)}>{text}</ins>
            ),
          )}
        </p>
      )}
      <p>
        Resumo SHA-256 do texto publicado: <code>{sha256}</code>
      </p>
    </Card>
  )
}
