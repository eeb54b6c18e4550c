import type { ComponentChildren } from 'preact'
import { todayIn } from '../../platform/calendar/index.ts'
import {
  Button,
  Card,
  DateField,
  Form,
  FormActions,
  type IconName,
  RadioGroup,
  Select,
  TextField,
} from '../../ui/index.ts'
import { bindFields } from '../organization/index.ts'
import type { DemandAct, DemandPageProps } from './demand.page.tsx'
import { exitWords } from './demand.text.ts'
import { exitKinds } from './demand.ts'

/** What may be done with an open demand: by the unit that follows it, and by one that was asked. */
export function Acts(props: DemandPageProps) {
  const { demand, sectors, extensions } = props
  const open = sectors.filter(({ returnedOn, isOurs }) => !returnedOn && (demand.isOurs || isOurs))
  const asksExtension = extensions.some(({ decidedOn }) => !decidedOn)
  return (
    <>
      {open.length > 0 ? <Returning {...props} sectors={open} /> : null}
      {demand.isOurs ? (
        <>
          <Asking {...props} />
          {asksExtension ? <Deciding {...props} /> : <Extending {...props} />}
          <Answering {...props} />
        </>
      ) : null}
    </>
  )
}

function Act({
  props,
  act,
  title,
  icon,
  button,
  children,
}: {
  readonly props: DemandPageProps
  readonly act: DemandAct
  readonly title: string
  readonly icon: IconName
  readonly button: string
  readonly children: ComponentChildren
}) {
  const { formKeys, href, demand } = props
  return (
    <Card title={title} icon={icon} id={act}>
      <Form {...formKeys} action={href(`/demandas/${demand.id}/${act}`)} errors={problemsOf(props, act)}>
        {children}
        <FormActions>
          <Button {...(act === 'resposta' ? { kind: 'primary' } : {})} icon="check">
            {button}
          </Button>
        </FormActions>
      </Form>
    </Card>
  )
}

const problemsOf = ({ refused }: DemandPageProps, act: DemandAct) => (refused?.act === act ? refused.problems : [])

/** Names are the same in several forms of the page: each shows what was typed in itself alone. */
function bind(props: DemandPageProps, act: DemandAct, begin: Readonly<Record<string, string>>) {
  const bound = bindFields(props.refused?.act === act ? props.refused.fields : begin, problemsOf(props, act))
  return { text: (name: string) => ({ ...bound.text(name), id: `${act}-${name}` }) }
}

function Asking(props: DemandPageProps) {
  const bound = bind(props, 'unidades', { antecedencia: '2' })
  return (
    <Act {...{ props, act: 'unidades', title: 'Consultar unidades', icon: 'send', button: 'Consultar' }}>
      <TextField
        {...bound.text('unidades')}
        label="Unidades"
        hint="As siglas, separadas por vírgula: todas são consultadas ao mesmo tempo. Se há processo, envie-o a elas também."
        required
        maxLength={500}
        suggestions={props.labels}
      />
      <TextField
        {...bound.text('antecedencia')}
        label="Dias úteis antes do prazo do órgão"
        hint="O prazo interno é contado pelos feriados do órgão."
        required
        inputMode="numeric"
        maxLength={2}
        width="short"
      />
      <TextField {...bound.text('pedido')} label="O que se pede" maxLength={500} />
    </Act>
  )
}

function Returning({ sectors, ...rest }: DemandPageProps) {
  const props = { ...rest, sectors }
  const today = todayIn(props.page.now)
  const only = sectors.length === 1 ? (sectors[0]?.id ?? '') : ''
  const bound = bind(props, 'retornos', { retornou_em: today, consulta: only })
  return (
    <Act {...{ props, act: 'retornos', title: 'Registrar retorno', icon: 'return', button: 'Registrar retorno' }}>
      <Select
        {...bound.text('consulta')}
        label="Unidade que respondeu"
        required
        emptyLabel="Escolha…"
        options={sectors.map(({ id, unit }) => ({ value: id, label: unit }))}
      />
      <DateField {...bound.text('retornou_em')} label="Retornou em" required max={today} />
      <TextField
        {...bound.text('documento')}
        label="Documento produzido"
        hint="Como: Despacho 0000123."
        maxLength={300}
      />
    </Act>
  )
}

function Extending(props: DemandPageProps) {
  const bound = bind(props, 'prorrogacao', {})
  return (
    <Act {...{ props, act: 'prorrogacao', title: 'Prorrogação', icon: 'calendar', button: 'Registrar o pedido' }}>
      <p>Registre o pedido de mais prazo feito ao órgão. O prazo só muda quando a decisão for registrada.</p>
      <DateField {...bound.text('ate')} label="Pedida até" required />
      <TextField {...bound.text('motivo')} label="Motivo" required maxLength={300} />
    </Act>
  )
}

function Deciding(props: DemandPageProps) {
  const asked = props.extensions.find(({ decidedOn }) => !decidedOn)
  const today = todayIn(props.page.now)
  const bound = bind(props, 'decisao', { ate: asked?.askedUntil ?? '', decidida_em: today })
  return (
    <Act
      {...{
        props,
        act: 'decisao',
        title: 'Decisão sobre a prorrogação',
        icon: 'calendar',
        button: 'Registrar a decisão',
      }}
    >
      <RadioGroup
        {...bound.text('decisao')}
        label="O que o órgão decidiu"
        required
        inline
        options={[
          { value: 'concedida', label: 'Concedeu' },
          { value: 'negada', label: 'Negou' },
        ]}
      />
      <DateField {...bound.text('decidida_em')} label="Decidida em" required max={today} />
      <DateField {...bound.text('ate')} label="Novo prazo" hint="Só se concedeu. Os prazos internos mudam junto." />
    </Act>
  )
}

function Answering(props: DemandPageProps) {
  const today = todayIn(props.page.now)
  const bound = bind(props, 'resposta', { respondida_em: today })
  return (
    <Act {...{ props, act: 'resposta', title: 'Responder', icon: 'conclude', button: 'Registrar a resposta' }}>
      <p>Depois de registrada, a demanda não muda mais. Fora do prazo, fica como respondida com atraso.</p>
      <DateField {...bound.text('respondida_em')} label="Respondida em" required max={today} />
      <TextField
        {...bound.text('resposta')}
        label="Documento da resposta"
        hint="Como: Ofício 45/2026 (0000456)."
        required
        maxLength={300}
      />
      <Select
        {...bound.text('comprovante')}
        label="O que comprova a saída"
        required
        emptyLabel="Escolha…"
        options={exitKinds.map((kind) => ({ value: kind, label: exitWords[kind] }))}
      />
      <TextField
        {...bound.text('saida')}
        label="Número ou endereço"
        hint="Da guia, do AR, do protocolo ou do e-mail."
        required
        maxLength={200}
      />
    </Act>
  )
}
