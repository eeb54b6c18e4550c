import type { FieldProblem } from '../../../platform/form-fields.ts'
import {
  Button,
  Checkbox,
  CheckboxList,
  DateField,
  errorOf,
  Fieldset,
  LinkButton,
  RadioGroup,
  Select,
  TextField,
} from '../../../ui/index.ts'
import type { TypeChoices } from './list-types.ts'
import type { SearchTyped } from './search.form.ts'

export interface FiltersProps {
  readonly typed: SearchTyped
  readonly problems: readonly FieldProblem[]
  readonly types: TypeChoices
  readonly unitAcronym: string
  /** The search without any filter. */
  readonly clearHref: string
}

/** The filters of PES-002, beside the results. */
export function Filters({ typed, problems, types, unitAcronym, clearHref }: FiltersProps) {
  const text = (name: keyof SearchTyped, label: string, hint?: string) => (
    <TextField name={name} label={label} hint={hint} value={String(typed[name])} error={errorOf(problems, name)} />
  )
  return (
    <>
      <CheckboxList
        name="tipo"
        label="Pesquisar em"
        values={typed.tipo}
        options={[
          { value: 'processos', label: 'Processos' },
          { value: 'gerados', label: 'Documentos gerados' },
          { value: 'externos', label: 'Documentos externos' },
        ]}
      />
      <Checkbox name="passou" label={`Só processos que passaram por ${unitAcronym}`} checked={typed.passou === 'sim'} />
      <Fieldset legend="Origem">
        {text('unidades', 'Unidades geradoras', 'Siglas separadas por vírgula.')}
        <Checkbox name="antecessoras" label="Incluir unidades antecessoras" checked={typed.antecessoras === 'sim'} />
        <Checkbox name="orgao" label="Só do meu órgão" checked={typed.orgao === 'sim'} />
        {text('autores', 'Gerado por', 'Até três usuários, pelo nome ou login, separados por vírgula.')}
        {text('assinante', 'Assinado por', 'Nome ou login.')}
      </Fieldset>
      <Fieldset legend="Processo">
        <Select
          name="tipoProcesso"
          label="Tipo do processo"
          emptyLabel="Qualquer tipo"
          value={typed.tipoProcesso}
          options={types.cases}
        />
        {text('interessado', 'Interessado')}
        {text('especificacao', 'Especificação ou descrição')}
      </Fieldset>
      <Fieldset legend="Documento">
        <Select
          name="tipoDocumento"
          label="Tipo do documento"
          emptyLabel="Qualquer tipo"
          value={typed.tipoDocumento}
          options={types.documents}
        />
        {text('sei', 'Nº SEI', 'O número que o sistema dá a cada documento: 0001234.')}
        {text('numero', 'Número do documento', 'O do próprio tipo, como está no documento: 12/2026.')}
        {text('arvore', 'Nome na árvore', 'As palavras ao lado do tipo, na lista de documentos.')}
      </Fieldset>
      <Fieldset legend="Período">
        <RadioGroup
          name="data"
          label="Data"
          inline
          value={typed.data === 'documento' ? 'documento' : 'inclusao'}
          options={[
            { value: 'inclusao', label: 'de inclusão' },
            { value: 'documento', label: 'do documento' },
          ]}
        />
        <DateField name="de" label="De" value={typed.de} error={errorOf(problems, 'de')} />
        <DateField name="ate" label="Até" value={typed.ate} error={errorOf(problems, 'ate')} />
      </Fieldset>
      <Select
        name="ordem"
        label="Ordem"
        value={typed.ordem === 'relevancia' ? 'relevancia' : 'data'}
        options={[
          { value: 'data', label: 'Mais recentes primeiro' },
          { value: 'relevancia', label: 'Mais relevantes primeiro' },
        ]}
      />
      <div class="search-filters__actions">
        <Button type="submit" kind="primary" icon="search">
          Pesquisar
        </Button>
        <LinkButton href={clearHref} kind="quiet">
          Limpar filtros
        </LinkButton>
      </div>
    </>
  )
}
