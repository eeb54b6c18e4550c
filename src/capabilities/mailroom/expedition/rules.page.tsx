import type { FormFields } from '../../../platform/form-fields.ts'
import type { FormKeys } from '../../../platform/form-keys.ts'
import {
  Button,
  Card,
  Checkbox,
  EmptyState,
  Form,
  FormActions,
  type FormError,
  RadioGroup,
  Select,
  Table,
  TextField,
} from '../../../ui/index.ts'
import { bindFields } from '../../organization/index.ts'
import { states } from '../letters/letter.ts'
import type { DeliveryRuleRow } from './rules.queries.ts'
import { ExpeditionFrame, type ExpeditionProps } from './tabs.page.tsx'

interface RulesPageProps extends ExpeditionProps {
  readonly formKeys: FormKeys
  readonly rules: readonly DeliveryRuleRow[]
  readonly units: readonly string[]
  readonly mayKeep: boolean
  readonly fields: FormFields
  readonly problems: readonly FormError[]
}

/** How a letter goes, by where it goes (GT-02). */
export function RulesPage(props: RulesPageProps) {
  const { page, href, formKeys, rules, mayKeep, problems } = props
  return (
    <ExpeditionFrame {...{ page, href }} place="/regras" title="Regras por município" hasErrors={problems.length > 0}>
      <p>Vale a regra mais particular: a do município; sem ela, a do estado; sem esta, a de todos os lugares.</p>
      <Table
        id="regras"
        caption={`Regras do órgão: ${rules.length === 0 ? 'nenhuma' : rules.length}`}
        rows={rules}
        rowKey={({ id }) => id}
        empty={<EmptyState title="Nenhuma regra ainda: sem ela, ninguém pode pedir postagem" icon="settings" />}
        columns={[
          { key: 'lugar', header: 'Lugar', rowHeader: true, width: 'wide', cell: placeOf },
          {
            key: 'como',
            header: 'Como vai',
            cell: ({ way }) => (way === 'direct' ? 'Entrega direta, com guia' : 'Correio'),
          },
          { key: 'quem', header: 'Quem posta', cell: ({ unit }) => unit ?? '–' },
          { key: 'ar', header: 'Com AR', cell: ({ withReceipt }) => (withReceipt ? 'Sim' : 'Não') },
          {
            key: 'dias',
            header: 'AR pendente depois de',
            cell: ({ way, receiptDays }) => (way === 'post' ? `${receiptDays} dias` : '–'),
          },
          ...(mayKeep
            ? [
                {
                  key: 'acao',
                  header: 'Retirar',
                  cell: (rule: DeliveryRuleRow) => (
                    <Form {...formKeys} action={href(`/expedicao/regras/${rule.id}/remocao`)}>
                      <Button kind="quiet" icon="remove">
                        Retirar {placeOf(rule)}
                      </Button>
                    </Form>
                  ),
                },
              ]
            : []),
        ]}
      />
      {mayKeep ? <NewRule {...props} /> : null}
    </ExpeditionFrame>
  )
}

function placeOf({ city, state }: Pick<DeliveryRuleRow, 'city' | 'state'>): string {
  if (city) return `${city}/${state}`
  return state || 'Todos os outros lugares'
}

function NewRule({ href, formKeys, fields, problems, units }: RulesPageProps) {
  const bound = bindFields(
    fields,
    problems.map(({ field = '', message }) => ({ field, message })),
  )
  return (
    <Card title="Nova regra, ou outra no lugar da que há" icon="plus" id="nova-regra">
      <Form {...formKeys} action={href('/expedicao/regras')} errors={problems}>
        <Select
          {...bound.text('uf')}
          label="Estado"
          emptyLabel="Todos"
          width="short"
          options={states.map((state) => ({ value: state, label: state }))}
        />
        <TextField
          {...bound.text('cidade')}
          label="Município"
          hint="Vazio: o estado inteiro."
          maxLength={100}
          width="long"
        />
        <RadioGroup
          {...bound.text('como')}
          label="Como vai"
          required
          options={[
            { value: 'direct', label: 'Entrega direta, com guia de tramitação' },
            { value: 'post', label: 'Pelo correio' },
          ]}
        />
        <TextField
          {...bound.text('unidade')}
          label="Unidade que posta"
          hint="A sigla. Só para o que vai pelo correio."
          maxLength={60}
          width="medium"
          suggestions={units}
        />
        <Checkbox {...bound.flag('ar')} label="Vai com AR" />
        <TextField
          {...bound.text('dias')}
          label="Dias depois da postagem para o AR ser dado por pendente"
          inputMode="numeric"
          maxLength={3}
          width="short"
        />
        <FormActions>
          <Button kind="primary" icon="check">
            Salvar a regra
          </Button>
        </FormActions>
      </Form>
    </Card>
  )
}
