import type { LocalDate } from '../../../platform/calendar/index.ts'
import { type RichText, toText } from '../../../rich-text/index.ts'

/** One line of a text that goes to a gazette; a row of a table has more than one cell. */
export interface MatterLine {
  readonly style: 'title' | 'text' | 'centered'
  readonly cells: readonly string[]
  /** Of the letterhead or the foot of the page: a gazette may leave it out. */
  readonly isFrame?: boolean
}

/** A signed text as a gazette gets it: its lines, then who signed. @term matéria */
export interface Matter {
  /** The nº SEI. */
  readonly number: string
  /** `Portaria 12/2026`. */
  readonly name: string
  readonly typeName: string
  readonly acronym: string
  readonly unit: string
  readonly gazette: string
  readonly summary: string
  /** Of the edition that is aimed at. */
  readonly on: LocalDate | undefined
  readonly lines: readonly MatterLine[]
  /** `Ana Alves, Secretária`. */
  readonly signers: readonly string[]
}

/** The lines of a text, section by section: the same words that everybody reads, and nothing else. */
export function linesOf(content: RichText): MatterLine[] {
  return content.content.flatMap((section) => {
    const { kind } = section.attrs
    const frame = kind === 'header' || kind === 'footer' ? { isFrame: true } : {}
    const text = toText({ ...content, content: [section] })
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => ({ style: styles[kind], cells: line.split('\t'), ...frame }))
  })
}

/** The words of a matter, line by line: what is sent, kept as a digest, and compared with what was printed. */
export function textOfMatter({ lines, signers }: Pick<Matter, 'lines' | 'signers'>): string {
  return [...lines.map(({ cells }) => cells.join('\t')), ...signers].join('\n')
}

const styles = { header: 'centered', title: 'title', body: 'text', signature: 'centered', footer: 'centered' } as const
