import {
  Details,
  EmptyState,
  formatCount,
  Link,
  type PageContext,
  SearchField,
  Shell,
  Table,
  Tag,
  Toolbar,
} from '../../../ui/index.ts'
import type { CaseTypeChoice } from '../fields/find-choices.ts'

interface ChooseTypeProps {
  readonly page: PageContext
  readonly deskHref: string
  readonly types: readonly CaseTypeChoice[]
  readonly typeHref: (type: CaseTypeChoice) => string
}

/** First step of a new case file: its type, those that the unit uses first (PRO-022). */
export function ChooseTypePage({ page, deskHref, types, typeHref }: ChooseTypeProps) {
  return (
    <Shell
      page={page}
      title="Novo processo"
      breadcrumb={[{ label: 'Mesa', href: deskHref }, { label: 'Novo processo' }]}
      lead="Escolha o tipo do processo. Os que esta unidade usa vêm primeiro."
    >
      <Details summary="O que não é assunto de processo" id="o-que-nao-e-processo">
        <p>
          O processo guarda o que precisa de decisão, registro ou prova. Para o resto há o e-mail e a conversa: marcar
          reuniões, trocar informações, tirar dúvidas de trabalho entre áreas, divulgar boletins e campanhas internas.
        </p>
        <p>
          Antes de abrir, veja pela pesquisa se o assunto já tem processo: um documento novo nele vale mais do que um
          processo repetido.
        </p>
      </Details>
      <Toolbar label="Filtro dos tipos">
        <SearchField
          name="filtro"
          label="Filtrar os tipos"
          placeholder="Filtrar os tipos"
          labelHidden
          filterOf="tipos"
          focused
        />
      </Toolbar>
      <Table
        id="tipos"
        caption={formatCount(types.length, 'tipo de processo', 'tipos de processo')}
        rows={types}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'tipo',
            header: 'Tipo',
            rowHeader: true,
            width: 'wide',
            cell: (type) => (
              <>
                <Link href={typeHref(type)}>{type.name}</Link>
                {type.description ? <p class="secondary">{type.description}</p> : null}
              </>
            ),
          },
          { key: 'uso', header: 'Uso', width: 'narrow', cell: (type) => (type.usedHere ? 'Usado nesta unidade' : '') },
          {
            key: 'sigilo',
            header: 'Sigilo',
            width: 'narrow',
            cell: (type) =>
              type.allowedLevels.includes('confidential') ? (
                <Tag tone="danger" icon="confidential">
                  Pode ser sigiloso
                </Tag>
              ) : (
                ''
              ),
          },
        ]}
        empty={
          <EmptyState title="Nenhum tipo de processo disponível" icon="caseNew">
            <p>Peça ao administrador que cadastre os tipos que esta unidade pode abrir.</p>
          </EmptyState>
        }
      />
    </Shell>
  )
}
