import { VARIABLES } from '../../rich-text/index.ts'
import { DescriptionList, Details } from '../../ui/index.ts'

/** The variables that texts may carry. */
export function TextHelp() {
  return (
    <Details summary="Variáveis que podem ser usadas">
      <DescriptionList
        items={Object.entries(VARIABLES).map(([name, label]) => ({ term: `@${name}@`, description: label }))}
      />
    </Details>
  )
}
