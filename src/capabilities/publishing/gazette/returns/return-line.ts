import type { StepRequest } from '../step-external.ts'

/** One line of a list of returns: what is to be done, or what is wrong with it. */
export interface ReturnLine {
  readonly line: number
  /** The nº SEI as it was written. */
  readonly number: string
  readonly request: StepRequest | undefined
  readonly problem: string | undefined
}
