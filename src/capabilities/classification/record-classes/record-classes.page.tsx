import { Checkbox, Fieldset, formatCount, Link, RadioGroup, TextArea, TextField } from '../../../ui/index.ts'
import { adminHref, bindFields } from '../../organization/index.ts'
import { EntryForm, EntryFrame, type EntryPageProps } from '../registers/entry.page.tsx'
import { type ListProps, RegisterList } from '../registers/register-list.page.tsx'
import type { RecordClassRow } from './record-classes.queries.ts'

export function RecordClassesPage(props: ListProps<RecordClassRow>) {
  return (
    <RegisterList
      {...props}
      register="recordClasses"
      lead={
        <>
          As classes do plano em vigor.{' '}
          <Link href={adminHref(props.page, '/planos')}>Ver os planos de classificação</Link>
        </>
      }
      newEntry={['Nova classe', 'nova']}
      searchLabel="Código ou descrição"
      noun={['classe', 'classes']}
      named={{ key: 'codigo', header: 'Código', cell: ({ code }) => code }}
      columns={[
        { key: 'descricao', header: 'Descrição', width: 'wide', cell: ({ description }) => description },
        { key: 'guarda', header: 'Guarda', cell: retentionOf },
      ]}
    />
  )
}

const dispositions = { elimination: 'eliminação', permanent: 'guarda permanente' } as const

function retentionOf({ structural, currentYears, intermediateYears, disposition }: RecordClassRow): string {
  if (structural) return 'Só organiza o plano'
  if (currentYears === null && intermediateYears === null && !disposition) return 'Não definida'
  const years = (currentYears ?? 0) + (intermediateYears ?? 0)
  return `${formatCount(years, 'ano', 'anos')}${disposition ? `, ${dispositions[disposition]}` : ''}`
}

interface EntryProps extends EntryPageProps {
  /** Undefined: a new one. */
  readonly recordClass: RecordClassRow | undefined
}

export function RecordClassPage(props: EntryProps) {
  const { recordClass, fields, problems } = props
  const bound = bindFields(fields, problems)
  const entry = recordClass && { ...recordClass, label: `${recordClass.code} ${recordClass.description}` }
  return (
    <EntryFrame
      {...props}
      register="recordClasses"
      entry={entry}
      title={entry ? `Classe ${entry.code}` : 'Nova classe'}
    >
      <EntryForm {...props} register="recordClasses" entry={entry} back="Voltar às classes">
        <TextField {...bound.text('codigo')} label="Código" required maxLength={40} width="short" />
        <TextField {...bound.text('descricao')} label="Descrição" required maxLength={300} />
        <Checkbox
          {...bound.flag('estrutural')}
          label="Só organiza o plano"
          hint="Nenhum processo é classificado nela; as classes abaixo, sim."
        />
        <Retention bound={bound} />
        <TextArea {...bound.text('observacao')} label="Observação" rows={3} maxLength={2000} />
      </EntryForm>
    </EntryFrame>
  )
}

function Retention({ bound }: { bound: ReturnType<typeof bindFields> }) {
  return (
    <Fieldset
      legend="Guarda"
      hint="Os prazos contam da conclusão do processo em todas as unidades, ou de um fato, se houver."
    >
      <TextField
        {...bound.text('fase_corrente')}
        label="Anos na fase corrente"
        inputMode="numeric"
        maxLength={3}
        width="short"
      />
      <TextField
        {...bound.text('fase_intermediaria')}
        label="Anos na fase intermediária"
        inputMode="numeric"
        maxLength={3}
        width="short"
      />
      <TextField
        {...bound.text('fato_inicial')}
        label="Fato que inicia a contagem"
        hint="Só se o prazo não contar da conclusão. Por exemplo: aprovação das contas."
        maxLength={120}
      />
      <RadioGroup
        {...bound.text('destinacao')}
        label="Destinação final"
        options={[
          { value: '', label: 'Ainda não definida' },
          { value: 'elimination', label: 'Eliminação' },
          { value: 'permanent', label: 'Guarda permanente' },
        ]}
      />
    </Fieldset>
  )
}
