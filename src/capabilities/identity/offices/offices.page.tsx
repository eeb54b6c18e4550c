import { Day, Link, type PageContext, Tag } from '../../../ui/index.ts'
import { adminHref, RegisterPage, type RegisterPageProps, StateTag } from '../../organization/index.ts'
import type { OfficeRow, SubstitutionRow } from './offices.queries.ts'
import { reasonWords, validityTones, validityWords } from './offices.text.ts'

type Asked<Row> = Pick<RegisterPageProps<Row>, 'asked' | 'agencies' | 'list' | 'result'> & {
  readonly page: PageContext
}

/** The offices of the units within reach, with who holds each today and who stands in. */
export function OfficesPage(props: Asked<OfficeRow>) {
  return (
    <RegisterPage<OfficeRow>
      {...props}
      title="Cargos e titulares"
      lead="Quem ocupa cada cargo e quem substitui. Para designar um substituto, abra o cargo."
      path="/cargos"
      newEntry={{ label: 'Novo cargo', path: '/cargos/novo' }}
      searchLabel="Cargo, unidade ou pessoa"
      noun={['cargo', 'cargos']}
      rowKey={({ id }) => id}
      muted={({ active }) => !active}
      columns={[
        {
          key: 'cargo',
          header: 'Cargo',
          rowHeader: true,
          width: 'wide',
          cell: ({ id, title }) => <Link href={adminHref(props.page, `/cargos/${id}`)}>{title}</Link>,
        },
        { key: 'unidade', header: 'Unidade', cell: ({ unit }) => unit },
        { key: 'titular', header: 'Titular hoje', cell: ({ holder }) => holder ?? 'Vago' },
        { key: 'substituto', header: 'Substituto hoje', cell: ({ substitute }) => substitute ?? '—' },
        { key: 'situacao', header: 'Situação', cell: ({ active }) => <StateTag active={active} /> },
      ]}
    />
  )
}

/** All the substitutions within reach: who stands in for whom, why and on what days. */
export function SubstitutionsPage(props: Asked<SubstitutionRow>) {
  return (
    <RegisterPage<SubstitutionRow>
      {...props}
      title="Substituições"
      lead="Para designar ou encerrar uma substituição, abra o cargo."
      path="/substituicoes"
      searchLabel="Pessoa, cargo, unidade ou ato"
      noun={['substituição', 'substituições']}
      stateNames={['Em vigor ou por vir', 'Encerradas']}
      rowKey={({ id }) => id}
      muted={({ state }) => state === 'over'}
      columns={[
        { key: 'substituto', header: 'Substituto', rowHeader: true, cell: ({ substitute }) => substitute },
        {
          key: 'cargo',
          header: 'Cargo',
          width: 'wide',
          cell: ({ officeId, title }) => <Link href={adminHref(props.page, `/cargos/${officeId}`)}>{title}</Link>,
        },
        { key: 'unidade', header: 'Unidade', cell: ({ unit }) => unit },
        { key: 'titular', header: 'Titular', cell: ({ holder }) => holder ?? 'Vago' },
        { key: 'motivo', header: 'Motivo', cell: ({ reason }) => reasonWords[reason] },
        { key: 'ato', header: 'Ato', cell: ({ act }) => act },
        { key: 'desde', header: 'Desde', cell: ({ from }) => <Day value={from} /> },
        { key: 'ate', header: 'Até', cell: ({ until }) => <Day value={until} /> },
        {
          key: 'situacao',
          header: 'Situação',
          cell: ({ state }) => <Tag tone={validityTones[state]}>{validityWords[state]}</Tag>,
        },
      ]}
    />
  )
}
