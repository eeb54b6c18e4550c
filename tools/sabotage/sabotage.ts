/** A small harm done to the program on purpose, and the proof that claims to guard against it. */
export interface Sabotage {
  /** By which people choose it. */
  readonly id: string
  /** What it would do to those who rely on the program: a sentence in Portuguese. */
  readonly harm: string
  /** The tests of the specification (T-…) that promise to find it. */
  readonly guards: readonly string[]
  readonly change: Change
  readonly proof: Proof
  /** The proof's own words: a failure that does not say this was found by chance, or is no finding at all. */
  readonly says: RegExp
}

/** An exact replacement. The text must stand in the file once, or nothing is changed. */
export interface Change {
  readonly file: string
  readonly find: string
  readonly put: string
}

export type Proof = TestProof | CommandProof

/** A file of tests, or those of its tests whose full name contains these words. */
export interface TestProof {
  readonly file: string
  readonly test?: string
  /** It runs the built program, which is built again with the sabotage in it. */
  readonly built?: true
}

/** A command of `bin/`, in a short form. */
export interface CommandProof {
  readonly command: 'faults' | 'tamper'
  readonly args: readonly string[]
}

/** The command by which a person runs the proof. */
export function commandOf(proof: Proof): string {
  if ('command' in proof) return `bin/${proof.command} ${proof.args.join(' ')}`
  return `npm test -- ${proof.file}${proof.test ? ` -t '${proof.test}'` : ''}`
}

/** The text with the change in it; undefined where what should be replaced does not stand there exactly once. */
export function changed(text: string, { find, put }: Change): string | undefined {
  const [before, after, ...more] = text.split(find)
  if (before === undefined || after === undefined || more.length > 0 || find === put) return undefined
  return before + put + after
}
