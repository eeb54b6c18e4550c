import type { ActResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import { Card, Day, LinkButton, Message, type PageContext, Stack, Table } from '../../../ui/index.ts'
import { AdministrationPage, adminHref } from '../administration/administration.page.tsx'
import { NamesTable } from '../agencies/agency.page.tsx'
import { ChangesCard } from '../changes/changes.page.tsx'
import type { Placement, Unit } from './unit.ts'
import { UnitForm } from './unit-form.page.tsx'

interface UnitPageProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly unit: Unit
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
  readonly result: ActResult | undefined
}

/** A unit: its data to change, its place in the hierarchy, the names it had. */
export function UnitPage({ page, formKeys, unit, fields, problems, result }: UnitPageProps) {
  return (
    <AdministrationPage
      page={page}
      title={`Unidade ${unit.acronym}`}
      lead={`${unit.name} · ${unit.agencyAcronym}`}
      trail={[{ label: 'Unidades', path: '/unidades' }]}
      width="text"
      result={result}
      hasErrors={problems.length > 0}
      headingActions={<StateLink page={page} unit={unit} />}
    >
      <Stack gap="large">
        <Warnings unit={unit} />
        <PlacementsCard page={page} unit={unit} />
        <Card title="Dados">
          <UnitForm page={page} formKeys={formKeys} path={`/unidades/${unit.id}`} fields={fields} problems={problems} />
        </Card>
        {unit.names.length > 1 ? (
          <Card title="Nomes que valeram">
            <NamesTable names={unit.names} />
          </Card>
        ) : null}
        <ChangesCard page={page} recordPath={`/unidades/${unit.id}`} />
      </Stack>
    </AdministrationPage>
  )
}

function StateLink({ page, unit }: { page: PageContext; unit: Unit }) {
  return (
    <LinkButton
      href={adminHref(page, `/unidades/${unit.id}/${unit.active ? 'desativacao' : 'reativacao'}`)}
      icon={unit.active ? 'cancel' : 'reopen'}
    >
      {unit.active ? 'Desativar' : 'Reativar'}
    </LinkButton>
  )
}

function Warnings({ unit }: { unit: Unit }) {
  return (
    <>
      {unit.active ? null : (
        <Message kind="warning">
          <p>Esta unidade está fora de uso: ninguém trabalha nela nem envia processos a ela.</p>
        </Message>
      )}
      {unit.address && unit.city ? null : (
        <Message kind="info">
          <p>Faltam o endereço ou o município. Sem eles a unidade não elabora documentos.</p>
        </Message>
      )}
    </>
  )
}

function PlacementsCard({ page, unit }: { page: PageContext; unit: Unit }) {
  return (
    <Card
      title="Hierarquia"
      id="hierarquia"
      actions={
        <LinkButton href={adminHref(page, `/unidades/${unit.id}/hierarquia`)} icon="edit" small>
          Mudar a posição
        </LinkButton>
      }
    >
      <Table<Placement>
        id="posicoes"
        caption="Posições, da mais nova à mais antiga"
        captionHidden
        rows={unit.placements}
        rowKey={({ from }) => from ?? ''}
        empty={<p>Fora da hierarquia: ninguém pode entrar nesta unidade.</p>}
        columns={[
          {
            key: 'superior',
            header: 'Unidade superior',
            rowHeader: true,
            cell: ({ parent }) => parent?.label ?? 'Está no topo',
          },
          { key: 'de', header: 'Desde', cell: ({ from }) => (from ? <Day value={from} /> : 'O cadastro') },
          { key: 'ate', header: 'Até', cell: ({ until }) => (until ? <Day value={until} /> : 'Sem data de fim') },
        ]}
      />
    </Card>
  )
}
