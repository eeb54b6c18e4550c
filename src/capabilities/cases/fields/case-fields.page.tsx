import {
  Button,
  CheckboxList,
  errorOf,
  Fieldset,
  type FormError,
  Select,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import type { CaseFieldsTyped } from './case-fields.form.ts'
import type { FieldChoices } from './find-choices.ts'
import { priorities } from './priority.text.ts'

interface CaseFieldsProps {
  readonly typed: CaseFieldsTyped
  readonly choices: FieldChoices
  readonly problems: readonly FormError[]
  /** The form is new to the person: it begins with the first of these fields. */
  readonly focused?: boolean | undefined
}

/** Summary, classes, parties and priority: the fields that opening and changing a case file have in common. */
export function CaseFields({ typed, choices, problems, focused }: CaseFieldsProps) {
  return (
    <>
      <TextArea
        name="especificacao"
        label="Especificação"
        hint="Uma frase curta que diga do que trata o processo, sem dados pessoais. Até 500 caracteres."
        rows={2}
        maxLength={500}
        value={typed.summary}
        focused={focused}
        error={errorOf(problems, 'especificacao')}
      />
      <Fieldset legend="Classificação" hint="Classe do plano de classificação de documentos; ao menos uma.">
        <CheckboxList
          name="classe"
          label="Classes"
          labelHidden
          values={choices.classes.flatMap(({ value, ticked }) => (ticked ? [value] : []))}
          options={choices.classes}
          error={errorOf(problems, 'classe')}
          hint={choices.classHint}
        />
        <TextField
          name="nova_classe"
          label="Procurar outra classe"
          hint="Código ou palavras da descrição."
          width="long"
          focused={choices.focused === 'class'}
        />
        <Button name="acao" value="procurar" icon="search" small>
          Procurar classe
        </Button>
      </Fieldset>
      <Fieldset legend="Interessados" hint="Pessoas ou entidades de quem o processo trata; até 20, ou nenhuma.">
        {choices.parties.length > 0 || errorOf(problems, 'interessado') ? (
          <CheckboxList
            name="interessado"
            label="Interessados"
            labelHidden
            values={choices.parties.flatMap(({ value, ticked }) => (ticked ? [value] : []))}
            options={choices.parties}
            error={errorOf(problems, 'interessado')}
            hint={choices.partyHint}
          />
        ) : null}
        {choices.parties.length === 0 && choices.partyHint ? <p class="field__hint">{choices.partyHint}</p> : null}
        <TextField
          name="novo_interessado"
          label="Procurar ou cadastrar interessado"
          hint="Nome, CPF ou CNPJ."
          width="long"
          focused={choices.focused === 'party'}
        />
        <Button name="acao" value="procurar-interessado" icon="search" small>
          Procurar interessado
        </Button>
      </Fieldset>
      <Select
        name="prioridade"
        label="Prioridade legal"
        value={typed.priority}
        emptyLabel="Sem prioridade"
        width="long"
        options={Object.entries(priorities).map(([value, label]) => ({ value, label }))}
      />
    </>
  )
}
