/** Names below `.rebind.example` lead to this machine, as a name server of a stranger may say; for a real server. */
import dns from 'node:dns/promises'
import { syncBuiltinESMExports } from 'node:module'

const { lookup } = dns
dns.lookup = async (name, options) =>
  name.endsWith('.rebind.example')
    ? [{ address: name.startsWith('mapped') ? '::ffff:127.0.0.1' : '127.0.0.1', family: 4 }]
    : lookup(name, options)
syncBuiltinESMExports()
