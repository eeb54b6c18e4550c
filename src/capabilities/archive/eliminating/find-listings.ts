export {
  type ListingRow,
  selectItems as itemsOf,
  selectListing as findListing,
  selectListings as findListings,
} from './listing.queries.ts'
