import type { Preparation } from '../../platform/platform.ts'
import { type PageContext, PlainShell, ProgressBar } from '../../ui/index.ts'

/** Nobody can sign in before the people are there: the page waits for them, and comes back by itself without a script. */
export function PreparingPage({ page, preparation }: { page: PageContext; preparation: Preparation }) {
  const { done, total } = preparation
  return (
    <PlainShell page={page} title="A demonstração está sendo preparada…" refreshSeconds={5}>
      <p>
        Isso acontece só na primeira vez e leva perto de um minuto. Esta página se atualiza sozinha e mostra a entrada
        assim que tudo estiver pronto.
      </p>
      {total > 0 ? (
        <ProgressBar label="Processos de exemplo" value={done} max={total} text={`${done} de ${total}`} />
      ) : null}
    </PlainShell>
  )
}
