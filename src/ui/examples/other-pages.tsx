import { Button, LinkButton } from '../button.tsx'
import { Card, EmptyState } from '../content.tsx'
import { CheckboxList, RadioGroup } from '../forms/choices.tsx'
import { FileField } from '../forms/file-field.tsx'
import { errorOf, Fieldset, Form, FormActions, SearchForm } from '../forms/form.tsx'
import { Select } from '../forms/select.tsx'
import { DateField, PasswordField, SearchField, TextArea, TextField } from '../forms/text-fields.tsx'
import { Stack } from '../layout.tsx'
import { ConfirmPage } from '../shells/confirm-page.tsx'
import { PlainShell } from '../shells/plain-shell.tsx'
import { PublicShell } from '../shells/public-shell.tsx'
import { Shell } from '../shells/shell.tsx'
import { CaseNumber, Day, Highlighted } from '../values.tsx'
import { samplePage, sampleVisit } from './sample-page.ts'

/** Signing in, with the people of the demonstration beside it. */
export function SignInExample() {
  return (
    <PlainShell page={{ ...sampleVisit('/entrar'), demo: true }} title="Entrar" aside={<People />}>
      <Form action="/entrar" csrf="exemplo">
        <TextField name="usuario" label="Usuário ou e-mail" autocomplete="username" required />
        <PasswordField name="senha" label="Senha" required />
        <Select
          name="orgao"
          label="Órgão"
          value="set"
          options={[
            { value: 'set', label: 'SET/RN' },
            { value: 'seplag', label: 'SEPLAG/MG' },
          ]}
        />
        <FormActions>
          <Button kind="primary" icon="signIn">
            Entrar
          </Button>
          <LinkButton kind="quiet" href="/senha">
            Esqueci a senha
          </LinkButton>
        </FormActions>
      </Form>
    </PlainShell>
  )
}

function People() {
  return (
    <Card title="Pessoas da demonstração" icon="people" level={2}>
      <Stack gap="small">
        <p>Entre com um clique, no papel que quiser conhecer.</p>
        <Form action="/entrar/demonstracao" csrf="exemplo">
          <Stack gap="small">
            <Button name="pessoa" value="marina" icon="person">
              Marina Dantas, auditora em COFIC
            </Button>
            <Button name="pessoa" value="rui" icon="person">
              Rui Lacerda, chefe de gabinete
            </Button>
            <Button name="pessoa" value="ana" icon="settings">
              Ana Paiva, administradora
            </Button>
          </Stack>
        </Form>
      </Stack>
    </Card>
  )
}

const errors = [
  { field: 'especificacao', message: 'Escreva a especificação: ela diz do que trata o processo.' },
  { field: 'hipotese', message: 'Escolha a hipótese legal: o nível restrito a exige.' },
  { field: 'retorno', message: 'O retorno programado deve ser um dia futuro.' },
]

/** A form that was refused: every reason, and all that was typed. */
export function FormWithErrorsExample() {
  return (
    <Shell
      page={samplePage({ path: '/em/cofic/novo-processo' })}
      title="Novo processo"
      width="text"
      hasErrors
      breadcrumb={[{ label: 'Mesa', href: '/em/cofic/mesa' }, { label: 'Novo processo' }]}
    >
      <Form action="/em/cofic/processos" csrf="exemplo" idempotencyKey="1" errors={errors} multipart>
        <Select
          name="tipo"
          label="Tipo do processo"
          required
          value="icms"
          emptyLabel="Escolha…"
          width="long"
          options={[
            { value: 'icms', label: 'ICMS: restituição', group: 'Usados nesta unidade' },
            { value: 'ferias', label: 'Pessoal: férias', group: 'Usados nesta unidade' },
            { value: 'outro', label: 'Patrimônio: baixa de bens', group: 'Todos' },
          ]}
        />
        <TextField
          name="especificacao"
          label="Especificação"
          hint="Uma frase curta, sem dados pessoais."
          required
          error={errorOf(errors, 'especificacao')}
        />
        <TextArea
          name="interessados"
          label="Interessados"
          hint="Um por linha."
          rows={3}
          value={'Comercial Potengi Ltda.\nAssociação dos Lojistas'}
        />
        <RadioGroup
          name="nivel"
          label="Nível de acesso"
          required
          value="restricted"
          options={[
            { value: 'public', label: 'Público', hint: 'Qualquer pessoa pode consultar.' },
            { value: 'restricted', label: 'Restrito', hint: 'Só as unidades por onde o processo passa.' },
            { value: 'confidential', label: 'Sigiloso', hint: 'Só quem recebe credencial.' },
          ]}
        />
        <Select
          name="hipotese"
          label="Hipótese legal"
          error={errorOf(errors, 'hipotese')}
          emptyLabel="Escolha…"
          width="long"
          options={[{ value: '1', label: 'Sigilo fiscal (art. 198 do CTN)' }]}
        />
        <Fieldset legend="Prazos e anexos">
          <DateField name="retorno" label="Retorno programado" value="2025-11-20" error={errorOf(errors, 'retorno')} />
          <CheckboxList
            name="avisos"
            label="Avisar por e-mail"
            values={['vencimento']}
            inline
            options={[
              { value: 'vencimento', label: 'No vencimento' },
              { value: 'vespera', label: 'Na véspera' },
            ]}
          />
          <FileField name="arquivos" label="Arquivos" multiple accept=".pdf" limits="PDF ou imagem, até 200 MB cada." />
        </Fieldset>
        <FormActions>
          <Button kind="primary">Abrir processo</Button>
          <LinkButton kind="quiet" href="/em/cofic/mesa">
            Voltar à mesa
          </LinkButton>
        </FormActions>
      </Form>
    </Shell>
  )
}

/** The citizen looks for a case file. */
export function PublicSearchExample() {
  return (
    <PublicShell
      page={sampleVisit('/consulta')}
      title="Consulta de processos"
      lead="Encontre um processo público pelo número, pelo assunto ou pelo interessado."
    >
      <SearchForm action="/consulta" label="Consulta de processos">
        <SearchField name="q" label="Número, assunto ou nome" value="restituição" />
        <Button kind="primary" icon="search">
          Consultar
        </Button>
      </SearchForm>
      <h2>2 processos encontrados</h2>
      <Stack>
        {['00310.017794/2025-59', '00310.016201/2025-22'].map((number) => (
          <Card key={number} title={<CaseNumber number={number} href={`/consulta/${number}`} />} level={3}>
            <p>
              <Highlighted
                parts={[
                  { text: 'ICMS: ' },
                  { text: 'restituição', marked: true },
                  { text: ' de imposto pago em duplicidade.' },
                ]}
              />
            </p>
            <p class="secondary">
              Secretaria de Estado da Tributação, aberto em <Day value="2025-10-03" long />
            </p>
          </Card>
        ))}
      </Stack>
    </PublicShell>
  )
}

/** A question before an act that cannot be undone. */
export function ConfirmExample() {
  return (
    <ConfirmPage
      page={samplePage({ path: '/em/cofic/processos' })}
      title="Cancelar o Parecer 42?"
      consequences={[
        'O documento continua na árvore, riscado, e ninguém mais o lê.',
        'O histórico guarda quem cancelou, quando e por quê.',
      ]}
      irreversible
      action="/documentos/0041777/cancelamento"
      confirmLabel="Cancelar o documento"
      confirmIcon="cancel"
      cancelHref="/documentos/0041777"
    >
      <TextArea name="motivo" label="Motivo" required />
    </ConfirmPage>
  )
}

/** A page that does not exist, or not for this person: the same words for both. */
export function NotFoundExample() {
  return (
    <PlainShell page={samplePage()} title="Página não encontrada">
      <EmptyState
        title="Não há nada neste endereço para você"
        icon="search"
        action={<LinkButton href="/em/cofic/mesa">Ir para a mesa</LinkButton>}
      >
        <p>O endereço pode estar errado, ou o processo pode não estar ao alcance da sua unidade.</p>
      </EmptyState>
    </PlainShell>
  )
}
