import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readClock } from './authorities/hours.form.ts'
import { freeSlots, isTight, refusalsOfTerms, type TermsFacts } from './commitments/commitment.rules.ts'
import { calendarFileOf } from './showing/calendar-file.text.ts'
import { type Shown, tellChange, trailOf } from './showing/trail.text.ts'

const at = (clock: string) => new Date(`2026-05-04T${clock}:00-03:00`)
const plain: TermsFacts = {
  terms: {
    ...{ kind: 'meeting', subject: 'Reunião', place: 'Gabinete', booksRoom: false, from: at('09:00'), to: at('09:30') },
    ...{
      isOutsideHours: false,
      wordsArePublic: false,
      participants: [],
      representative: '',
      represented: '',
      interests: '',
    },
    ...{ reserved: undefined, caseNumber: undefined },
  },
  hours: { opens: '08:00', closes: '14:00' },
  clock: { from: '09:00', to: '09:30' },
  day: '2026-05-04',
  isCaseConfidential: false,
  keepsReserved: true,
}
const lobbyist = { name: 'João', body: 'Empresa', role: 'diretor', isPrivate: true }
const told = { representative: 'João', represented: 'Empresa', interests: 'Regime especial' }
const secret = { basis: 'Lei nº 12.527/2011', discloseOn: '2027-01-01' }

describe('what may be put into an agenda', () => {
  it.each<[string, TermsFacts, string[]]>([
    ['a meeting within the hours', plain, []],
    ['one that begins too early', { ...plain, clock: { from: '07:30', to: '09:00' } }, ['outside-hours']],
    ['one that ends too late', { ...plain, clock: { from: '13:45', to: '14:15' } }, ['outside-hours']],
    ['one that ends with the hours', { ...plain, clock: { from: '13:30', to: '14:00' } }, []],
    [
      'one outside of the hours on purpose',
      { ...plain, clock: { from: '18:00', to: '19:00' }, terms: { ...plain.terms, isOutsideHours: true } },
      [],
    ],
    [
      'R3 a meeting with a private interest',
      { ...plain, terms: { ...plain.terms, participants: [lobbyist] } },
      ['names-private-interest'],
    ],
    ['R3 an event with one', { ...plain, terms: { ...plain.terms, kind: 'event', participants: [lobbyist] } }, []],
    [
      'R3 a hearing that does not say of whom and for what',
      { ...plain, terms: { ...plain.terms, kind: 'hearing', participants: [lobbyist] } },
      ['needs-representative', 'needs-represented', 'needs-interests'],
    ],
    ['R3 a hearing that says so', { ...plain, terms: { ...plain.terms, kind: 'hearing', ...told } }, []],
    ['R5 an open one about what is confidential', { ...plain, isCaseConfidential: true }, ['confidential-case-file']],
    [
      'R5 a reserved one about what is confidential',
      { ...plain, isCaseConfidential: true, terms: { ...plain.terms, reserved: secret } },
      [],
    ],
    [
      'R12 a reserved one of who does not keep the agenda',
      { ...plain, keepsReserved: false, terms: { ...plain.terms, reserved: secret } },
      ['not-keeper'],
    ],
    ['R12 an open one of who does not keep it', { ...plain, keepsReserved: false }, []],
    [
      'R5 a reserved one that is told on its day',
      { ...plain, terms: { ...plain.terms, reserved: { ...secret, discloseOn: '2026-05-04' } } },
      ['discloses-too-soon'],
    ],
  ])('%s', (_, facts, kinds) => {
    expect(refusalsOfTerms(facts).map(({ kind }) => kind)).toEqual(kinds)
  })

  it('offers free times that meet nothing taken and stay within the hours', () => {
    const span = fc
      .tuple(fc.nat(1400), fc.integer({ min: 1, max: 200 }))
      .map(([from, size]) => ({ from, to: from + size }))
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), fc.integer({ min: 10, max: 240 }), (taken, slotMinutes) => {
        const slots = freeSlots({ opens: 480, closes: 840, slotMinutes }, taken)
        for (const slot of slots) {
          expect(slot.from >= 480 && slot.to <= 840).toBe(true)
          expect(taken.some(({ from, to }) => from < slot.to && slot.from < to)).toBe(false)
        }
        const all = freeSlots({ opens: 480, closes: 840, slotMinutes }, [])
        const free = all.filter((slot) => !taken.some(({ from, to }) => from < slot.to && slot.from < to))
        expect(slots).toEqual(free)
        if (taken.length === 0) expect(slots).toHaveLength(Math.floor(360 / slotMinutes))
      }),
    )
  })

  it.each([
    ['9:30', '09:30'],
    ['09h30', '09:30'],
    ['9h', '09:00'],
    ['14', '14:00'],
    ['25:00', undefined],
    ['9:75', undefined],
    ['cedo', undefined],
    ['', undefined],
  ])('reads %s as %s', (typed, clock) => expect(readClock(typed)).toBe(clock))

  it('warns of another place less than half an hour away, and not of the same one', () => {
    const here = { from: at('09:00'), to: at('09:30'), place: 'Gabinete' }
    const next = { from: at('09:45'), to: at('10:00'), place: 'Palácio' }
    expect([isTight(here, next), isTight(next, here)]).toEqual([true, true])
    expect(isTight(here, { ...next, place: ' gabinete' })).toBe(false)
    expect(isTight(here, { ...next, from: at('10:00'), to: at('11:00') })).toBe(false)
  })
})

describe('the trail of what was published', () => {
  const shown: Shown = {
    ...{ kind: 'meeting', subject: 'Um', place: 'Gabinete', from: '2026-05-04T12:00:00Z', to: '2026-05-04T12:30:00Z' },
    ...{ participants: [], representative: '', represented: '', interests: '', state: 'confirmed' },
    ...{ capacity: 'Secretário', isReserved: false },
  }
  const version = (sequence: number, change: Partial<Shown>) => ({
    sequence,
    at: new Date(1_000 * sequence),
    shown: { ...shown, ...change },
  })
  const words = (versions: Parameters<typeof trailOf>[0], tells = true) =>
    trailOf(versions, tells).map(({ changes }) => changes.map(tellChange).join(', '))

  it('R4 tells what was there and what is there now', () => {
    expect(
      words([version(0, {}), version(1, { subject: 'Dois' }), version(2, { subject: 'Dois', place: '' })]),
    ).toEqual(['assunto: de “Um” para “Dois”', 'local: retirado “Gabinete”'])
    expect(words([version(0, {})])).toEqual([])
  })

  it('R5 tells no word of a state that was reserved, nor where the words are not for the reader', () => {
    const versions = [
      version(0, { subject: 'Segredo', isReserved: true }),
      version(1, { subject: 'Maior', isReserved: true }),
      version(2, { subject: 'Aberto' }),
    ]
    expect(words(versions)).toEqual(['houve alteração', 'deixou de ser reservado'])
    expect(words([version(0, {}), version(1, { subject: 'Dois' })], false)).toEqual(['houve alteração'])
  })
})

describe('calendar files', () => {
  it('R7 are folded at 75 octets, not one more', () => {
    const entry = { uid: 'a@b', sequence: 1, from: at('09:00'), to: at('10:00'), changedAt: at('08:00') }
    const file = calendarFileOf('Agenda', [
      { ...entry, summary: 'x'.repeat(200), place: '', description: '', isCancelled: false },
    ])
    expect(Math.max(...file.split('\r\n').map((line) => Buffer.byteLength(line)))).toBe(75)
  })

  it('R7 fold no line beyond 75 octets, break no character, and let no text begin a line of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (summary) => {
        const entry = { uid: 'a@b', sequence: 1, from: at('09:00'), to: at('10:00'), changedAt: at('08:00') }
        const rest = { summary, place: '', description: 'a\nEND:VEVENT', isCancelled: false }
        const file = calendarFileOf('Agenda', [{ ...entry, ...rest }])
        const lines = file.split('\r\n')
        expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !line.includes('�'))).toBe(true)
        const unfolded = file.replaceAll('\r\n ', '').split('\r\n')
        expect(unfolded.filter((line) => line === 'END:VEVENT')).toHaveLength(1)
        expect(unfolded.filter((line) => line.startsWith('SUMMARY:'))).toHaveLength(1)
        expect(file).toContain('DTSTART:20260504T120000Z\r\n')
      }),
    )
  })
})
