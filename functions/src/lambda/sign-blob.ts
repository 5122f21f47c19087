/** Addresses at which somebody without a key of AWS may send or fetch one blob. */
import { GetObjectCommand, PutObjectCommand, S3Client, type S3ClientConfig } from '@aws-sdk/client-s3'

interface Signed {
  bucket: string
  key: string
  /** Seconds. */
  expiresIn: number
}

/**
 * An address for one `PUT`. What will be sent is not known yet: left to itself the SDK would sign the checksum of an
 * empty body, and S3 would refuse every other.
 */
export async function signUpload(
  config: S3ClientConfig,
  { bucket, key, expiresIn }: Signed,
): Promise<string> {
  // Not at the top: few calls ask for it.
  const { getSignedUrl } = await import('@aws-sdk/s3-request-presigner')
  const s3 = new S3Client({ ...config, requestChecksumCalculation: 'WHEN_REQUIRED' })
  return getSignedUrl(s3, new PutObjectCommand({ Bucket: bucket, Key: key }), { expiresIn })
}

interface Fetched extends Signed {
  /** Media type. */
  type: string
  /** Of the file that a browser makes of it. */
  name: string
}

/** An address for `GET`, which a browser saves under that name. */
export async function signDownload(
  config: S3ClientConfig,
  { bucket, key, expiresIn, type, name }: Fetched,
): Promise<string> {
  const { getSignedUrl } = await import('@aws-sdk/s3-request-presigner')
  const command = new GetObjectCommand({
    ...{ Bucket: bucket, Key: key, ResponseContentType: type },
    ResponseContentDisposition: `attachment; filename="${name}"`,
  })
  return getSignedUrl(new S3Client(config), command, { expiresIn })
}
