import { Link } from '../../../ui/index.ts'
import { adminHref, RegisterPage, type RegisterPageProps, StateTag } from '../../organization/index.ts'
import { type Register, registers } from './registers.ts'

type Column<Row> = RegisterPageProps<Row>['columns'][number]
type Shared = 'title' | 'path' | 'newEntry' | 'rowKey' | 'muted' | 'columns'

/** What a page of one register is given by its routes. */
export type ListProps<Row> = Pick<RegisterPageProps<Row>, 'page' | 'result' | 'asked' | 'list'>

type RegisterListProps<Row> = Omit<RegisterPageProps<Row>, Shared> & {
  readonly register: Register
  /** What its button says, and the last part of its address. */
  readonly newEntry: readonly [label: string, noun: 'novo' | 'nova']
  /** The column that leads to the entry. */
  readonly named: Pick<Column<Row>, 'key' | 'header' | 'width'> & { readonly cell: (row: Row) => string }
  /** Those between the name and the state. */
  readonly columns: readonly Column<Row>[]
}

/** The list of a register: each entry by its name, what sets it apart, and whether it is in use. */
export function RegisterList<Row extends { readonly id: string; readonly active: boolean }>({
  register,
  newEntry: [label, noun],
  named,
  columns,
  ...props
}: RegisterListProps<Row>) {
  const { path, title } = registers[register]
  return (
    <RegisterPage<Row>
      {...props}
      title={title}
      path={path}
      newEntry={{ label, path: `${path}/${noun}` }}
      rowKey={({ id }) => id}
      muted={({ active }) => !active}
      columns={[
        {
          ...named,
          rowHeader: true,
          cell: (row) => <Link href={adminHref(props.page, `${path}/${row.id}`)}>{named.cell(row)}</Link>,
        },
        ...columns,
        { key: 'situacao', header: 'Situação', cell: ({ active }) => <StateTag active={active} /> },
      ]}
    />
  )
}
