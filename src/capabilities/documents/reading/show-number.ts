import { fillVariables, type RichText } from '../../../rich-text/index.ts'
import { numberToCome, numberVariable } from '../drafting/variable-values.text.ts'

/** A text as people read it while its number is still to come (DOC-005): `[nº]` stands for it. */
export function showNumber(content: RichText, typeNumber: string | undefined): RichText {
  return fillVariables(content, { [numberVariable]: typeNumber ?? numberToCome }).content
}
