/** Keeps the OpenAPI document of a release, which later ones must not break: `npm run release:api`. */
import { writeFile } from 'node:fs/promises'
import { RELEASED } from './released.ts'
import { currentText } from './current.ts'

await writeFile(RELEASED, `${JSON.stringify(JSON.parse(await currentText()), null, 1)}\n`)
