import { Button, Message, Select } from '../../ui/index.ts'
import type { AddedGroup, GroupChoice } from './group.ts'
import { scopeWords, tellAdded } from './groups.text.ts'

/** Chooses a group and adds all its members to what is being chosen: the page comes back with them, each shown. */
export function GroupPicker({
  groups,
  label,
  error,
}: {
  readonly groups: readonly GroupChoice[]
  readonly label: string
  readonly error?: string | undefined
}) {
  if (groups.length === 0) return null
  return (
    <div class="group-picker">
      <Select
        name="grupo_de_destino"
        label={label}
        emptyLabel="Escolha…"
        width="long"
        options={groups.map(({ id, name, scope }) => ({ value: id, label: `${name} · ${scopeWords[scope]}` }))}
        error={error}
      />
      <Button name="acrescentar_grupo" value="sim" icon="people">
        Acrescentar o grupo
      </Button>
    </div>
  )
}

/** What the chosen group brought, and who was left out of it, each named. */
export function GroupAdded({ told }: { readonly told: AddedGroup | undefined }) {
  if (!told) return null
  return (
    <Message kind={told.leftOut.length > 0 ? 'warning' : 'success'} focused>
      {tellAdded(told).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Message>
  )
}
