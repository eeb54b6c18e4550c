import { Checkbox, TextField } from '../../../ui/index.ts'
import { bindFields } from '../../organization/index.ts'
import { EntryForm, EntryFrame, type EntryPageProps } from '../registers/entry.page.tsx'
import { type ListProps, RegisterList } from '../registers/register-list.page.tsx'
import type { ConferenceKindRow } from './conference-kinds.queries.ts'

export function ConferenceKindsPage(props: ListProps<ConferenceKindRow>) {
  return (
    <RegisterList
      {...props}
      register="conferenceKinds"
      lead="De que original veio a cópia digitalizada: quem inclui um documento escaneado escolhe uma."
      newEntry={['Nova espécie', 'nova']}
      searchLabel="Nome"
      noun={['espécie', 'espécies']}
      named={{ key: 'nome', header: 'Nome', width: 'wide', cell: ({ name }) => name }}
      columns={[
        { key: 'autenticavel', header: 'Pode ser autenticada', cell: (row) => (row.certifiable ? 'Sim' : 'Não') },
      ]}
    />
  )
}

interface EntryProps extends EntryPageProps {
  /** Undefined: a new one. */
  readonly kind: ConferenceKindRow | undefined
}

export function ConferenceKindPage(props: EntryProps) {
  const { kind, fields, problems } = props
  const bound = bindFields(fields, problems)
  return (
    <EntryFrame
      {...props}
      register="conferenceKinds"
      entry={kind && { ...kind, label: kind.name }}
      title={kind?.name ?? 'Nova espécie de conferência'}
    >
      <EntryForm {...props} register="conferenceKinds" entry={kind} back="Voltar às espécies">
        <TextField
          {...bound.text('nome')}
          label="Nome"
          hint="Exemplo: Cópia autenticada por cartório"
          required
          maxLength={120}
        />
        <Checkbox
          {...bound.flag('autenticavel')}
          label="A cópia pode ser autenticada"
          hint="Marque se quem a digitaliza teve o original, ou cópia com fé pública, diante de si."
        />
      </EntryForm>
    </EntryFrame>
  )
}
