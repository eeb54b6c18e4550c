export {
  selectClassesOf as classesOfTable,
  selectTable as findTable,
  selectTables as findTables,
  selectUsed as usedClasses,
} from './class-tables.queries.ts'
