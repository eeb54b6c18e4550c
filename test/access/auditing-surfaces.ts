import type { Oracle } from './oracle.ts'
import type { RouteKey } from './routes.ts'
import type { Expected, Surface } from './surfaces.ts'
import type { CaseTold, Reader } from './told.ts'

const rules = { apart: 'rules of what is recorded: no case file in it' } as const
const readers = 'auditing.readers' as const

/** On a desk of the unit; where anything in it is confidential, to a holder who gave the password. */
const isTold = (caseFile: CaseTold, reader: Reader, oracle: Oracle): boolean =>
  oracle.reach(reader, caseFile) === 'full' &&
  (oracle.effective(caseFile) === 'confidential' ? oracle.isHolder(reader, caseFile) : caseFile.open.has(reader.unit))

/** The rows of the trail. What auditors see of hidden case files is tried in `auditing.test.ts`. */
export const auditingSurfaces: Readonly<Record<RouteKey, Surface>> = {
  'GET /em/:unidade/auditoria': { apart: 'for auditors alone, who hold nothing; tried in auditing.test.ts' },
  'GET /em/:unidade/auditoria/planilha': { apart: 'for auditors alone, who hold nothing; tried in auditing.test.ts' },
  'GET /em/:unidade/auditoria/regras': rules,
  'GET /em/:unidade/auditoria/regras/nova': rules,
  'GET /em/:unidade/auditoria/regras/:id': rules,
  'POST /em/:unidade/auditoria/regras': rules,
  'GET /em/:unidade/auditoria/prazos': { apart: 'terms of keeping: no case file in it' },
  'POST /em/:unidade/auditoria/prazos': { apart: 'terms of keeping: no case file in it' },
  'POST /em/:unidade/auditoria/prazos/:id/decisao': { apart: 'terms of keeping: no case file in it' },
  'GET /em/:unidade/auditoria/prazos/retiradas/:id': {
    apart: 'for auditors alone: rows of the trail, which name nothing; tried in keeping.test.ts',
  },
  'GET /em/:unidade/auditoria/log': { apart: 'for auditors alone: no number is kept; tried in keeping.test.ts' },
  'GET /em/:unidade/auditoria/titulares': { apart: 'contacts, for auditors alone: no case file in it' },
  'GET /em/:unidade/auditoria/titulares/:id': {
    apart: 'for auditors alone, who hold nothing; tried in keeping.test.ts',
  },
  'POST /em/:unidade/auditoria/regras/:id': rules,
  'GET /em/:unidade/processos/:numero/acessos': {
    look: 'case',
    needs: readers,
    shows: (caseFile, reader, oracle): Expected =>
      isTold(caseFile, reader, oracle) ? { words: [caseFile.number], status: 200 } : 'closed',
  },
  'GET /em/:unidade/documentos/:numero/acessos': {
    look: 'document',
    needs: readers,
    shows: (document, reader, oracle): Expected =>
      isTold(document.caseFile, reader, oracle) && oracle.mayRead(reader, document)
        ? { words: [document.number], status: 200 }
        : 'closed',
  },
}
