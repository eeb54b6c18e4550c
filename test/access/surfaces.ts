import type { Permission } from '../../src/platform/actor.ts'
import { agendaSurfaces } from './agenda-surfaces.ts'
import { archiveSurfaces } from './archive-surfaces.ts'
import { auditingSurfaces } from './auditing-surfaces.ts'
import { demandsSurfaces } from './demands-surfaces.ts'
import { issuingSurfaces } from './issuing-surfaces.ts'
import { mailroomSurfaces } from './mailroom-surfaces.ts'
import { noticesSurfaces } from './notices-surfaces.ts'
import { officesSurfaces } from './offices-surfaces.ts'
import { isDraft, type Oracle } from './oracle.ts'
import { projectsSurfaces } from './projects-surfaces.ts'
import { publishingSurfaces } from './publishing-surfaces.ts'
import { reviewingSurfaces } from './reviewing-surfaces.ts'
import type { RouteKey } from './routes.ts'
import { teamSurfaces } from './team-surfaces.ts'
import type { CaseTold, DocumentTold, KeptTold, Reader } from './told.ts'
import { workPlansSurfaces } from './work-plans-surfaces.ts'

/** What an answer must be: these words there, nothing at all, or whatever it is (and then only searched for leaks). */
export type Expected = { readonly words: readonly string[]; readonly status?: number } | 'closed' | 'anything'

/** What a page says about one case file. */
export interface CaseLook {
  readonly look: 'case'
  readonly needs?: Permission
  /** Whoever holds a credential comes here before the password is given. */
  readonly forHolders?: true
  readonly query?: string
  /** The address does not name the case file: `?processo=` does. */
  readonly asks?: true
  /** Asked of what is hidden it is as if nothing had been asked, and need not be closed. */
  readonly blank?: true
  readonly shows?: (caseFile: CaseTold, reader: Reader, oracle: Oracle) => Expected
}

export interface DocumentLook {
  readonly look: 'document'
  readonly needs?: Permission
  readonly query?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly shows?: (document: DocumentTold, reader: Reader, oracle: Oracle) => Expected
}

/** What its address names by an id: a deadline, a comment, a bundle and what is in it. */
export interface KeptLook {
  readonly look: 'kept'
  readonly of: KeptTold['kind']
  readonly needs?: Permission
  /** Its own words stand there; otherwise it is only searched for leaks. */
  readonly tells?: true
  /** The register of a unit: its people come to it whatever became of the case files. */
  readonly register?: true
}

export interface BundleLook {
  readonly look: 'bundle'
  readonly needs: Permission
  readonly query?: string
}

/** An act that somebody tries on what is not theirs: nothing must be told by it, and nothing done. */
export interface Attempt {
  readonly act: 'case' | 'document' | 'copy' | 'kept' | 'bundle' | 'deleted'
  readonly of?: KeptTold['kind']
  /** The case file is named by a field. */
  readonly asks?: true
  /** What is hidden is passed over without a word. */
  readonly blank?: true
  readonly needs?: Permission
  readonly fields?: Readonly<Record<string, string | readonly string[]>>
  readonly json?: unknown
  readonly file?: { readonly field: string; readonly name: string; readonly content: string }
}

export type Surface =
  | CaseLook
  | DocumentLook
  | KeptLook
  | BundleLook
  | Attempt
  /** Tried by a test of its own in `try-…`: what is listed, copies, codes, the public face. */
  | {
      readonly triedBy:
        | 'lists'
        | 'copies'
        | 'codes'
        | 'public'
        | 'digests'
        | 'batches'
        | 'team-lists'
        | 'figures'
        | 'bin'
        | 'made-and-sent'
        | 'reviewed-and-listed'
      readonly fields?: Readonly<Record<string, string>>
    }
  /** Shows nothing of any case file, for this reason. */
  | { readonly apart: string }

const write = 'documents.write' as const
const text = (document: DocumentTold): Expected => ({ words: [document.words.text], status: 200 })
const isOwn = (document: DocumentTold, reader: Reader) => document.unit === reader.unit

/** The text of an authored document, for the unit that writes it: the present version, an earlier one, or both. */
const ownText =
  (...which: ('text' | 'older')[]) =>
  (document: DocumentTold, reader: Reader, oracle: Oracle): Expected =>
    oracle.isAway(document) || document.isCopy || document.signers.length > 0
      ? 'anything'
      : document.kind === 'authored' && isOwn(document, reader) && oracle.mayRead(reader, document)
        ? { words: which.map((one) => document.words[one]), status: 200 }
        : 'closed'

/**
 * To be written in now: on a desk of the unit, a draft of it, and nothing that stands still. Where anything inside is
 * confidential all acts ask for a credential, also of who may read the rest of it.
 */
const isWritable = (document: DocumentTold, reader: Reader, oracle: Oracle) => {
  const { caseFile } = document
  const stands = caseFile.suspendedBy !== undefined || caseFile.annexedTo !== undefined
  const isFree = oracle.effective(caseFile) !== 'confidential' || oracle.isHolder(reader, caseFile)
  const mayWrite =
    isDraft(document) && !oracle.isAway(document) && isOwn(document, reader) && oracle.mayRead(reader, document)
  return mayWrite && isFree && !stands && isOpen(document, reader)
}
const isOpen = ({ caseFile }: DocumentTold, { unit }: Reader) => caseFile.open.has(unit)

const content = { type: 'doc', content: [] }
const reason = 'Porque sim, e por nada mais.'
const words = { motivo: reason, texto: reason, senha: 'uma senha de teste', observacao: reason }

/** Every address of the program that names a case file, a document, a file or a copy, or lists them: how it is tried. */
export const surfaces: Readonly<Record<RouteKey, Surface>> = {
  ...publishingSurfaces,
  ...teamSurfaces,
  ...archiveSurfaces,
  ...issuingSurfaces,
  ...workPlansSurfaces,
  ...mailroomSurfaces,
  ...agendaSurfaces,
  ...projectsSurfaces,
  ...demandsSurfaces,
  ...auditingSurfaces,
  ...reviewingSurfaces,
  ...noticesSurfaces,
  ...officesSurfaces,
  'GET /em/:unidade/processos/:numero': {
    look: 'case',
    shows: (caseFile, reader, oracle) => {
      const reach = oracle.reach(reader, caseFile)
      if (reach === 'none') return 'closed'
      return { words: reach === 'full' ? [caseFile.number, caseFile.words.summary] : [caseFile.number], status: 200 }
    },
  },
  'GET /em/:unidade/processos/:numero/historico': {
    look: 'case',
    query: '?visao=completa',
    shows: (caseFile, reader, oracle) =>
      oracle.reach(reader, caseFile) === 'none' ? 'closed' : { words: [caseFile.words.entry], status: 200 },
  },
  'GET /em/:unidade/processos/:numero/senha': { look: 'case', forHolders: true },
  'GET /em/:unidade/processos/:numero/dados': { look: 'case', needs: 'cases.change' },
  'GET /em/:unidade/processos/:numero/nivel': { look: 'case', needs: 'cases.change' },
  'GET /em/:unidade/processos/:numero/observacao': { look: 'case', needs: 'cases.change' },
  'GET /em/:unidade/processos/:numero/relacionados': { look: 'case', needs: 'cases.change' },
  'GET /em/:unidade/processos/:numero/sobrestamento': { look: 'case', needs: 'cases.suspend' },
  'GET /em/:unidade/processos/:numero/sobrestamento/remocao': { look: 'case', needs: 'cases.suspend' },
  'GET /em/:unidade/processos/:numero/anexacao': { look: 'case', needs: 'cases.annex' },
  'GET /em/:unidade/processos/:numero/anexacao/desfazimento': { look: 'case', needs: 'cases.undo-annexation' },
  'GET /em/:unidade/processos/:numero/bloqueio': { look: 'case', needs: 'cases.block' },
  'GET /em/:unidade/processos/:numero/bloqueio/remocao': { look: 'case', needs: 'cases.block' },
  'GET /em/:unidade/processos/:numero/exclusao': { look: 'case', needs: 'cases.delete' },
  'GET /em/:unidade/processos/:numero/credenciais': { look: 'case', needs: 'cases.credentials' },
  'GET /em/:unidade/processos/:numero/ordem': { look: 'case', needs: write },
  'GET /em/:unidade/processos/:numero/documentos/novo': { look: 'case', needs: write },
  'GET /em/:unidade/processos/:numero/documentos/externo': { look: 'case', needs: write },
  'GET /em/:unidade/processos/:numero/exportacao': { look: 'case', needs: 'output.export' },
  'GET /em/:unidade/processos/:numero/exportacoes/:id': { triedBy: 'copies' },

  'POST /em/:unidade/processos/:numero/senha': { act: 'case', fields: words },
  'POST /em/:unidade/processos/:numero/andamentos': { act: 'case', fields: words },
  'POST /em/:unidade/processos/:numero/dados': { act: 'case', fields: { tipo: '1', especificacao: reason } },
  'POST /em/:unidade/processos/:numero/nivel': { act: 'case', fields: { nivel: 'public' } },
  'POST /em/:unidade/processos/:numero/observacao': { act: 'case', fields: words },
  'POST /em/:unidade/processos/:numero/relacionados': { act: 'case', fields: { outro: '99999999999999999' } },
  'POST /em/:unidade/processos/:numero/relacionados/remocao': { act: 'case', fields: { outro: '99999999999999999' } },
  'POST /em/:unidade/processos/:numero/sobrestamento': { act: 'case', fields: words },
  'POST /em/:unidade/processos/:numero/sobrestamento/remocao': { act: 'case' },
  'POST /em/:unidade/processos/:numero/anexacao': { act: 'case', fields: { principal: '99999999999999999' } },
  'POST /em/:unidade/processos/:numero/anexacao/desfazimento': { act: 'case', fields: words },
  'POST /em/:unidade/processos/:numero/bloqueio': { act: 'case', fields: words },
  'POST /em/:unidade/processos/:numero/bloqueio/remocao': { act: 'case' },
  'POST /em/:unidade/processos/:numero/exclusao': { act: 'case' },
  'POST /em/:unidade/processos/:numero/credenciais': { act: 'case', fields: { pessoa: '1', unidade: '1' } },
  'POST /em/:unidade/processos/:numero/credenciais/renuncia': { act: 'case' },
  'POST /em/:unidade/processos/:numero/credenciais/:credencial/cassacao': { act: 'case' },
  'POST /em/:unidade/processos/:numero/ordem': { act: 'case', fields: { mover: '0000001:acima' } },
  'POST /em/:unidade/processos/:numero/documentos': { act: 'case', fields: { tipo: '1', texto_inicial: 'modelo' } },
  'POST /em/:unidade/processos/:numero/documentos/externo': { act: 'case', fields: { tipo: '1' } },
  'POST /em/:unidade/processos/:numero/documentos/externo/arquivos': {
    act: 'case',
    file: { field: 'arquivos', name: 'pedido.txt', content: reason },
  },
  'POST /em/:unidade/processos/:numero/exportacao': { act: 'case', fields: { formato: 'zip' } },
  'POST /em/:unidade/processos/:numero/reabertura': { act: 'case' },
  'POST /em/:unidade/processos/:numero/envio/desfazimento': { act: 'case' },

  'GET /em/:unidade/documentos/:numero': {
    look: 'document',
    shows: (document, reader, oracle) => {
      if (document.state === 'deleted' || oracle.reach(reader, document.caseFile) === 'none') return 'closed'
      if (!oracle.mayRead(reader, document)) return { words: [document.number], status: 200 }
      const inside = document.kind === 'authored' ? document.words.text : `/documentos/${document.number}/arquivo`
      return { words: [inside, document.words.description], status: 200 }
    },
  },
  'GET /em/:unidade/documentos/:numero/arquivo': {
    look: 'document',
    headers: { range: 'bytes=0-60' },
    shows: (document, reader, oracle) =>
      document.kind === 'uploaded' && oracle.mayRead(reader, document)
        ? { words: [document.words.text], status: 206 }
        : 'closed',
  },
  'GET /em/:unidade/documentos/:numero/pdf': {
    look: 'document',
    shows: (document, reader, oracle) => {
      if (!oracle.mayRead(reader, document)) return 'closed'
      return document.kind === 'authored' ? text(document) : { words: [], status: 409 }
    },
  },
  'GET /em/:unidade/documentos/:numero/imagens/:sha256': { triedBy: 'digests' },
  'GET /em/:unidade/documentos/:numero/conteudo': { look: 'document', needs: write, shows: ownText('text') },
  'GET /em/:unidade/documentos/:numero/editor': {
    look: 'document',
    needs: write,
    shows: (document, reader, oracle) => {
      if (document.kind !== 'authored' || !oracle.mayRead(reader, document)) return 'closed'
      if (!isWritable(document, reader, oracle)) return 'anything'
      const own = document.writer === reader.login ? document.words.unsaved : undefined
      return { words: [own ?? document.words.text], status: 200 }
    },
  },
  'GET /em/:unidade/documentos/:numero/versoes': { look: 'document', needs: write, shows: ownText() },
  'GET /em/:unidade/documentos/:numero/versoes/comparacao': {
    look: 'document',
    needs: write,
    query: '?de=2&ate=3',
    shows: ownText('older', 'text'),
  },
  'GET /em/:unidade/documentos/:numero/versoes/:versao': { look: 'document', needs: write, shows: ownText('older') },
  'GET /em/:unidade/documentos/:numero/textos-padrao': {
    look: 'document',
    needs: write,
    shows: (document, reader, oracle) => {
      if (oracle.isAway(document) || document.signers.length > 0) return 'anything'
      return isOwn(document, reader) && oracle.mayRead(reader, document) ? { words: [], status: 200 } : 'closed'
    },
  },
  'GET /em/:unidade/documentos/:numero/dados': { look: 'document', needs: write },
  'GET /em/:unidade/documentos/:numero/exclusao': { look: 'document', needs: write },
  'GET /em/:unidade/documentos/:numero/cancelamento': { look: 'document', needs: 'documents.cancel' },
  'GET /em/:unidade/documentos/:numero/substituicao': { look: 'document', needs: write },
  'GET /em/:unidade/documentos/:numero/autenticacao': { look: 'document', needs: 'documents.certify' },
  'GET /em/:unidade/documentos/:numero/assinatura': {
    look: 'document',
    needs: 'signatures.sign',
    shows: (document, reader, oracle) => (isWritable(document, reader, oracle) ? text(document) : 'anything'),
  },

  'GET /em/:unidade/documentos/:numero/assinatura/outra-pessoa': {
    look: 'document',
    needs: 'signatures.sign',
    shows: (document, reader, oracle) => (isWritable(document, reader, oracle) ? text(document) : 'anything'),
  },
  'GET /em/:unidade/documentos/:numero/assinatura/certificado': {
    look: 'document',
    needs: 'signatures.sign',
    shows: (document, reader, oracle) => (isWritable(document, reader, oracle) ? text(document) : 'anything'),
  },
  'GET /em/:unidade/documentos/:numero/assinatura/govbr': {
    look: 'document',
    needs: 'signatures.sign',
    shows: (document, reader, oracle) => (isWritable(document, reader, oracle) ? text(document) : 'anything'),
  },
  'GET /em/:unidade/documentos/:numero/assinatura/certificado/declaracao': {
    look: 'document',
    needs: 'signatures.sign',
    // The words of an attempt, by its secret word, to the account that began it: without the word there is nothing.
    shows: () => 'closed',
  },

  'POST /em/:unidade/documentos/:numero/assinatura/outra-pessoa': {
    act: 'document',
    fields: { usuario: 'paulo', cargo: 'Analista', senha: 'uma senha de teste' },
  },
  'POST /em/:unidade/documentos/:numero/assinatura/govbr': { act: 'document', fields: { cargo: 'Analista' } },
  'POST /em/:unidade/documentos/:numero/assinatura/certificado': { act: 'document', fields: { cargo: 'Analista' } },
  'POST /em/:unidade/documentos/:numero/assinatura/certificado/envio': {
    act: 'document',
    fields: { tentativa: 'x'.repeat(43) },
  },
  'POST /em/:unidade/documentos/:numero/editor': {
    act: 'document',
    fields: { versao_base: '3', secao_corpo: reason },
  },
  'PUT /em/:unidade/documentos/:numero/rascunho': {
    act: 'document',
    json: { content, baseVersion: 3, session: 'x', sequence: 9 },
  },
  'POST /em/:unidade/documentos/:numero/rascunho/descarte': { act: 'document' },
  'POST /em/:unidade/documentos/:numero/versao': { act: 'document', json: { content, baseVersion: 3 } },
  'POST /em/:unidade/documentos/:numero/versoes/:versao/recuperacao': { act: 'document' },
  'POST /em/:unidade/documentos/:numero/presenca': { act: 'document', json: {} },
  'POST /em/:unidade/documentos/:numero/assumir': { act: 'document' },
  'POST /em/:unidade/documentos/:numero/imagem': {
    act: 'document',
    file: { field: 'arquivo', name: 'mapa.png', content: 'não é uma imagem' },
  },
  'POST /em/:unidade/documentos/:numero/assinatura': {
    act: 'document',
    fields: { cargo: 'Analista', senha: 'uma senha de teste' },
  },
  'POST /em/:unidade/documentos/:numero/autenticacao': {
    act: 'document',
    fields: { cargo: 'Analista', senha: 'uma senha de teste', conferi: 'sim' },
  },
  'POST /em/:unidade/documentos/:numero/substituicao': { act: 'document', fields: { formato: 'nato-digital' } },
  'POST /em/:unidade/documentos/:numero/dados': { act: 'document', fields: { nivel: 'publico', descricao: reason } },
  'POST /em/:unidade/documentos/:numero/exclusao': { act: 'document' },
  'POST /em/:unidade/documentos/:numero/cancelamento': { act: 'document', fields: words },

  'GET /em/:unidade/exportacoes': { triedBy: 'copies' },
  'GET /em/:unidade/exportacoes/:id': { triedBy: 'copies' },
  'GET /em/:unidade/exportacoes/:id/andamento': { triedBy: 'copies' },
  'GET /em/:unidade/exportacoes/:id/arquivo': { triedBy: 'copies' },
  'POST /em/:unidade/exportacoes/:id/nova-tentativa': { act: 'copy' },
  'GET /arquivos/:sha256': { triedBy: 'digests' },

  'GET /em/:unidade/mesa': { triedBy: 'lists' },
  'GET /em/:unidade/sobrestados': { triedBy: 'lists' },
  'GET /em/:unidade/sigilosos': { triedBy: 'lists' },
  'GET /em/:unidade/pesquisa': { triedBy: 'lists' },
  'GET /em/:unidade/pesquisa/planilha': { triedBy: 'lists' },
  'GET /em/:unidade/processos/novo': { triedBy: 'lists' },
  'GET /em/:unidade/contatos': { triedBy: 'lists' },
  'GET /em/:unidade/envio': { triedBy: 'batches' },
  'GET /em/:unidade/atribuicao': { triedBy: 'batches' },
  'GET /em/:unidade/conclusao': { triedBy: 'batches' },
  'GET /em/:unidade/assinatura': { triedBy: 'batches' },
  'POST /em/:unidade/envio': { triedBy: 'batches' },
  'POST /em/:unidade/atribuicao': { triedBy: 'batches' },
  'POST /em/:unidade/conclusao': { triedBy: 'batches' },
  'POST /em/:unidade/assinatura': { triedBy: 'batches' },
  'POST /em/:unidade/assinatura/govbr': { triedBy: 'batches' },
  'POST /em/:unidade/sobrestados/remocao': { triedBy: 'batches' },
  'POST /em/:unidade/processos/novo': { triedBy: 'batches' },

  'GET /consulta': { triedBy: 'public' },
  'GET /consulta/:numero': { triedBy: 'public' },
  'GET /consulta/documentos/:numero': { triedBy: 'public' },
  'GET /consulta/documentos/:numero/arquivo': { triedBy: 'public' },
  'GET /consulta/documentos/:numero/imagens/:sha256': { triedBy: 'public' },
  'GET /autenticidade': { triedBy: 'codes' },
  'GET /autenticidade/arquivo': { triedBy: 'codes' },
  'GET /autenticidade/imagem/:codigo/:crc/:sha256': { triedBy: 'codes' },

  'GET /favicon.ico': { apart: 'the mark of the program' },
  'POST /autenticidade/comparacao': { apart: 'makes a digest of what is sent, and reads nothing' },
  'GET /em/:unidade/assinatura/resultado': { apart: 'the result of an act, by a secret word, to its own session' },
  'GET /em/:unidade/assinatura/govbr': {
    apart: 'what was prepared to be signed, by a secret word, to its own session',
  },
  'GET /em/:unidade/assinatura/govbr/ida': { apart: 'the way to gov.br, by the same word: another address' },
  'GET /em/:unidade/assinatura/govbr/volta': {
    apart: 'the way back, by the word that only gov.br was told: another address',
  },
  'GET /assinatura/govbr/volta': { apart: 'leads on to the unit that stands in the address' },
  'GET /em/:unidade/contatos/novo': { apart: 'an empty form' },
  'POST /em/:unidade/contatos': { apart: 'the register of people' },
  'GET /em/:unidade/textos-padrao': { apart: 'texts of the unit that belong to no case file' },
  'POST /em/:unidade/textos-padrao': { apart: 'texts of the unit that belong to no case file' },
  'GET /em/:unidade/textos-padrao/novo': { apart: 'an empty form' },
  'GET /em/:unidade/textos-padrao/:id': { apart: 'texts of the unit that belong to no case file' },
  'POST /em/:unidade/textos-padrao/:id': { apart: 'texts of the unit that belong to no case file' },
  'GET /em/:unidade/textos-padrao/:id/exclusao': { apart: 'texts of the unit that belong to no case file' },
  'POST /em/:unidade/textos-padrao/:id/exclusao': { apart: 'texts of the unit that belong to no case file' },
  'GET /em/:unidade/sistema': { apart: 'the state of the machine' },
  'GET /em/:unidade/sistema/correio': { apart: 'letters by address and state, to who operates the house' },
}

/** Who is in, and who keeps the house: no case file is named below these. */
export const apart: readonly RegExp[] = [
  / \/em\/:unidade\/administracao(\/|$)/,
  / \/(entrar|sair|inicio|minha-conta|nova-senha|primeiro-acesso|esqueci-a-senha)(\/|$)/,
  / \/(saude|ajuda|acessibilidade|\*)?$/,
]
