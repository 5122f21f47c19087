/** `npm run rooms`: the rooms of the house, how full they are, whom they import, and what is wrong with them. */
import { posix, resolve } from 'node:path'
import { MOST_FILES, circles, fillOf, forbiddenImports, roomOf } from './check.ts'
import { readTree } from './imports.ts'
import { DIRECTIONS, MOST_AT_ROOT } from './table.ts'

const tree = readTree(resolve(import.meta.dirname, '../..'))
const fill = fillOf(tree)
const known = new Set(tree.files)

for (const [room, files] of fill) {
  const own = tree.imports.filter(({ from }) => posix.dirname(from) === room)
  const used = own.filter(({ to }) => known.has(to) && posix.dirname(to) !== room).map(({ to }) => roomOf(to))
  console.log(`${String(files).padStart(3)} files  ${room}, imports ${new Set(used).size} rooms`)
}

const wrong = [
  ...forbiddenImports(tree, DIRECTIONS),
  ...circles(tree, (file) => file).map((files) => `circle of files: ${files.join(', ')}`),
  ...circles(tree, roomOf).map((rooms) => `circle of rooms: ${rooms.join(', ')}`),
  ...[...fill]
    .filter(([, files]) => files > MOST_FILES)
    .map(([room, files]) => `${room} holds ${files} files`),
  ...Object.entries(MOST_AT_ROOT)
    .filter(([root, most]) => (fill.get(root) ?? 0) > most)
    .map(([root, most]) => `${root} holds more than ${most} files`),
]
console.log(`\n${tree.files.length} files in ${fill.size} rooms, ${tree.imports.length} imports`)
for (const [root] of Object.entries(MOST_AT_ROOT))
  console.log(`root of ${root}: ${fill.get(root) ?? 0} files`)
console.log(`fullest room: ${Math.max(...fill.values())} files of at most ${MOST_FILES}`)
console.log(
  wrong.length === 0 ? 'no forbidden import, no circle between files, none between rooms' : wrong.join('\n'),
)
process.exitCode = wrong.length === 0 ? 0 : 1
