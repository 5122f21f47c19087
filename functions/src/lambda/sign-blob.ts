/** Addresses to which somebody without a key of AWS may send one blob. */
import { PutObjectCommand, S3Client, type S3ClientConfig } from '@aws-sdk/client-s3'

interface Upload {
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
  { bucket, key, expiresIn }: Upload,
): Promise<string> {
  // Not at the top: few calls ask for it.
  const { getSignedUrl } = await import('@aws-sdk/s3-request-presigner')
  const s3 = new S3Client({ ...config, requestChecksumCalculation: 'WHEN_REQUIRED' })
  return getSignedUrl(s3, new PutObjectCommand({ Bucket: bucket, Key: key }), { expiresIn })
}
