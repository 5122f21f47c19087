/** All words of pages, sheets, reports and the terminal: how French is set, and no "1 portes" in either language. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { setFrench, setFrenchWords } from '@doorwalk/core/words/french-spaces'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const SOURCES = [
  'web/src',
  'functions/src',
  ...['cli', 'core', 'prepare'].map((name) => `packages/${name}/src`),
]
const FILES = SOURCES.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
)
const ofLanguage = (language: string): string[] =>
  FILES.filter((file) => new RegExp(`(^|/)${language}(/.*)?\\.ts$`).test(file))

/** The texts of a file, with □ for what is filled in. */
function textsOf(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(ROOT, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  )
  const texts: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return
    const isName = ts.isPropertyAssignment(node.parent) && node.parent.name === node
    if (ts.isStringLiteralLike(node) && !isName) texts.push(node.text)
    if (ts.isTemplateExpression(node))
      texts.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('□'))
    ts.forEachChild(node, visit)
  }
  ts.forEachChild(source, visit)
  return texts
}

const FAULTS: readonly (readonly [what: string, RegExp])[] = [
  ['a space that one does not see: write a plain one', /[\u00a0\u202f]/],
  ['no space before ; ! ?', /[\p{L}»)%][;!?](?!\w)/u],
  ['no space before a colon', /[\p{L}»)%]:(?!\/\/|\d)/u],
  ['no space inside « »', /«(?! )|(?<! )»/],
  ['a straight apostrophe or three dots', /\p{L}'|\.\.\./u],
  ['two spaces', / {2}/],
  [
    'no elision',
    /(?<![\p{L}’-])(?:le|la|de|que|ne|se|je|me|te|ce|jusque|lorsque|puisque) (?=[aeiouyéèêâîôû]\p{L})(?!Europe)/iu,
  ],
  ['no contraction', /(?<!\p{L})(?:à le|à les|de les?|si ils?)(?!\p{L})/iu],
  ['English', /(?<!\p{L})(?:the|of|and|your|is|are|with|this|that|please|walks?)(?!\p{L})/iu],
]

it('French is set with spaces at which no line breaks', () => {
  expect(setFrench('« Zones » : 30 % ; déjà ? Non ! 12:30, https://a.b ; 5 min')).toBe(
    '«\u00a0Zones\u00a0»\u00a0: 30\u00a0%\u202f; déjà\u202f? Non\u202f! 12:30, https://a.b\u202f; 5\u00a0min',
  )
  const words = setFrenchWords({ a: ['x :', /y ;/], say: (n: number) => ({ deep: `${n} !`, n }) })
  expect(words.a).toEqual(['x\u00a0:', /y ;/])
  expect(words.say(2)).toEqual({ deep: '2\u202f!', n: 2 })
})

describe.each(ofLanguage('fr'))('%s', (file) => {
  it('is written as French is', () => {
    const faults = textsOf(file).flatMap((text) =>
      FAULTS.filter(([, fault]) => fault.test(text)).map(([what]) => `${what}: ${text}`),
    )
    expect(faults).toEqual([])
  })
})

const isFrench = (file: string): boolean => /(^|\/)fr(\/|\.ts$)/.test(file)

it('French words are set by whoever speaks them', () => {
  const careless = FILES.filter((file) => !isFrench(file)).filter((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8')
    const speaks = [...text.matchAll(/^import (?!type)[^']* from '(\.[^']*)'/gm)].some(([, from]) =>
      isFrench(from!),
    )
    return speaks && !/inLanguage\(|setFrenchWords\(/.test(text)
  })
  // These are set where they are written: to set them anew for each step of a way takes long.
  expect(careless).toEqual(['packages/core/src/words/languages.ts'])
})

function isSay(words: unknown): words is (...given: unknown[]) => unknown {
  return typeof words === 'function'
}

/** Sentences with a single one of everything, as words or as numbers; what takes neither says nothing. */
function singulars(words: unknown): string[][] {
  if (isSay(words)) {
    const values = ['1', 1, new Proxy({}, { get: () => '1' }), new Proxy({}, { get: () => 1 })]
    const said = values.flatMap((value): unknown[] => {
      try {
        return [words(...Array.from({ length: 6 }, () => value))]
      } catch {
        return []
      }
    })
    const texts = said
      .filter((each) => typeof each === 'string')
      .filter((each) => !/undefined|\[object/.test(each))
    return texts.length > 0 ? [texts] : []
  }
  if (typeof words !== 'object' || words === null || words instanceof RegExp) return []
  return Object.values(words).flatMap(singulars)
}

/** Of one, but where 1 is a limit or one of many; some words end like plurals. */
const PLURALS = {
  fr: /(?<![\d,.]|au plus |moins de )1 (?!(?:fois|pas|plus|sans|dans|ses|des|vers|portes par)(?!\p{L}))\p{L}+[sx](?!\p{L})/u,
  en: /(?<![\d,.]|at most |of |fewer than )1 (?!(?:was|is|has|as|stands|stays|takes|walks walk|begins|comes|says|starts|doors an)\b)\p{L}+(?<!s)s\b/u,
}

it.each(['fr', 'en'] as const)('in %s one is no plural', async (language) => {
  const faults: string[] = []
  // Problems tell limits, which are large.
  for (const file of ofLanguage(language).filter((each) => !each.includes('/problems/'))) {
    const said = (await import(join(ROOT, file))) as Record<string, unknown>
    for (const texts of singulars(Object.values(said)))
      if (texts.every((text) => PLURALS[language].test(text))) faults.push(`${file}: ${texts[0]!}`)
  }
  expect(faults).toEqual([])
})
