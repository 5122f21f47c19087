import { expect, it } from 'vitest'
import { signDownload, signUpload } from '@doorwalk/functions/lambda/sign-blob'

it('signs an address that takes any body, at the bucket itself, for so long', async () => {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const upload = { bucket: 'doorwalk-plans', key: 'uploads/one', expiresIn: 900 }
  const url = new URL(await signUpload({ region: 'eu-west-3', credentials }, upload))
  expect(url.host).toBe('doorwalk-plans.s3.eu-west-3.amazonaws.com')
  expect(url.pathname).toBe('/uploads/one')
  expect(url.searchParams.get('X-Amz-Expires')).toBe('900')
  expect(url.search).not.toMatch(/checksum/i)
})

it('signs an address that a file is fetched from, with its name and type', async () => {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const of = { bucket: 'doorwalk-plans', key: 'files/alpha/lst_1.csv', expiresIn: 60 }
  const as = { type: 'text/csv; charset=utf-8', name: 'targets-1.csv' }
  const url = new URL(await signDownload({ region: 'eu-west-3', credentials }, { ...of, ...as }))
  expect(url.pathname).toBe('/files/alpha/lst_1.csv')
  expect(url.searchParams.get('X-Amz-Expires')).toBe('60')
  expect(url.searchParams.get('response-content-type')).toBe(as.type)
  expect(url.searchParams.get('response-content-disposition')).toBe('attachment; filename="targets-1.csv"')
})
