/** The parts of an address of PostgreSQL that names one server or several, as libpq writes it: `host1:5432,host2:5432`. */
const shape = /^(postgres(?:ql)?:\/\/)((?:[^@/?#]*@)?)([^@/?#]+)([^?#]*)(\?[^#]*)?$/

/** What libpq may ask of a server. The program writes, so only these two words are of use to it. */
const usefulAttributes = new Set(['read-write', 'primary'])
const mostServers = 8

/** Each server by an address of its own, in the order given; undefined where it is no address at all. */
export function serversOf(address: string): readonly string[] | undefined {
  const [, scheme, who = '', hosts = '', path = '', query = ''] = shape.exec(address) ?? []
  if (scheme === undefined) return undefined
  const kept = new URLSearchParams(query)
  kept.delete('target_session_attrs')
  const rest = kept.size > 0 ? `?${kept}` : ''
  const servers = hosts.split(',').map((host) => `${scheme}${who}${host}${path}${rest}`)
  return servers.every((server) => URL.canParse(server)) ? servers : undefined
}

/** Why an address cannot be used, in Portuguese and without repeating it, as it holds a password. */
export function problemOfAddress(address: string): string | undefined {
  const servers = serversOf(address)
  if (!servers) return 'use postgres://usuario:senha@servidor:5432/banco, ou servidor1:5432,servidor2:5432 para vários'
  if (servers.length > mostServers) return `são aceitos até ${mostServers} servidores`
  if (new Set(servers).size < servers.length) return 'o mesmo servidor aparece duas vezes'
  const wanted = new URLSearchParams(address.split('?')[1]).get('target_session_attrs')
  if (wanted !== null && !usefulAttributes.has(wanted))
    return 'o Carimbo grava no banco, e target_session_attrs só pode ser read-write'
  return undefined
}
