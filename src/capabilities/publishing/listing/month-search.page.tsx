import type { ComponentChildren } from 'preact'
import { Button, SearchForm, TextField } from '../../../ui/index.ts'

/** Which month a report is about; `children` are what the address holds besides. */
export function MonthSearch(props: { action: string; month: string; children?: ComponentChildren }) {
  return (
    <SearchForm action={props.action} label="Mês do relatório">
      {props.children}
      <TextField name="mes" label="Mês" hint="Exemplo: 2026-11" value={props.month} width="short" maxLength={7} />
      <Button icon="search">Mostrar</Button>
    </SearchForm>
  )
}
