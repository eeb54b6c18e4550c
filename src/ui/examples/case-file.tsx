import { ActionBar } from '../action-bar.tsx'
import { Card, DescriptionList } from '../content.tsx'
import { TwoPane } from '../layout.tsx'
import { Tabs } from '../navigation.tsx'
import { Shell } from '../shells/shell.tsx'
import { LevelTag, Pen, StatusTag } from '../tag.tsx'
import { Timeline } from '../timeline.tsx'
import { Tree, type TreeDocument } from '../tree.tsx'
import { CaseNumber, DateTime } from '../values.tsx'
import { samplePage } from './sample-page.ts'

const number = '00310.017794/2025-59'

const documents: readonly TreeDocument[] = [
  { id: '1', label: 'Requerimento', numbering: '0041207', icon: 'pdf', unit: 'PROT', pen: 'black', href: '#1' },
  {
    id: '2',
    label: 'Comprovante de pagamento',
    numbering: '0041208',
    icon: 'image',
    unit: 'PROT',
    href: '#2',
    level: 'restricted',
  },
  { id: '3', label: 'Despacho 118', numbering: '0041355', icon: 'document', unit: 'GAB', pen: 'black', href: '#3' },
  { id: '4', label: 'Despacho 119', numbering: '0041356', icon: 'document', unit: 'GAB', cancelled: true, href: '#4' },
  { id: '5', label: 'Planilha de cálculo', numbering: '0041602', icon: 'sheet', unit: 'COFIC', href: '#5' },
  {
    id: '6',
    label: 'Parecer 42',
    numbering: '0041777',
    icon: 'document',
    unit: 'COFIC',
    pen: 'yellow',
    href: '#6',
    current: true,
    badges: [{ label: 'Disponível para acesso externo', icon: 'external', tone: 'info' }],
  },
  { id: '7', label: 'Minuta de decisão', numbering: '0041780', icon: 'draft', unit: 'COFIC', pen: 'draft', href: '#7' },
]

/** A case file: its documents on the left, one of them open on the right. */
export function CaseFileExample() {
  return (
    <Shell
      page={samplePage({ path: '/em/cofic/processos' })}
      title={`Processo ${number}`}
      heading={<CaseNumber number={number} copy />}
      breadcrumb={[{ label: 'Mesa', href: '/em/cofic/mesa' }, { label: number }]}
      flash={{ kind: 'success', text: 'Parecer 42 assinado por você às 14:18.' }}
      lead={
        <>
          ICMS: restituição – Comercial Potengi Ltda. <LevelTag level="public" />{' '}
          <StatusTag tone="info" icon="desk">
            Aberto em COFIC, com Marina Dantas
          </StatusTag>{' '}
          <StatusTag tone="warning">Prazo: vence em 3 dias</StatusTag>
        </>
      }
    >
      <CaseActions />
      <TwoPane
        sideLabel="Documentos do processo"
        folds
        side={
          <Tree
            id="arvore"
            label="Documentos do processo"
            filter
            root={{ label: number, href: '/processos/1' }}
            items={[{ id: 'i', label: 'Volume I', items: documents.slice(0, 2), open: true }, ...documents.slice(2)]}
          />
        }
      >
        <Tabs
          label="Partes do processo"
          items={[
            { href: '#documento', label: 'Documento', current: true },
            { href: '#historico', label: 'Histórico', count: 12 },
            { href: '#interessados', label: 'Interessados', count: 1 },
            { href: '#relacionados', label: 'Relacionados', count: 2 },
            { href: '#prazos', label: 'Prazos', count: 1 },
            { href: '#acesso', label: 'Acesso' },
          ]}
        />
        <OpenDocument />
        <Card title="Últimos andamentos" icon="history">
          <LastEvents />
        </Card>
      </TwoPane>
    </Shell>
  )
}

function CaseActions() {
  return (
    <ActionBar
      label="Ações do processo"
      shortcut="barra-de-acoes"
      groups={[
        [
          { label: 'Incluir documento', icon: 'plus', href: '#incluir', kind: 'primary' },
          { label: 'Enviar', icon: 'send', href: '#enviar' },
          { label: 'Atribuir', icon: 'assign', href: '#atribuir' },
          { label: 'Concluir', icon: 'conclude', href: '#concluir' },
        ],
        [
          { label: 'Assinar', icon: 'sign', href: '#assinar' },
          { label: 'Editar', icon: 'edit', href: '#editar' },
          { label: 'Ciência', icon: 'check', post: '/ciencia', csrf: 'exemplo' },
        ],
        [
          { label: 'Acompanhar', icon: 'star', href: '#acompanhar' },
          { label: 'Gerar PDF', icon: 'pdf', href: '#pdf' },
        ],
      ]}
      more={[
        {
          heading: 'Outras',
          actions: [
            { label: 'Gerar ZIP', icon: 'zip', href: '#zip' },
            { label: 'Relacionar', icon: 'link', href: '#relacionar' },
            { label: 'Sobrestar', icon: 'pause', href: '#sobrestar' },
            { label: 'Liberar acesso externo', icon: 'external', href: '#externo' },
            { label: 'Cancelar documento', icon: 'cancel', href: '#cancelar', kind: 'danger' },
          ],
        },
      ]}
    />
  )
}

function OpenDocument() {
  return (
    <Card title="Parecer 42" icon="document" actions={<Pen kind="yellow" />}>
      <DescriptionList
        layout="columns"
        items={[
          { term: 'Número', description: '0041777' },
          { term: 'Unidade', description: 'COFIC – Coordenadoria de Fiscalização' },
          { term: 'Assinado', description: <DateTime value={new Date('2025-11-21T14:18:00-03:00')} /> },
          { term: 'Por', description: 'Marina Dantas, auditora fiscal' },
        ]}
      />
      <hr />
      <div class="prose">
        <p>
          Trata-se de pedido de restituição de ICMS recolhido em duplicidade na competência de setembro de 2025,
          instruído com os comprovantes de pagamento juntados ao processo.
        </p>
        <p>
          A planilha de cálculo demonstra que os dois recolhimentos se referem à mesma nota. Opina-se, portanto, pelo
          deferimento do pedido, com a atualização prevista em lei.
        </p>
      </div>
    </Card>
  )
}

function LastEvents() {
  return (
    <Timeline
      label="Últimos andamentos"
      events={[
        {
          id: '12',
          at: new Date('2025-11-21T14:18:00-03:00'),
          icon: 'sign',
          text: 'Parecer 42 assinado.',
          actor: 'Marina Dantas',
          unit: 'COFIC',
        },
        {
          id: '11',
          at: new Date('2025-11-21T14:02:00-03:00'),
          icon: 'receive',
          text: 'Processo recebido na unidade.',
          actor: 'Marina Dantas',
          unit: 'COFIC',
        },
        {
          id: '10',
          at: new Date('2025-11-21T13:58:00-03:00'),
          icon: 'send',
          text: 'Processo enviado por GAB a COFIC, com retorno em 24/11/2025.',
          actor: 'Rui Lacerda',
          unit: 'GAB',
        },
      ]}
    />
  )
}
