import type { Example } from './examples/example.ts'
import { LevelTag, Pen, StatusTag, Tag } from './tag.tsx'

export const examples: readonly Example[] = [
  {
    name: 'Marcas e estados',
    render: () => (
      <p>
        <Tag>Despacho</Tag> <Tag tone="info">Petição</Tag> <StatusTag tone="success">Assinado</StatusTag>{' '}
        <StatusTag tone="warning">Vence em 3 dias</StatusTag> <StatusTag tone="danger">Venceu há 1 dia</StatusTag>{' '}
        <StatusTag>Concluído</StatusTag>
      </p>
    ),
  },
  {
    name: 'Níveis de acesso',
    render: () => (
      <p>
        <LevelTag level="public" /> <LevelTag level="restricted" legalBasis="Sigilo fiscal (art. 198 do CTN)" />{' '}
        <LevelTag level="confidential" />
      </p>
    ),
  },
  {
    name: 'Canetas',
    render: () => (
      <p>
        <Pen kind="draft" /> <Pen kind="yellow" /> <Pen kind="black" /> <Pen kind="black" wordHidden />
      </p>
    ),
  },
]
