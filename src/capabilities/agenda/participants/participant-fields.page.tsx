import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { Checkbox, Fieldset, Grid, TextField } from '../../../ui/index.ts'
import { bindFields } from '../../organization/index.ts'
import { linesToOffer } from './participants.form.ts'

interface ParticipantFieldsProps {
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
}

/** Who takes part, one in a line. Who has more people saves, and finds two more lines when changing it. */
export function ParticipantFields({ fields, problems }: ParticipantFieldsProps) {
  const bound = bindFields(fields, problems)
  return (
    <Fieldset
      legend="Participantes"
      hint="Um em cada linha, até 20. Se faltarem linhas, salve e altere: aparecem mais duas. Não escreva CPF."
    >
      {linesToOffer(fields).map((place) => (
        <Fieldset key={place} legend={`Participante ${place}`}>
          <Grid min="small">
            <TextField {...bound.text(`nome_${place}`)} label="Nome" maxLength={120} />
            <TextField {...bound.text(`orgao_${place}`)} label="Órgão ou entidade" maxLength={120} />
            <TextField {...bound.text(`papel_${place}`)} label="Cargo ou papel" maxLength={120} />
          </Grid>
          <Checkbox {...bound.flag(`privado_${place}`)} label="Representa interesse privado" />
        </Fieldset>
      ))}
    </Fieldset>
  )
}
