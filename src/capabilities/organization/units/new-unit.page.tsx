import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import type { PageContext } from '../../../ui/index.ts'
import { AdministrationPage } from '../administration/administration.page.tsx'
import { UnitForm } from './unit-form.page.tsx'

interface NewUnitProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly agencies: readonly { id: string; acronym: string; name: string }[]
  readonly labels: readonly string[]
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
}

export function NewUnitPage({ page, formKeys, agencies, labels, fields, problems }: NewUnitProps) {
  return (
    <AdministrationPage
      page={page}
      title="Nova unidade"
      trail={[{ label: 'Unidades', path: '/unidades' }]}
      width="text"
      hasErrors={problems.length > 0}
    >
      <UnitForm
        page={page}
        formKeys={formKeys}
        path="/unidades"
        fields={fields}
        problems={problems}
        begin={{ agencies, labels }}
      />
    </AdministrationPage>
  )
}
