/** Counts of one type of case file in a unit and a period. */
export interface TypeFigures {
  readonly typeId: string | undefined
  readonly name: string
  readonly opened: number
  readonly passed: number
  readonly open: number
  readonly seconds: number
  readonly authored: number
  readonly uploaded: number
}

/** The same with what follows from it: closed is what passed and is not open, the mean that of those that passed. */
export interface ReportLine {
  readonly typeId: string | undefined
  readonly name: string
  readonly gerados: number
  readonly tramitados: number
  readonly fechados: number
  readonly abertos: number
  readonly documentos: number
  readonly externos: number
  /** Undefined where none passed. */
  readonly meanSeconds: number | undefined
}

export interface UnitReport {
  readonly lines: readonly ReportLine[]
  readonly total: ReportLine
}

/** The report of a unit (PES-030 to PES-032): one line a type, and the total of all of them. */
export function unitReport(figures: readonly TypeFigures[]): UnitReport {
  const sum = (pick: (one: TypeFigures) => number) => figures.reduce((total, one) => total + pick(one), 0)
  return {
    lines: figures.map(lineOf),
    total: lineOf({
      typeId: undefined,
      name: 'Total',
      opened: sum(({ opened }) => opened),
      passed: sum(({ passed }) => passed),
      open: sum(({ open }) => open),
      seconds: sum(({ seconds }) => seconds),
      authored: sum(({ authored }) => authored),
      uploaded: sum(({ uploaded }) => uploaded),
    }),
  }
}

function lineOf(one: TypeFigures): ReportLine {
  return {
    typeId: one.typeId,
    name: one.name,
    gerados: one.opened,
    tramitados: one.passed,
    fechados: one.passed - one.open,
    abertos: one.open,
    documentos: one.authored,
    externos: one.uploaded,
    meanSeconds: one.passed === 0 ? undefined : one.seconds / one.passed,
  }
}
