import { LinkButton } from './button.tsx'
import { Card, DescriptionList, Details, EmptyState, ProgressBar, Steps } from './content.tsx'
import type { Example } from './examples/example.ts'
import { Day } from './values.tsx'

const facts = [
  { term: 'Tipo', description: 'ICMS: restituição' },
  { term: 'Interessado', description: 'Comercial Potengi Ltda.' },
  { term: 'Aberto em', description: <Day value="2025-10-03" long /> },
]

export const examples: readonly Example[] = [
  {
    name: 'Cartão com descrição em linhas',
    render: () => (
      <Card
        title="Dados do processo"
        level={4}
        icon="caseFile"
        id="dados"
        actions={
          <LinkButton href="#editar" kind="quiet" small icon="edit">
            Alterar
          </LinkButton>
        }
      >
        <DescriptionList items={facts} />
      </Card>
    ),
  },
  { name: 'Descrição em colunas', render: () => <DescriptionList layout="columns" items={facts} /> },
  {
    name: 'Detalhes',
    render: () => (
      <Details summary="Como o prazo foi contado" open>
        <p>O dia do início não conta; sábados, domingos e feriados foram pulados.</p>
      </Details>
    ),
  },
  {
    name: 'Nada aqui',
    render: () => (
      <EmptyState
        title="A mesa está vazia"
        icon="desk"
        action={<LinkButton href="#novo">Abrir um processo</LinkButton>}
      >
        <p>Nenhum processo espera pela sua unidade.</p>
      </EmptyState>
    ),
  },
  {
    name: 'Andamento de um trabalho',
    render: () => <ProgressBar label="Gerando o PDF" value={120} max={300} text="120 de 300 documentos" />,
  },
  {
    name: 'Passos',
    render: () => (
      <Steps
        label="Passos da petição"
        items={[
          { label: 'Interessado', state: 'done', href: '#1' },
          { label: 'Documentos', state: 'current' },
          { label: 'Assinatura', state: 'todo' },
        ]}
      />
    ),
  },
]
