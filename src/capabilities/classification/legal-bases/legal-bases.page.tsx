import { LevelTag, RadioGroup, TextField } from '../../../ui/index.ts'
import { bindFields } from '../../organization/index.ts'
import { EntryForm, EntryFrame, type EntryPageProps } from '../registers/entry.page.tsx'
import { type ListProps, RegisterList } from '../registers/register-list.page.tsx'
import type { LegalBasisRow } from './legal-bases.queries.ts'

export function LegalBasesPage(props: ListProps<LegalBasisRow>) {
  return (
    <RegisterList
      {...props}
      register="legalBases"
      newEntry={['Nova hipótese', 'nova']}
      searchLabel="Nome ou lei"
      noun={['hipótese legal', 'hipóteses legais']}
      named={{ key: 'nome', header: 'Nome', cell: ({ name }) => name }}
      columns={[
        { key: 'lei', header: 'Lei e artigo', width: 'wide', cell: ({ law }) => law },
        { key: 'nivel', header: 'Nível', cell: ({ level }) => <LevelTag level={level} /> },
      ]}
    />
  )
}

interface EntryProps extends EntryPageProps {
  /** Undefined: a new one. */
  readonly basis: LegalBasisRow | undefined
}

export function LegalBasisPage(props: EntryProps) {
  const { basis, fields, problems } = props
  const bound = bindFields(fields, problems)
  return (
    <EntryFrame
      {...props}
      register="legalBases"
      entry={basis && { ...basis, label: basis.name }}
      title={basis?.name ?? 'Nova hipótese legal'}
    >
      <EntryForm {...props} register="legalBases" entry={basis} back="Voltar às hipóteses legais">
        <TextField {...bound.text('nome')} label="Nome" required maxLength={150} />
        <TextField
          {...bound.text('lei')}
          label="Lei e artigo"
          hint="Exemplo: Lei nº 12.527/2011, art. 31"
          required
          maxLength={300}
        />
        {basis ? (
          <p>
            Nível: <LevelTag level={basis.level} />. Não muda, porque é o dos processos que citam esta hipótese.
          </p>
        ) : (
          <RadioGroup
            {...bound.text('nivel')}
            label="Nível de acesso"
            required
            options={[
              { value: 'restricted', label: 'Restrito' },
              { value: 'confidential', label: 'Sigiloso' },
            ]}
          />
        )}
      </EntryForm>
    </EntryFrame>
  )
}
