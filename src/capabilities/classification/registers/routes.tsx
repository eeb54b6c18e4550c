import { html, type InnerVisit, notFound, type Router } from '../../../platform/http/index.ts'
import { answerChanges, goSaying, idParam, reachOfVisit } from '../../organization/index.ts'
import { ActivationPage } from './register.page.tsx'
import { type Register, registers } from './registers.ts'
import { findEntry, setActive } from './set-active.ts'

export const permission = 'classification.manage'

/** Types, classes and legal bases are of the whole installation, and so is who changes them. */
export async function keepsAll(visit: InnerVisit): Promise<boolean> {
  return (await reachOfVisit(visit, permission)).agencyId === undefined
}

/** Every register: out of use, and back; and what was changed. */
export function activationRoutes(router: Router): void {
  for (const register of Object.keys(registers) as Register[]) {
    const { path, title, changes } = registers[register]
    router.page(`/administracao${path}/:id/alteracoes`, { permission }, async (visit) => {
      const entry = await entryOf(visit, register)
      if (!entry) return notFound
      const shown = { label: entry.label, register: { label: title, path }, recordPath: `${path}/${entry.id}` }
      return answerChanges(visit, { register: changes, id: entry.id }, shown)
    })
    for (const [noun, active] of [
      ['desativacao', false],
      ['reativacao', true],
    ] as const) {
      router.page(`/administracao${path}/:id/${noun}`, { permission }, async (visit) => {
        const entry = await entryOf(visit, register)
        if (!entry || entry.active === active) return notFound
        return html(<ActivationPage page={visit.page} formKeys={visit.formKeys} {...{ register, entry }} />)
      })
      router.act(`/administracao${path}/:id/${noun}`, { permission }, async (visit) => {
        const entry = await entryOf(visit, register)
        if (!entry) return notFound
        await setActive(visit.db, visit.actor, { register, id: entry.id }, active, visit.now)
        return goSaying(visit, path, entry.label, active ? 'de volta ao uso.' : 'fora de uso.')
      })
    }
  }
}

async function entryOf(visit: InnerVisit, register: Register) {
  const id = idParam(visit)
  return id && (await keepsAll(visit)) ? findEntry(visit.db, register, id) : undefined
}
