import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  type AccessLevel,
  type CaseAccessFacts,
  type DocumentAccessFacts,
  effectiveLevel,
  mayListCase,
  mayReadDocument,
  mustConfirmPassword,
  refusalsToRead,
} from './access.rules.ts'

const levels: readonly AccessLevel[] = ['public', 'restricted', 'confidential']
const switches = [
  'perDocumentInternal',
  'unitTramited',
  'meetingBundle',
  'hasCredential',
  'passwordConfirmed',
  'isDraft',
  'actorUnitIsProducing',
  'signatureBundle',
  'signatureBundleOfCase',
  'signatureCredential',
  'reviewRequest',
  'cancelled',
] as const

/** All 27 × 4096 combinations, the impossible ones too: a rule must be right whatever the gathering of facts does. */
function* everyCombination(): Generator<DocumentAccessFacts> {
  for (const baseLevel of levels)
    for (const documentLevel of levels)
      for (const highest of levels)
        for (let bits = 0; bits < 2 ** switches.length; bits += 1) {
          const on = (name: (typeof switches)[number]) => (bits & (1 << switches.indexOf(name))) !== 0
          const flags = Object.fromEntries(switches.map((name) => [name, on(name)])) as Flags
          yield { baseLevel, documentLevel, effectiveLevel: highest, ...flags }
        }
}

type Flags = { [name in (typeof switches)[number]]: boolean }

/**
 * The oracle of §10.3, transcribed with its own names and numbers, and with three readings of it: `sigiloso(P)` is taken
 * at the level that the parameter makes govern the document; `cancelled` comes first (DOC-083); and a confidential
 * document asks for `passwordConfirmed` as its case file does (PRO-063).
 */
function oracle(f: DocumentAccessFacts): { canList: 'full' | 'number-only' | 'no'; canReadDoc: boolean } {
  const n = { public: 0, restricted: 1, confidential: 2 }
  const L0 = n[f.baseLevel]
  const Ld = n[f.documentLevel]
  const LP = Math.max(L0, Ld, n[f.effectiveLevel])
  const base = f.perDocumentInternal ? L0 : Math.max(L0, n[f.effectiveLevel])
  const level = f.perDocumentInternal ? Math.max(L0, Ld) : LP
  const tramited = f.unitTramited
  const signatureBlockProcess = f.signatureBundleOfCase || f.signatureBundle

  const canList =
    base === 0
      ? 'full'
      : base === 1
        ? tramited || f.meetingBundle
          ? 'full'
          : 'number-only'
        : f.hasCredential && f.passwordConfirmed
          ? 'full'
          : 'no'

  const canReadDoc = (() => {
    if (f.cancelled) return false
    if (level === 2) {
      const mine = f.actorUnitIsProducing || f.signatureCredential || f.reviewRequest
      return f.hasCredential && f.passwordConfirmed && (!f.isDraft || mine)
    }
    if (f.isDraft) {
      return f.actorUnitIsProducing || f.signatureBundle || f.meetingBundle || f.signatureCredential || f.reviewRequest
    }
    if (level === 0) return true
    return tramited || f.meetingBundle || signatureBlockProcess
  })()
  return { canList, canReadDoc }
}

describe('the visibility oracle', () => {
  it('is answered the same in every one of the 110,592 combinations', () => {
    let combinations = 0
    let wrong: unknown
    for (const facts of everyCombination()) {
      combinations += 1
      const expected = oracle(facts)
      if (mayListCase(facts) !== expected.canList || mayReadDocument(facts) !== expected.canReadDoc) wrong ??= facts
    }
    expect(wrong).toBeUndefined()
    expect(combinations).toBe(110_592)
  })

  it('never lets read what cannot be found at all', () => {
    for (const facts of everyCombination()) {
      if (mayListCase(facts) === 'no' && mayReadDocument(facts)) throw new Error(JSON.stringify(facts))
    }
  })
})

const nobody: DocumentAccessFacts = {
  baseLevel: 'public',
  effectiveLevel: 'public',
  documentLevel: 'public',
  perDocumentInternal: false,
  unitTramited: false,
  meetingBundle: false,
  hasCredential: false,
  passwordConfirmed: false,
  isDraft: false,
  actorUnitIsProducing: false,
  signatureBundle: false,
  signatureBundleOfCase: false,
  signatureCredential: false,
  reviewRequest: false,
  cancelled: false,
}

describe('the reasons are told', () => {
  test.each([
    [{ cancelled: true }, ['cancelled']],
    [{ effectiveLevel: 'restricted' }, ['restricted-elsewhere']],
    [{ effectiveLevel: 'restricted', perDocumentInternal: true }, []],
    [{ documentLevel: 'restricted', perDocumentInternal: true }, ['restricted-elsewhere']],
    [{ baseLevel: 'confidential' }, ['no-credential', 'password-not-confirmed']],
    [{ baseLevel: 'confidential', hasCredential: true }, ['password-not-confirmed']],
    [{ baseLevel: 'confidential', hasCredential: true, passwordConfirmed: true }, []],
    [{ isDraft: true }, ['draft-of-another-unit']],
    [{ isDraft: true, signatureBundleOfCase: true }, ['draft-of-another-unit']],
    [{ isDraft: true, signatureBundle: true }, []],
    [{ isDraft: true, reviewRequest: true }, []],
    [{ isDraft: true, unitTramited: true, effectiveLevel: 'restricted' }, ['draft-of-another-unit']],
    [{ isDraft: true, cancelled: true }, ['cancelled', 'draft-of-another-unit']],
  ] satisfies [Partial<DocumentAccessFacts>, string[]][])('%j: %j', (change, kinds) => {
    expect(refusalsToRead({ ...nobody, ...change }).map(({ kind }) => kind)).toEqual(kinds)
  })

  it('the password is asked of a credential holder only', () => {
    const confidential: CaseAccessFacts = { ...nobody, effectiveLevel: 'confidential' }
    expect(mustConfirmPassword(confidential)).toBe(false)
    expect(mustConfirmPassword({ ...confidential, hasCredential: true })).toBe(true)
    expect(mustConfirmPassword({ ...confidential, hasCredential: true, passwordConfirmed: true })).toBe(false)
    expect(mustConfirmPassword({ ...nobody, hasCredential: true })).toBe(false)
  })
})

describe('levels', () => {
  it('one document gives the whole case file its level, and taking it away gives the level back', () => {
    expect(effectiveLevel('public', [])).toBe('public')
    expect(effectiveLevel('public', ['public', 'restricted', 'public'])).toBe('restricted')
    expect(effectiveLevel('restricted', ['public'])).toBe('restricted')
    expect(effectiveLevel('public', ['confidential', 'restricted'])).toBe('confidential')
  })

  const flags = fc.record(Object.fromEntries(switches.map((name) => [name, fc.boolean()]))) as fc.Arbitrary<Flags>
  const openLevels = fc.constantFrom<AccessLevel>('public', 'restricted')

  it('P2: removing a restricted mark never reduces anybody’s access', () => {
    fc.assert(
      fc.property(
        flags,
        openLevels,
        fc.array(openLevels, { minLength: 1, maxLength: 5 }),
        fc.nat(),
        (on, base, all, at) => {
          const marked = all.map((level, index) => (index === at % all.length ? 'restricted' : level))
          const unmarked = marked.map((level, index) => (index === at % all.length ? 'public' : level))
          marked.forEach((_, document) => {
            const facts = (documents: AccessLevel[], documentLevel: AccessLevel): DocumentAccessFacts => ({
              ...on,
              baseLevel: base,
              documentLevel,
              effectiveLevel: effectiveLevel(base, documents),
            })
            const before = facts(marked, marked[document] ?? 'public')
            const after = facts(unmarked, unmarked[document] ?? 'public')
            expect(Number(mayReadDocument(after))).toBeGreaterThanOrEqual(Number(mayReadDocument(before)))
            expect(openness(mayListCase(after))).toBeGreaterThanOrEqual(openness(mayListCase(before)))
          })
        },
      ),
    )
  })

  it('P3: taking a bundle back removes exactly the access that it gave', () => {
    for (const facts of everyCombination()) {
      const without = { ...facts, signatureBundle: false, signatureBundleOfCase: false, meetingBundle: false }
      const gained = mayReadDocument(facts) && !mayReadDocument(without)
      if (gained && !facts.signatureBundle && !facts.signatureBundleOfCase && !facts.meetingBundle) {
        throw new Error(`Access from nowhere: ${JSON.stringify(facts)}`)
      }
      if (!mayReadDocument(facts) && mayReadDocument(without)) throw new Error(JSON.stringify(facts))
    }
  })
})

function openness(answer: 'full' | 'number-only' | 'no'): number {
  return ['no', 'number-only', 'full'].indexOf(answer)
}
