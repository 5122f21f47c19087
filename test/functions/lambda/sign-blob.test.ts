import { expect, it } from 'vitest'
import { signUpload } from '@doorwalk/functions/lambda/sign-upload'

it('signs an address that takes any body, at the bucket itself, for so long', async () => {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const upload = { bucket: 'doorwalk-plans', key: 'uploads/one', expiresIn: 900 }
  const url = new URL(await signUpload({ region: 'eu-west-3', credentials }, upload))
  expect(url.host).toBe('doorwalk-plans.s3.eu-west-3.amazonaws.com')
  expect(url.pathname).toBe('/uploads/one')
  expect(url.searchParams.get('X-Amz-Expires')).toBe('900')
  expect(url.search).not.toMatch(/checksum/i)
})
