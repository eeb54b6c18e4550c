import fc from 'fast-check'
import type { Level } from './told.ts'

/** What somebody tries. Numbers choose among what there is at that moment; what is refused leaves the world as it was. */
export type Deed =
  | { readonly does: 'draft' | 'upload'; readonly where: number; readonly who: number; readonly level: Level }
  | { readonly does: 'send'; readonly where: number; readonly who: number; readonly to: number; readonly keep: boolean }
  | { readonly does: 'level'; readonly where: number; readonly who: number; readonly level: Level }
  | {
      readonly does: 'document-level'
      readonly where: number
      readonly who: number
      readonly which: number
      readonly level: Level
    }
  | {
      readonly does: 'sign' | 'cancel' | 'delete' | 'type' | 'picture'
      readonly where: number
      readonly who: number
      readonly which: number
    }
  | {
      readonly does: 'grant' | 'revoke' | 'annex' | 'relate' | 'copy'
      readonly where: number
      readonly who: number
      readonly to: number
    }
  | { readonly does: 'conclude' | 'suspend' | 'enter'; readonly where: number; readonly who: number }
  | { readonly does: OnCase; readonly where: number; readonly who: number; readonly to: number }
  | {
      readonly does: OnDocument
      readonly where: number
      readonly who: number
      readonly which: number
      readonly to: number
    }

/** What a team does beside a case file, and beside a document: the deeds of `team-deeds.ts`. */
export type OnCase =
  | 'deadline'
  | 'note'
  | 'label'
  | 'follow'
  | 'favourite'
  | 'point'
  | 'comment'
  | 'acknowledge'
  | 'return'
  | 'meet'
  | 'collect'
  | 'give-back'
  | 'duplicate'
  | 'save-search'
  | 'book'
  | 'demand'
  | 'activity'
  | 'receive'
export type OnDocument = 'post' | 'favour' | 'remark' | 'to-sign' | 'let-sign' | 'move' | 'recover'

export interface Plan {
  readonly perDocument: boolean
  readonly caseFiles: readonly { readonly level: Level; readonly who: number }[]
  readonly before: readonly Deed[]
  /** After copies were made and somebody lost their permission. */
  readonly after: readonly Deed[]
}

const any = fc.nat({ max: 999 })
const level = fc.constantFrom<Level>('public', 'public', 'restricted', 'confidential')
const ofDocument = fc.constantFrom<Level>('public', 'public', 'public', 'restricted', 'confidential')
const place = { where: any, who: any }

const make = fc.record({ does: fc.constantFrom('draft' as const, 'upload' as const), ...place, level: ofDocument })
const onDocument = fc.record({
  does: fc.constantFrom('sign', 'sign', 'sign', 'cancel', 'cancel', 'delete', 'type', 'picture'),
  ...place,
  which: any,
}) as fc.Arbitrary<Deed>
const send = fc.record({ does: fc.constant('send' as const), ...place, to: any, keep: fc.boolean() })
const withAnother = fc.record({
  does: fc.constantFrom('grant', 'grant', 'revoke', 'annex', 'relate', 'copy', 'copy'),
  ...place,
  to: any,
}) as fc.Arbitrary<Deed>
const alone = fc.record({ does: fc.constantFrom('conclude', 'suspend', 'enter'), ...place }) as fc.Arbitrary<Deed>
const ofCase = fc.record({ does: fc.constant('level' as const), ...place, level })
const ofOne = fc.record({ does: fc.constant('document-level' as const), ...place, which: any, level: ofDocument })

const team = fc.record({
  does: fc.constantFrom<OnCase>(
    ...(['deadline', 'note', 'label', 'follow', 'favourite', 'point', 'comment', 'acknowledge', 'return'] as const),
    ...(['meet', 'meet', 'collect', 'give-back', 'duplicate', 'save-search'] as const),
    ...(['book', 'demand', 'activity', 'receive'] as const),
  ),
  ...place,
  to: any,
}) as fc.Arbitrary<Deed>
const teamOnDocument = fc.record({
  does: fc.constantFrom<OnDocument>('post', 'favour', 'remark', 'to-sign', 'to-sign', 'let-sign', 'move', 'recover'),
  ...place,
  which: any,
  to: any,
}) as fc.Arbitrary<Deed>

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 6, arbitrary: team },
  { weight: 4, arbitrary: teamOnDocument },
  { weight: 4, arbitrary: make },
  { weight: 6, arbitrary: onDocument },
  { weight: 5, arbitrary: send },
  { weight: 4, arbitrary: withAnother },
  { weight: 2, arbitrary: alone },
  { weight: 2, arbitrary: ofCase },
  { weight: 2, arbitrary: ofOne },
)

const at = (where: number) => fc.record({ where: fc.constant(where), who: any, which: any, to: any })

/**
 * What chance alone brings about too seldom. In the public case file (the first): files of two units, one of them sent and
 * cancelled, so that something in it is closed to who reads all the rest; an image; words that were not saved.
 */
const chorus: fc.Arbitrary<Deed[]> = fc.tuple(at(0), at(1), at(2), any).map(([zero, one, two, more]): Deed[] => [
  { ...zero, does: 'upload', level: 'public' },
  { ...zero, does: 'draft', level: 'public' },
  { ...one, does: 'draft', level: 'public' },
  { ...zero, does: 'picture' },
  { ...one, does: 'type' },
  { ...zero, does: 'sign' },
  { ...zero, does: 'send', keep: true },
  { ...one, does: 'send', keep: true },
  { ...zero, does: 'cancel' },
  { ...zero, does: 'upload', level: 'public', who: more },
  { ...two, does: 'grant' },
  { ...one, does: 'relate' },
])
/** Of what a team keeps and hands round, something in a case file of each level, and before levels change. */
const teamwork: fc.Arbitrary<Deed[]> = fc.tuple(at(0), at(1), at(2), any).map(([zero, one, two, more]): Deed[] => [
  { ...zero, does: 'deadline' },
  { ...two, does: 'deadline' },
  { ...zero, does: 'note' },
  { ...two, does: 'note' },
  { ...zero, does: 'label' },
  { ...two, does: 'label' },
  { ...zero, does: 'follow' },
  { ...two, does: 'follow' },
  { ...zero, does: 'favourite' },
  { ...two, does: 'favourite', where: 2 },
  { ...zero, does: 'point' },
  { ...two, does: 'point' },
  { ...zero, does: 'comment' },
  { ...one, does: 'comment' },
  { ...zero, does: 'remark' },
  { ...zero, does: 'favour' },
  { ...zero, does: 'return' },
  { ...one, does: 'return' },
  { ...zero, does: 'draft', level: 'public' },
  { ...one, does: 'draft', level: 'restricted' },
  { ...zero, does: 'to-sign' },
  { ...one, does: 'meet' },
  { ...one, does: 'to-sign', who: more },
  { ...two, does: 'let-sign' },
  { ...zero, does: 'delete', who: more },
  { ...zero, does: 'duplicate' },
  { ...two, does: 'move' },
  // What offices keep beside case files, something in one of each level.
  ...([zero, one, two].flatMap((where) => [
    { ...where, does: 'book', to: 0 },
    { ...where, does: 'demand', to: 2 },
    { ...where, does: 'activity' },
    { ...where, does: 'receive' },
  ]) as Deed[]),
  { ...zero, does: 'post', to: 2 },
  { ...one, does: 'sign' },
  { ...one, does: 'post', to: 2 },
  { ...zero, does: 'book', to: more },
])
/** Copies of what is there now, while some of it is closed to who asks. */
const closing: fc.Arbitrary<Deed[]> = fc
  .tuple(any, any, any)
  .map((whos): Deed[] =>
    whos.map((who, place) => ({ does: 'copy' as const, where: place, who, to: place === 2 ? 2 : 1 })),
  )
/** What was open to all is closed to most: before the index of the search knows it. */
const opened: fc.Arbitrary<Deed[]> = fc
  .tuple(at(0), fc.constantFrom<Level>('restricted', 'confidential'))
  .map(([zero, level]): Deed[] => [{ ...zero, does: 'level', level }])

/** A random world of at most so many case files and deeds. */
export function aPlan({ caseFiles, deeds }: { caseFiles: number; deeds: number }): fc.Arbitrary<Plan> {
  return fc.record({
    perDocument: fc.nat({ max: 2 }).map((third) => third === 0),
    // One of each level at least, so that no world is without a secret.
    caseFiles: fc
      .array(fc.record({ level, who: any }), { minLength: caseFiles - 3, maxLength: caseFiles - 3 })
      .chain((more) =>
        fc
          .tuple(any, any, any)
          .map(([one, two, three]) => [
            { level: 'public' as const, who: one },
            { level: 'restricted' as const, who: two },
            { level: 'confidential' as const, who: three },
            ...more,
          ]),
      ),
    before: fc
      .tuple(
        // Something to read in every one of them, and of each kind of deed one that has a chance.
        fc.tuple(...Array.from({ length: caseFiles }, (_, where) => make.map((one) => ({ ...one, where })))),
        chorus,
        teamwork,
        fc.array(deed, { minLength: deeds, maxLength: deeds }),
        closing,
      )
      .map(([first, then, team, more, last]): Deed[] => [...first, ...then, ...team, ...more, ...last]),
    after: fc
      .tuple(opened, fc.array(deed, { minLength: Math.ceil(deeds / 3), maxLength: Math.ceil(deeds / 3) }))
      .map(([first, more]): Deed[] => [...first, ...more]),
  })
}
