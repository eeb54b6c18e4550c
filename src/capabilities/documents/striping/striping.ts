import type { Box } from '../../../platform/page-pictures/index.ts'

/** One stripe over a page of a PDF, in per cent from its top left, and why it may be hidden. @term tarja */
export interface Stripe extends Omit<Box, 'label'> {
  readonly page: number
  readonly legalBasis: string
}

export interface KeptStripe extends Stripe {
  readonly id: string
}

/** Stripes that somebody is laying over a PDF, and how far the version made of them is. */
export interface Striping {
  readonly id: string
  readonly sha256: string
  readonly resolution: number
  readonly revision: number
  readonly state: 'marking' | 'waiting' | 'made' | 'failed'
  readonly problem: string | null
  readonly madeSha256: string | null
  readonly madeBytes: number | null
  readonly stripes: readonly KeptStripe[]
}

/** Points an inch: what is read on a screen, what is printed, small letters. */
export const resolutions = [100, 150, 200] as const
export const mostStripes = 500
