import type { Example } from '../examples/example.ts'
import { Checkbox, CheckboxList, RadioGroup } from './choices.tsx'
import { FileField } from './file-field.tsx'
import { ErrorSummary, Fieldset } from './form.tsx'
import { Select } from './select.tsx'
import { DateField, PasswordField, SearchField, TextArea, TextField } from './text-fields.tsx'

const yesNo = [
  { value: 'sim', label: 'Sim' },
  { value: 'nao', label: 'Não', hint: 'O processo continua aberto só aqui.' },
]

export const examples: readonly Example[] = [
  {
    name: 'Resumo de erros',
    render: () => (
      <ErrorSummary
        errors={[{ field: 'nome', message: 'Escreva o nome.' }, { message: 'A sessão terminou; entre de novo.' }]}
      />
    ),
  },
  {
    name: 'Textos',
    render: () => (
      <>
        <TextField name="nome" label="Nome" hint="Como no documento." required error="Escreva o nome." value="José" />
        <TextField
          name="cpf"
          label="CPF"
          inputMode="numeric"
          width="short"
          suggestions={['000.000.000-00']}
          readOnly
          value="000.000.000-00"
        />
        <TextArea name="motivo" label="Motivo" error="Diga o motivo." maxLength={500} />
        <PasswordField name="senha-exemplo" label="Senha" />
        <SearchField name="busca-exemplo" label="Buscar pessoa" placeholder="Nome ou CPF" />
        <DateField name="dia" label="Dia" value="2025-11-21" />
        <DateField name="momento" label="Dia e hora" time value="2025-11-21T10:42" />
      </>
    ),
  },
  {
    name: 'Escolhas',
    render: () => (
      <Fieldset legend="Envio" hint="O que acontece depois de enviar.">
        <Select
          name="unidade"
          label="Unidade"
          emptyLabel="Escolha…"
          options={[
            { value: 'gab', label: 'GAB', group: 'SET/RN' },
            { value: 'cofic', label: 'COFIC', group: 'SET/RN' },
          ]}
        />
        <RadioGroup
          name="manter"
          label="Manter aberto nesta unidade"
          options={yesNo}
          value="nao"
          error="Escolha uma resposta."
        />
        <CheckboxList
          name="avisar"
          label="Avisar"
          options={[...yesNo, { value: 'talvez', label: 'Depois', disabled: true }]}
          values={['sim']}
          inline
        />
        <Checkbox
          name="ciente"
          label="Li e estou ciente"
          hint="Fica no histórico."
          error="Marque para continuar."
          required
        />
      </Fieldset>
    ),
  },
  {
    name: 'Arquivos',
    render: () => (
      <FileField
        name="arquivos"
        label="Arquivos"
        multiple
        accept=".pdf"
        limits="PDF, até 200 MB cada."
        error="Escolha um arquivo."
      />
    ),
  },
]
