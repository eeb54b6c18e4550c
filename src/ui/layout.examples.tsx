import { Button } from './button.tsx'
import { Card } from './content.tsx'
import type { Example } from './examples/example.ts'
import { Select } from './forms/select.tsx'
import { DateField } from './forms/text-fields.tsx'
import { Grid, Stack, Toolbar } from './layout.tsx'

export const examples: readonly Example[] = [
  {
    name: 'Grade de cartões',
    render: () => (
      <Grid min="small">
        {['Recebidos', 'Gerados', 'Concluídos'].map((title) => (
          <Card title={title} level={4} key={title}>
            <p>Uma frase sobre {title.toLowerCase()}.</p>
          </Card>
        ))}
      </Grid>
    ),
  },
  {
    name: 'Pilha e linha de controles',
    render: () => (
      <Stack>
        <Toolbar label="Filtros">
          <Select name="situacao" label="Situação" options={[{ value: 'abertos', label: 'Abertos' }]} width="short" />
          <DateField name="desde" label="Desde" value="2025-11-01" />
          <Button>Filtrar</Button>
        </Toolbar>
        <p>Resultado.</p>
      </Stack>
    ),
  },
]
