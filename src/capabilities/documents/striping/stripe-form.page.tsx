import { Button, Card, errorOf, Form, FormActions, Grid, LinkButton, TextField } from '../../../ui/index.ts'
import type { StripingPageProps } from './striping.page.tsx'

/** A stripe by its numbers. With script they follow the mouse, and the mark on the page follows them. */
export function StripeForm(props: StripingPageProps) {
  const { at, typed, problems, formKeys, changing, shownPage } = props
  const field = (name: string) => ({ name, error: errorOf(problems, name), required: true })
  const measure = (name: string, label: string, value: string) => (
    <TextField {...field(name)} label={label} value={value} inputMode="decimal" width="short" maxLength={9} />
  )
  return (
    <Card title={changing ? 'Mudar a tarja' : 'Nova tarja'} icon="copy" id="nova-tarja">
      <p class="secondary" id="como-desenhar">
        Com o mouse, desenhe sobre a página. Pelo teclado, digite os números; com a marca da tarja em foco, as setas a
        movem e Shift com as setas muda o tamanho.
      </p>
      <Form
        {...formKeys}
        action={`${at}/tarjas/pdf`}
        errors={problems.filter((one) => one.field !== 'nivel' && one.field !== 'hipotese')}
        id="tarja"
      >
        {changing ? <input type="hidden" name="tarja" value={changing} /> : null}
        <TextField
          {...field('pagina')}
          label="Página"
          value={typed.page || String(shownPage)}
          inputMode="numeric"
          width="short"
          maxLength={3}
        />
        <Grid min="small">
          {measure('esquerda', 'Distância da esquerda (%)', typed.left)}
          {measure('alto', 'Distância do alto (%)', typed.top)}
          {measure('largura', 'Largura (%)', typed.width)}
          {measure('altura', 'Altura (%)', typed.height)}
        </Grid>
        <TextField
          {...field('fundamento')}
          label="Fundamento legal"
          hint="Aparece na primeira folha, como: Lei nº 12.527/2011, art. 31."
          width="full"
          maxLength={300}
          value={typed.legalBasis}
        />
        <FormActions>
          <Button kind="primary" icon={changing ? 'check' : 'plus'} name="ato" value="tarja">
            {changing ? 'Salvar a tarja' : 'Acrescentar a tarja'}
          </Button>
          <LinkButton kind="quiet" href={changing ? `${at}/tarjas?pagina=${shownPage}` : at}>
            {changing ? 'Voltar sem salvar' : 'Voltar ao documento'}
          </LinkButton>
        </FormActions>
      </Form>
    </Card>
  )
}
