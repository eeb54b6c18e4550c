import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { accessOf, contactLabel, contactsByIds, findContacts } from '../../people/index.ts'
import type { CaseFieldsTyped } from './case-fields.form.ts'
import {
  type CaseTypeRow,
  type LegalBasisRow,
  searchRecordClasses,
  selectLegalBases,
  selectOfferedTypes,
  selectRecordClasses,
  selectType,
} from './fields.queries.ts'

/** A type of case file as a unit may choose it, with what it suggests. */
export type CaseTypeChoice = CaseTypeRow
export type LegalBasisChoice = LegalBasisRow

/** One box to tick. */
export interface TickChoice {
  readonly value: string
  readonly label: string
  readonly ticked: boolean
  /** What a search has just brought: the page, which came anew, begins there. */
  readonly focused?: boolean
}

export interface FieldChoices {
  readonly classes: readonly TickChoice[]
  readonly parties: readonly TickChoice[]
  readonly legalBases: readonly LegalBasisChoice[]
  /** Words about a search that found nothing. */
  readonly classHint: string | undefined
  readonly partyHint: string | undefined
  /** Which field the focus goes back to: the one that was searched with and brought nothing. */
  readonly focused: 'class' | 'party' | undefined
}

/** Every type that the actor's unit may open, those it uses first (PRO-022, PRO-024). */
export function typesToOpen(db: Database, actor: Actor): Promise<CaseTypeChoice[]> {
  return selectOfferedTypes(db, actor)
}

/** The type, whether or not it is offered. Undefined: there is none of this id. */
export function typeOf(db: Database, actor: Actor, typeId: string): Promise<CaseTypeChoice | undefined> {
  return selectType(db, actor, typeId)
}

/** The legal bases that are offered, and the one that the case file already has. */
export function legalBasesFor(db: Database, alsoId: string | undefined): Promise<LegalBasisChoice[]> {
  return selectLegalBases(db, alsoId)
}

/**
 * What the form shows to tick: what was ticked, what was searched for, and the classes that the type suggests. One round
 * trip.
 */
export async function fieldChoices(
  db: Database,
  unitId: string,
  typed: CaseFieldsTyped,
  suggestedClassIds: readonly string[],
): Promise<FieldChoices> {
  const contactIds = typed.partyKeys.flatMap((key) => (key.startsWith('c') ? [key.slice(1)] : []))
  const [chosen, found, contacts, foundContacts, legalBases, access] = await Promise.all([
    selectRecordClasses(db, [...typed.classIds, ...suggestedClassIds]),
    typed.classText ? searchRecordClasses(db, typed.classText) : [],
    contactsByIds(db, contactIds),
    typed.partyText ? findContacts(db, typed.partyText) : [],
    selectLegalBases(db, undefined),
    accessOf(db, unitId),
  ])
  const classes = unique(
    [...chosen, ...found].map(({ id, code, description }) => ({
      value: id,
      label: `${code} – ${description}`,
      ticked: typed.classIds.includes(id),
    })),
  )
  const labels = new Map(contacts.map((contact) => [`c${contact.id}`, contactLabel(contact, access)]))
  const parties = unique([
    ...typed.partyKeys.flatMap((key) => {
      const label = /^[no]:/.test(key) ? `${key.slice(2)} (${newKind[key.charAt(0)]})` : labels.get(key)
      return label ? [{ value: key, label, ticked: true }] : []
    }),
    ...foundContacts.map((contact) => ({
      value: `c${contact.id}`,
      label: contactLabel(contact, access),
      ticked: false,
    })),
    ...newNames(typed.partyText, foundContacts.length === 0),
  ])
  const newClass = typed.classText ? firstNew(classes, found) : undefined
  const newParty = typed.partyText && !typed.classText ? parties.find(isNew(typed)) : undefined
  return {
    classes: classes.map((one) => (one === newClass ? { ...one, focused: true } : one)),
    parties: parties.map((one) => (one === newParty ? { ...one, focused: true } : one)),
    focused: newClass || newParty ? undefined : typed.classText ? 'class' : typed.partyText ? 'party' : typed.searched,
    legalBases,
    classHint:
      typed.classText && found.length === 0 ? `Nenhuma classe encontrada para “${typed.classText}”.` : undefined,
    partyHint: partyHint(typed.partyText, foundContacts.length),
  }
}

function firstNew(classes: readonly TickChoice[], found: readonly { readonly id: string }[]): TickChoice | undefined {
  const ids = new Set(found.map(({ id }) => id))
  return classes.find(({ value, ticked }) => ids.has(value) && !ticked) ?? classes.find(({ value }) => ids.has(value))
}

/** What the words brought: nothing of it was ticked by the person. */
const isNew =
  ({ partyKeys }: CaseFieldsTyped) =>
  ({ value }: TickChoice) =>
    !partyKeys.includes(value)

const newKind: Readonly<Record<string, string>> = { n: 'nova pessoa física', o: 'nova pessoa jurídica' }

/** A name that nobody has yet is what was meant: its likelier box comes ticked. A number is no name. */
function newNames(text: string, ticked: boolean): TickChoice[] {
  if (text.length < 2 || !/\p{L}/u.test(text)) return []
  const organization = soundsLikeOrganization.test(text)
  return [
    { value: `n:${text}`, label: `${text} (cadastrar como pessoa física)`, ticked: ticked && !organization },
    { value: `o:${text}`, label: `${text} (cadastrar como pessoa jurídica)`, ticked: ticked && organization },
  ]
}

const soundsLikeOrganization =
  /\b(ltda|s\/?a|eireli|epp|cia|companhia|empresa|comercial|com[ée]rcio|ind[úu]stria|banco|associa\p{L}+|sindicato|cooperativa|funda\p{L}+|instituto|universidade|escola|prefeitura|munic[íi]pio|c[âa]mara|secretaria|minist[ée]rio|tribunal|igreja)\b/iu

function partyHint(text: string, found: number): string | undefined {
  if (!text) return undefined
  if (found > 0) return 'Marque quem é interessado entre os contatos encontrados.'
  return /\p{L}/u.test(text)
    ? 'Nenhum contato com este nome. Ele será cadastrado com o processo, se continuar marcado.'
    : 'Nenhum contato com este CPF ou CNPJ. Digite o nome para cadastrar um novo.'
}

function unique(choices: readonly TickChoice[]): TickChoice[] {
  return choices.filter((one, index) => choices.findIndex(({ value }) => value === one.value) === index)
}
