import { examples as actionBar } from './action-bar.examples.tsx'
import { examples as barLists } from './bar-list.examples.tsx'
import { examples as buttons } from './button.examples.tsx'
import { examples as colourMarks } from './colour-mark.examples.tsx'
import { examples as content } from './content.examples.tsx'
import { Card } from './content.tsx'
import type { Example } from './examples/example.ts'
import { examples as fields } from './forms/fields.examples.tsx'
import { examples as icons } from './icons/icon.examples.tsx'
import { examples as layout } from './layout.examples.tsx'
import { examples as links } from './link.examples.tsx'
import { examples as messages } from './message.examples.tsx'
import { examples as calendar } from './month-calendar.examples.tsx'
import { examples as navigation } from './navigation.examples.tsx'
import type { PageContext } from './page-context.ts'
import { Shell } from './shells/shell.tsx'
import { examples as tables } from './table.examples.tsx'
import { examples as tags } from './tag.examples.tsx'
import { examples as timeline } from './timeline.examples.tsx'
import { examples as tree } from './tree.examples.tsx'
import { examples as values } from './values.examples.tsx'

/** Every example of every component, by chapter. */
export const chapters: Readonly<Record<string, readonly Example[]>> = {
  Botões: buttons,
  Ações: actionBar,
  Campos: fields,
  Mensagens: messages,
  'Marcas e estados': tags,
  'Marcadores com cor': colourMarks,
  Valores: values,
  Tabelas: tables,
  Gráficos: barLists,
  'Árvore de documentos': tree,
  Histórico: timeline,
  Calendário: calendar,
  Conteúdo: content,
  Navegação: navigation,
  Disposição: layout,
  Ligações: links,
  Ícones: icons,
}

/** One page with every example of every component. */
export function Gallery({ page }: { page: PageContext }) {
  return (
    <Shell page={page} title="Galeria de componentes" lead="Tudo de que as páginas são feitas.">
      {Object.entries(chapters).map(([chapter, examples]) => (
        <section key={chapter}>
          <h2>{chapter}</h2>
          {examples.map((example) => (
            <Card key={example.name} title={example.name} level={3}>
              {example.render()}
            </Card>
          ))}
        </section>
      ))}
    </Shell>
  )
}
