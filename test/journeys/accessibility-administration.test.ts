import { annexCaseFile, blockCaseFile } from '../../src/capabilities/cases/index.ts'
import { aCaseFile, actorOf, aDraft, done } from '../support/builders-cases.ts'
import { at } from '../support/world.ts'
import { lookAtPages } from './look-at-pages.ts'
import { pagesOfAdministration } from './pages.ts'
import { furnishAdministration } from './pages-world.ts'

lookAtPages(pagesOfAdministration, async (house, lookers) => {
  const [marina, admin] = [await actorOf(house, 'marina', at.prot), await actorOf(house, 'admin', at.gs)]
  const now = house.platform.clock()
  const [main, annexed, blocked] = [await aCaseFile(house), await aCaseFile(house), await aCaseFile(house)]
  await aDraft(house, annexed.digits)
  await done(annexCaseFile(house.db, marina, annexed.digits, main.digits, now))
  await done(blockCaseFile(house.db, admin, { digits: blocked.digits, reason: 'Ordem judicial.' }, now))
  return { ...(await furnishAdministration(house, lookers)), annexed, blocked }
})
