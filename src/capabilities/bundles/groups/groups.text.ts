import type { GroupRefusal } from './keep-groups.ts'

export function explainGroupRefusal({ kind }: GroupRefusal): string {
  switch (kind) {
    case 'name':
      return 'Dê ao grupo um nome de até 60 caracteres.'
    case 'taken':
      return 'A unidade já tem um grupo com este nome.'
    case 'not-empty':
      return 'O grupo ainda tem blocos. Mude-os de grupo antes de excluir, ou apenas desative o grupo.'
  }
}
