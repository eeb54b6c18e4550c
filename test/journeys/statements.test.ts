import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Transaction } from '../../src/platform/db/index.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import type { Page, Person } from '../support/person.ts'
import { asIfGrown, type Statement, statementsOn } from '../support/statements.ts'
import { type PageToLookAt, pagesOfAdministration, pagesOfPublic, pagesOfWork } from './pages.ts'
import { furnishAdministration, furnishPages, type Lookers, openLookers } from './pages-world.ts'

const mostStatements = 10

/** Registers, which an installation has some hundreds of: reading one whole is nothing. Every other table grows. */
const small =
  /^(organization|classification|pg_catalog|graphile_worker)\.|^publishing\.vehicle|^identity\.(profile|profile_permission|recovery_code)$|^platform\.(setting|migration)$|^cases\.number_counter$|^auditing\.rule$|^agenda\.calendar$|^work_plans\.(plan|step|item|item_document_type|case_type_default)$/

/** What is read whole all the same, and why it may be. */
const excused: readonly [statement: RegExp, table: RegExp, why: string][] = [
  [/as "isThere"/, /^identity\./, 'administration: profiles and permissions of one agency, some times a month'],
  [
    /a\.disabled_at is null as active/,
    /^identity\./,
    'administration: the people of an installation, some times a day',
  ],
  [/as "withinReach"/, /^identity\./, 'administration: what was granted in an installation, some times a day'],
  [
    /s\.id, o\.id as "officeId"/,
    /^identity\./,
    'administration: the substitutions of an installation, some times a day',
  ],
  [/identity\.profile p/, /^identity\./, 'administration: how many people have a profile'],
  [/as "awaitsReturn"/, /^routing\.movement$/, 'where there are movements it goes by their case file'],
  [
    /insert into statistics\.closed_/,
    /^(identity\.|documents\.file$)/,
    'a job: all people and all files are counted when a month closes, once, and the sums kept',
  ],
  [/as publication/, /^statistics\.published$/, 'a register: publications of other installations, a few a year'],
  [
    /t\.kind, t\.name, t\.version, t\.scope/,
    /^knowledge\.institutional_text$/,
    'administration: what an installation distributes, a register of some hundreds',
  ],
  [/from guides\.version v/, /^guides\.version$/, 'a register: the guides released in an installation, some hundreds'],
  [/^\s*update output\.export/, /^output\.export$/, 'an index of the unfinished ones, of which there are a few'],
]
let house: TestHouse
let said: { take(): Statement[]; readonly all: ReadonlyMap<string, Statement> }
const counted = new Map<string, readonly Statement[]>()

beforeAll(async () => {
  house = await openTestHouse()
  said = statementsOn(house.db)
  const lookers = await openLookers(house)
  const world = await furnishPages(house, lookers)
  await look([...pagesOfPublic, ...pagesOfWork], world, lookers)
  await look(pagesOfAdministration, { ...world, ...(await furnishAdministration(house, lookers)) }, lookers)
}, 120_000)
afterAll(() => house.close())

async function look<World>(pages: readonly PageToLookAt<World>[], world: World, lookers: Lookers): Promise<void> {
  for (const { address, by, sent, route, look } of pages) {
    said.take()
    const page = await lookers[by].open(address(world))
    if (page.url === address(world)) counted.set(look ? `${route} (${look})` : route, said.take())
    if (sent) await sendAsItCame(lookers[by], page)
  }
}

async function sendAsItCame(person: Person, page: Page): Promise<void> {
  const form = [...page.document.querySelectorAll('main form')].find((one) => one.getAttribute('method') === 'post')
  if (form) await person.send(page, `form[action="${form.getAttribute('action')}"]`)
}

describe('what pages ask of the database', () => {
  it(`no page asks more than ${mostStatements} statements`, () => {
    expect(counted.size).toBeGreaterThan(100)
    const over = [...counted].filter(([, statements]) => statements.length > mostStatements)
    const told = over.map(([page, statements]) => [page, statements.length, ...statements.map(firstWords)])
    expect(told).toEqual([])
  })

  it('no statement of a page or of an act reads a table that grows from end to end', async () => {
    const statements = [...said.all.values()].filter(({ text }) =>
      /^\s*(select|with|insert|update|delete)\b/i.test(text),
    )
    expect(statements.length).toBeGreaterThan(200)
    await house.db`insert into routing.movement (case_file_id, from_unit_id, to_unit_id, sent_at, sent_by, kept_open, return_due)
      select id, unit_id, unit_id, opened_at, opened_by, true, filed_on from cases.case_file limit 1`
    const found = await asIfGrown(house.db, async (trx) => {
      const lines: string[] = []
      for (const statement of statements) {
        for (const { table, how } of await readWhole(trx, statement)) {
          const isExcused = excused.some(([words, name]) => words.test(statement.text) && name.test(table))
          if (!small.test(table) && !isExcused) lines.push(`${table}, ${how}: ${firstWords(statement)}`)
        }
      }
      return lines
    })
    expect(found).toEqual([])
  }, 60_000)
})

interface Node {
  readonly 'Node Type': string
  readonly Schema?: string
  readonly 'Relation Name'?: string
  readonly 'Index Cond'?: string
  readonly 'Index Name'?: string
  readonly Plans?: readonly Node[]
}

/** The tables that a statement can only read whole. The plan is the generic one, which is what the pool runs by. */
async function readWhole(trx: Transaction, { text, types }: Statement): Promise<{ table: string; how: string }[]> {
  const cast = text.replace(/\$(\d+)/g, (parameter, n) => {
    const type = types[Number(n) - 1]
    return type ? `${parameter}::${typeNames[type] ?? 'text'}` : parameter
  })
  const explain = `explain (generic_plan, verbose, format json) ${cast}`
  const rows = await trx.unsafe<{ 'QUERY PLAN': [{ Plan: Node }] }[]>(explain).simple()
  const plan = rows[0]?.['QUERY PLAN'][0].Plan
  return plan ? scansIn(plan) : []
}

const typeNames: Readonly<Record<number, string>> = {
  16: 'boolean',
  17: 'bytea',
  20: 'bigint',
  25: 'text',
  1184: 'timestamptz',
}

/** An index read from its end is fine below a limit: it stops there, as long as nothing on the way wants all of it. */
function scansIn(node: Node, limited = false): { table: string; how: string }[] {
  const stops = node['Node Type'] === 'Limit' || (limited && !/Sort|Aggregate|Hash|Materialize/.test(node['Node Type']))
  const below = (node.Plans ?? []).flatMap((one) => scansIn(one, stops))
  const table = node['Relation Name']
  const type = node['Node Type']
  const whole = type === 'Seq Scan' || (/^Index (Only )?Scan$/.test(type) && !node['Index Cond'] && !limited)
  return table && whole
    ? [{ table: `${node.Schema}.${table}`, how: node['Index Name'] ?? 'sequentially' }, ...below]
    : below
}

function firstWords({ text }: Statement): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 160)
}
