import { CheckboxList, errorOf, Link, Message, TextArea, TextField } from '../../../ui/index.ts'
import { ChosenFrame, type ChosenPageProps } from '../batch/chosen.page.tsx'
import type { FollowTyped } from './follow.form.ts'
import type { WatchlistRow } from './watchlists.queries.ts'

interface FollowPageProps extends ChosenPageProps {
  readonly watchlists: readonly WatchlistRow[]
  readonly typed: FollowTyped
  /** Names of the groups in which the one case file is followed already; '' for none. */
  readonly followedIn: readonly string[]
}

/** Puts one or many case files among those that the unit follows. */
export function FollowPage(props: FollowPageProps) {
  const { watchlists, typed, problems, followedIn, href, caseFiles } = props
  return (
    <ChosenFrame
      {...props}
      title="Acompanhamento especial"
      path="/acompanhamento"
      submit={{ label: 'Acompanhar', icon: 'eye' }}
    >
      {followedIn.length > 0 ? (
        <Message kind="info">
          <p>
            A unidade já acompanha este processo ({followedIn.map((name) => name || 'sem grupo').join(', ')}).{' '}
            <Link href={href(`/acompanhamentos?q=${caseFiles[0]?.digits ?? ''}`)}>Alterar ou excluir na lista</Link>
          </p>
        </Message>
      ) : null}
      {watchlists.length > 0 ? (
        <CheckboxList
          name="grupos"
          label="Grupos"
          hint="Um processo pode estar em vários. Sem marcar nenhum, ele é acompanhado sem grupo."
          values={typed.watchlistIds}
          options={watchlists.map(({ id, name }) => ({ value: id, label: name }))}
          error={errorOf(problems, 'grupos')}
        />
      ) : null}
      <TextField
        name="novo_grupo"
        label="Novo grupo (opcional)"
        maxLength={60}
        width="long"
        value={typed.newList}
        error={errorOf(problems, 'novo_grupo')}
      />
      <TextArea
        name="observacao"
        label="Observação (opcional)"
        hint="Toda a unidade a lê e pode pesquisar por ela."
        rows={3}
        maxLength={500}
        value={typed.observation}
        error={errorOf(problems, 'observacao')}
      />
    </ChosenFrame>
  )
}
