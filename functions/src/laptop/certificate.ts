/** The certificate of a server that speaks HTTPS itself, read once at its start. */
import { X509Certificate, createPrivateKey } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { fieldError } from '@doorwalk/core/error'

/** As `node:https` takes them, PEM. */
export interface Tls {
  cert: Buffer
  key: Buffer
}

/** Files, as the options of the command name them. */
interface TlsFiles {
  certFile: string
  keyFile: string
  /** Where people reach the server; undefined: nobody said. */
  baseUrl: string | undefined
  /** Milliseconds. */
  now: number
}

/** @throws VisibleError `argument.wrong`: a file of another kind, the key of another certificate, its time is over */
export async function readTls({ certFile, keyFile, baseUrl, now }: TlsFiles): Promise<Tls> {
  const [cert, key] = [await readPem('--tls-cert', certFile), await readPem('--tls-key', keyFile)]
  const certificate = parsed(
    () => new X509Certificate(cert),
    { option: '--tls-cert', file: certFile },
    'a certificate in PEM, the server’s own first ("-----BEGIN CERTIFICATE-----")',
  )
  const own = parsed(
    () => createPrivateKey(key),
    { option: '--tls-key', file: keyFile },
    'a private key in PEM without a passphrase ("-----BEGIN PRIVATE KEY-----")',
  )
  if (!certificate.checkPrivateKey(own))
    throw fieldError('argument.wrong', '--tls-key', `${keyFile} is not the key of ${certFile}; name the pair`)
  const [from, to] = [Date.parse(certificate.validFrom), Date.parse(certificate.validTo)]
  if (now < from || now > to)
    throw fieldError(
      'argument.wrong',
      '--tls-cert',
      `${certFile} holds from ${day(from)} to ${day(to)}, and today is ${day(now)}; phones would refuse it`,
    )
  if (baseUrl !== undefined) checkAddress(baseUrl, certificate, certFile)
  return { cert, key }
}

/** What paper and links say has to be what the certificate is for. */
function checkAddress(baseUrl: string, certificate: X509Certificate, certFile: string): void {
  const { protocol, hostname } = new URL(baseUrl)
  const named = certificate.subjectAltName ?? certificate.subject
  const address = hostname.replace(/^\[|\]$/g, '')
  const isFor = isIP(address) === 0 ? certificate.checkHost(address) : certificate.checkIP(address)
  if (protocol !== 'https:')
    throw fieldError('argument.wrong', '--base-url', `got "${baseUrl}"; with --tls-cert expected https://…`)
  if (isFor === undefined)
    throw fieldError('argument.wrong', '--base-url', `got "${baseUrl}"; ${certFile} is for ${named}`)
}

async function readPem(option: string, file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    throw fieldError('argument.wrong', option, `${file} cannot be read: ${reasonOf(error)}`)
  }
}

function parsed<Made>(
  make: () => Made,
  { option, file }: { option: string; file: string },
  expected: string,
): Made {
  try {
    return make()
  } catch (error) {
    throw fieldError(
      'argument.wrong',
      option,
      `${file} is not what was expected: ${expected} (${reasonOf(error)})`,
    )
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

const day = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10)
