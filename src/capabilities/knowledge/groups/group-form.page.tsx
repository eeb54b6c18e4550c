import type { FormKeys } from '../../../platform/form-keys.ts'
import { Button, Card, Form, FormActions, Link, Select } from '../../../ui/index.ts'

export interface GroupFormProps {
  readonly formKeys: FormKeys
  readonly action: string
  /** `12` of the unit, `i12` of the institution. */
  readonly item: string
  readonly groupId: string | null
  readonly groups: readonly { readonly id: string; readonly name: string }[]
  readonly groupsHref: string
}

/** In which group of the unit a text stands. */
export function GroupForm(props: GroupFormProps) {
  return (
    <Card title="Grupo de favoritos" icon="star">
      {props.groups.length === 0 ? (
        <p>
          A unidade ainda não tem grupos. <Link href={props.groupsHref}>Criar um grupo</Link>
        </p>
      ) : (
        <Form {...props.formKeys} action={props.action}>
          <input type="hidden" name="item" value={props.item} />
          <Select
            name="grupo"
            label="Grupo"
            hint="O que está em um grupo vem primeiro nas listas."
            width="medium"
            emptyLabel="Nenhum"
            value={props.groupId ?? ''}
            options={props.groups.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <FormActions>
            <Button icon="star">Guardar no grupo</Button>
          </FormActions>
        </Form>
      )}
    </Card>
  )
}
