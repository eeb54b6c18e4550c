/** A plan of work, as its administrator writes it. @term plano de trabalho */
export interface PlanData {
  readonly name: string
  readonly description: string
  /** The days on which it may be put on case files; null: without a limit on that side. */
  readonly validFrom: string | null
  readonly validUntil: string | null
}

/** @term etapa */
export interface StepData {
  readonly name: string
  readonly position: number
  readonly active: boolean
}

/** @term item do plano */
export interface ItemData extends StepData {
  /** Days in a row from the day on which the case file took the plan; null: no term. */
  readonly days: number | null
  /** The types of documents that it usually brings. */
  readonly typeIds: readonly string[]
}
