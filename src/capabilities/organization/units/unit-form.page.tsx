import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Checkbox,
  DateField,
  Fieldset,
  Form,
  FormActions,
  LinkButton,
  type PageContext,
  Select,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { adminHref } from '../administration/administration.page.tsx'
import { bindFields } from '../administration/bound-fields.ts'
import { states } from './states.rules.ts'

interface UnitFormProps {
  readonly page: PageContext
  readonly formKeys: FormKeys
  readonly path: string
  readonly fields: FormFields
  readonly problems: readonly FieldProblem[]
  /** For a new unit: the agencies to choose from, and units that may stand above it. */
  readonly begin?:
    | {
        readonly agencies: readonly { id: string; acronym: string; name: string }[]
        readonly labels: readonly string[]
      }
    | undefined
}

export function UnitForm({ page, formKeys, path, fields, problems, begin }: UnitFormProps) {
  const bound = bindFields(fields, problems)
  return (
    <Form {...formKeys} action={adminHref(page, path)} errors={problems}>
      {begin ? (
        <Select
          {...bound.text('orgao')}
          label="Órgão"
          required
          emptyLabel={begin.agencies.length > 1 ? 'Escolha…' : undefined}
          options={begin.agencies.map(({ id, acronym, name }) => ({ value: id, label: `${acronym} – ${name}` }))}
        />
      ) : null}
      <TextField {...bound.text('sigla')} label="Sigla" required maxLength={40} width="short" />
      <TextField {...bound.text('nome')} label="Nome" required maxLength={250} />
      <TextField
        {...bound.text('codigo')}
        label="Código no número dos processos"
        inputMode="numeric"
        width="short"
        maxLength={8}
      />
      {begin ? <FirstPlace bound={bound} labels={begin.labels} /> : null}
      <PostalData bound={bound} />
      <TextArea
        {...bound.text('emails')}
        label="E-mails"
        hint="Um por linha: o endereço e, se quiser, para que serve. Exemplo: protocolo@exemplo.gov.br Protocolo geral"
        rows={3}
      />
      <TextArea
        {...bound.text('cargos')}
        label="Cargos e funções para assinar"
        hint="Um por linha. Quem assina nesta unidade escolhe entre eles."
        rows={4}
      />
      <WhatItDoes bound={bound} />
      <FormActions>
        <Button kind="primary">Salvar</Button>
        <LinkButton kind="quiet" href={adminHref(page, '/unidades')}>
          Voltar às unidades
        </LinkButton>
      </FormActions>
    </Form>
  )
}

type Bound = ReturnType<typeof bindFields>

function FirstPlace({ bound, labels }: { bound: Bound; labels: readonly string[] }) {
  return (
    <Fieldset legend="Posição na hierarquia">
      <TextField
        {...bound.text('superior')}
        label="Unidade superior"
        hint="Sigla da unidade; vazio põe a nova unidade no topo."
        suggestions={labels}
        maxLength={80}
        width="medium"
      />
      <DateField {...bound.text('desde')} label="Desde" required />
    </Fieldset>
  )
}

function PostalData({ bound }: { bound: Bound }) {
  return (
    <Fieldset
      legend="Endereço"
      hint="Sem endereço e município a unidade não elabora documentos, que os trazem no rodapé."
    >
      <TextField {...bound.text('endereco')} label="Endereço" maxLength={250} />
      <TextField {...bound.text('municipio')} label="Município" maxLength={120} width="long" />
      <Select
        {...bound.text('uf')}
        label="UF"
        width="short"
        emptyLabel="Escolha…"
        options={states.map((state) => ({ value: state, label: state }))}
      />
      <TextField {...bound.text('telefone')} label="Telefone" type="tel" maxLength={60} width="medium" />
    </Fieldset>
  )
}

function WhatItDoes({ bound }: { bound: Bound }) {
  return (
    <Fieldset legend="O que a unidade faz">
      <Checkbox
        {...bound.flag('recebe')}
        label="Disponível para envio"
        hint="Desmarcada, ninguém envia processos a ela, mas quem trabalha nela continua trabalhando."
      />
      <Checkbox {...bound.flag('avisa')} label="Avisar por e-mail quando chegar um processo" />
      <Checkbox
        {...bound.flag('protocolo')}
        label="Unidade de protocolo"
        hint="Autentica cópias e, conforme os parâmetros, informa número de processo."
      />
      <Checkbox {...bound.flag('arquivo')} label="Unidade de arquivo" />
      <Checkbox {...bound.flag('ouvidoria')} label="Unidade de ouvidoria" />
    </Fieldset>
  )
}
