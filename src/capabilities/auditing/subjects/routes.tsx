import { html, notFound, type Router } from '../../../platform/http/index.ts'
import { idParam } from '../../organization/index.ts'
import { findContacts } from '../../people/index.ts'
import { mayKeepRules } from '../rules/keep-rules.ts'
import { findSubject } from './find-subject.ts'
import { SubjectPage, SubjectsPage } from './subjects.page.tsx'

const audit = { permission: 'history.audit' } as const

/** The report for a person about whom there is data (LGPD): for who audits and operates the whole installation. */
export function subjectsRoutes(router: Router): void {
  router.page('/auditoria/titulares', audit, async (visit) => {
    const { db, actor, now, page, href } = visit
    if (!(await mayKeepRules(db, actor, now))) return notFound
    const asked = visit
      .query('q')
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, 250)
    return html(<SubjectsPage {...{ page, href, asked }} found={asked ? await findContacts(db, asked) : []} />)
  })
  router.page('/auditoria/titulares/:id', audit, async (visit) => {
    const { db, actor, now, page, href } = visit
    const id = idParam(visit)
    if (!id || !(await mayKeepRules(db, actor, now))) return notFound
    const subject = await findSubject(db, actor, id, now)
    return subject ? html(<SubjectPage {...{ page, href, now }} {...subject} />) : notFound
  })
}
