/** An agency of a publication. With an index and no counts, its documents are reckoned back. */
export interface PublishedAgency {
  readonly acronym: string
  readonly users?: number | undefined
  readonly bornDigital?: number | undefined
  readonly digitized?: number | undefined
  /** Published index of utilization in tenths: 143 for 14,3. */
  readonly utilizationTenths?: number | undefined
}

/** An installation of a publication. */
export interface PublishedHouse {
  readonly name: string
  readonly externalUsers?: number | undefined
  readonly registeredUsers?: number | undefined
  readonly documents?: number | undefined
  readonly storageBytes?: number | undefined
}

/** Figures that another installation published. */
export interface PublishedFigures {
  readonly name: string
  readonly source: string
  readonly agencies: readonly PublishedAgency[]
  readonly houses: readonly PublishedHouse[]
}
