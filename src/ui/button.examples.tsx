import { Button, LinkButton } from './button.tsx'
import type { Example } from './examples/example.ts'
import { FormActions } from './forms/form.tsx'

export const examples: readonly Example[] = [
  {
    name: 'Botões de um formulário',
    render: () => (
      <FormActions>
        <Button kind="primary" icon="send">
          Enviar processo
        </Button>
        <Button name="ato" value="rascunho">
          Salvar rascunho
        </Button>
        <Button kind="danger" icon="remove">
          Excluir
        </Button>
        <LinkButton kind="quiet" href="#voltar">
          Voltar
        </LinkButton>
      </FormActions>
    ),
  },
  {
    name: 'Pequenos, desativados e em outra aba',
    render: () => (
      <FormActions>
        <Button small>Pequeno</Button>
        <Button kind="quiet" small icon="edit">
          Editar
        </Button>
        <Button disabled>Desativado</Button>
        <LinkButton href="#pdf" icon="pdf" newTab>
          Abrir o PDF
        </LinkButton>
      </FormActions>
    ),
  },
]
