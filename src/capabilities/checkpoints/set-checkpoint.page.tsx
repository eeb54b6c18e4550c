import { Card, errorOf, Message, Select, Timeline } from '../../ui/index.ts'
import { ChosenFrame, type ChosenPageProps } from '../watchlists/index.ts'
import type { CheckpointRow } from './register.queries.ts'
import type { StepRow } from './standing.queries.ts'

interface SetCheckpointPageProps extends ChosenPageProps {
  readonly points: readonly CheckpointRow[]
  readonly pointId: string
  /** Of the one case file; none where there are many. */
  readonly steps: readonly StepRow[]
}

/** Puts one or many case files on a point of the unit's work, or takes them off it. */
export function SetCheckpointPage(props: SetCheckpointPageProps) {
  const points = props.points.filter(({ active }) => active)
  const many = props.caseFiles.length > 1
  const onPoint = many || (props.steps[0]?.name ?? null) !== null
  return (
    <ChosenFrame
      {...props}
      title="Ponto de controle"
      path="/ponto-de-controle"
      submit={points.length > 0 ? { label: 'Mudar para este ponto', icon: 'flag', value: 'mudar' } : undefined}
      second={onPoint ? { label: 'Retirar do ponto', icon: 'remove', value: 'retirar' } : undefined}
    >
      {points.length === 0 ? (
        <Message kind="info">
          <p>A unidade não tem pontos de controle em uso. Peça ao administrador que os cadastre.</p>
        </Message>
      ) : (
        <Select
          name="ponto"
          label="Ponto de controle"
          hint="O processo fica nele, e nos gráficos, mesmo depois de concluído ou enviado, até ser retirado."
          emptyLabel="Escolha…"
          value={props.pointId}
          options={points.map(({ id, name }) => ({ value: id, label: name }))}
          error={errorOf(props.problems, 'ponto')}
        />
      )}
      {props.steps.length > 0 ? (
        <Card title="Por onde passou" icon="history">
          <Timeline
            label="Pontos de controle do processo"
            events={props.steps.map(({ id, name, at, person }) => ({
              id,
              at,
              icon: 'flag',
              text: name ?? 'Retirado do ponto de controle.',
              actor: person,
            }))}
          />
        </Card>
      ) : null}
    </ChosenFrame>
  )
}
