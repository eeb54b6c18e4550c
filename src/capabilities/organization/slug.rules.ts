/** What stands for a unit in addresses: `SET/RN` + `GS/SET` → `set-rn-gs-set`. At most 50 characters, letters and digits. */
export function slugOf(agencyAcronym: string, unitAcronym: string): string {
  const words = `${agencyAcronym} ${unitAcronym}`
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  const distinct = words.filter((word, place) => words.indexOf(word) === place)
  return distinct.join('-').slice(0, 50).replace(/-+$/, '') || 'unidade'
}
