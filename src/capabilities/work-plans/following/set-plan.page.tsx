import { errorOf, Message, Select } from '../../../ui/index.ts'
import { ChosenFrame, type ChosenPageProps } from '../../watchlists/index.ts'

interface SetPlanPageProps extends ChosenPageProps {
  readonly plans: readonly { readonly id: string; readonly name: string }[]
  readonly planId: string
  /** Of the one case file; undefined where it has none, or there are many. */
  readonly present: { readonly id: string; readonly name: string } | undefined
}

/** Puts a plan on one or many case files, in the place of what they have, or takes it off. */
export function SetPlanPage(props: SetPlanPageProps) {
  const { plans, present } = props
  const many = props.caseFiles.length > 1
  return (
    <ChosenFrame
      {...props}
      title="Plano de trabalho"
      path="/plano-de-trabalho"
      submit={
        plans.length > 0
          ? { label: present ? 'Trocar o plano' : 'Pôr o plano', icon: 'layers', value: 'por' }
          : undefined
      }
      second={many || present ? { label: 'Retirar o plano', icon: 'remove', value: 'retirar' } : undefined}
    >
      {present ? (
        <p>
          O processo tem o plano <strong>{present.name}</strong>. Se for trocado ou retirado, o que já se fez nele fica
          no histórico do plano.
        </p>
      ) : null}
      {plans.length === 0 ? (
        <Message kind="info">
          <p>Não há planos de trabalho em uso. Quem administra os cadastros pode criá-los.</p>
        </Message>
      ) : (
        <Select
          name="plano"
          label="Plano de trabalho"
          hint="O plano mostra o que falta fazer. Não impede nenhum ato no processo."
          emptyLabel="Escolha…"
          value={props.planId}
          options={plans.map(({ id, name }) => ({ value: id, label: name }))}
          error={errorOf(props.problems, 'plano')}
        />
      )}
    </ChosenFrame>
  )
}
