import { Checkbox, errorOf, Message, TextArea } from '../../../ui/index.ts'
import { caseLevel } from '../../cases/index.ts'
import { ChosenFrame, type ChosenPageProps } from '../batch/chosen.page.tsx'
import { longestNote, type NoteTyped } from './note.form.ts'

interface NotePageProps extends ChosenPageProps {
  readonly typed: NoteTyped
  readonly unit: string
}

/** The note on one case file, or the same one on many. */
export function NotePage(props: NotePageProps) {
  const many = props.caseFiles.length > 1
  const confidential = props.caseFiles.filter(({ access }) => caseLevel(access) === 'confidential').length
  return (
    <ChosenFrame {...props} title="Anotação" path="/anotacao" submit={{ label: 'Salvar anotação', icon: 'note' }}>
      {many ? (
        <Message kind="info">
          <p>O que for escrito aqui substitui a anotação que cada um destes processos já tenha.</p>
        </Message>
      ) : null}
      <TextArea
        name="anotacao"
        label="Texto da anotação"
        hint={`${reader(props.unit, confidential, props.caseFiles.length)} Não segue com o processo. Deixe em branco para apagá-la.`}
        rows={4}
        maxLength={longestNote}
        value={props.typed.text}
        error={errorOf(props.problems, 'anotacao')}
      />
      <Checkbox
        name="prioridade"
        label="Com prioridade"
        hint="Aparece em vermelho na mesa."
        checked={props.typed.priority}
      />
    </ChosenFrame>
  )
}

function reader(unit: string, confidential: number, all: number): string {
  if (confidential === 0) return `Só ${unit} a vê, e há uma para toda a unidade.`
  return confidential === all
    ? 'Em processo sigiloso, só você a vê.'
    : `Só ${unit} a vê; em processo sigiloso, só você.`
}
