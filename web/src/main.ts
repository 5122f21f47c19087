/** The page for planning: wires map, form, region and plan. Each keeps its own state; here they meet. */
import { LANGUAGES, type Language } from '@doorwalk/core/words/languages'
import { doorwalk, findKey } from './api/api.ts'
import { createAreaChoice } from './area-choice.ts'
import { find, findInput, makeButton } from './elements.ts'
import { nextQuarter, readRequest } from './form.ts'
import { askForKey, onKeyTyped } from './key-fields.ts'
import { createMap } from './map/map.ts'
import { createPlanning } from './planning.ts'
import { showProblem } from './problem-box.ts'
import { createRegionChoice } from './region-choice.ts'
import { chooseLanguage, keepLanguage, setLanguage, words, wordsIn } from './words/words.ts'

addLanguages()
chooseLanguage()
const map = createMap(find('#map'), {
  onPick: (at) => areaChoice.pick(at),
  onPrecinct: (code) => areaChoice.togglePrecinct(code),
  onMove: () => void regionChoice.loadGround(),
})
const areaChoice = createAreaChoice(map)
const planning = createPlanning(map)
const regionChoice = createRegionChoice({ map, areaChoice, onOpen: () => planning.reset() })

sayAgain()
findInput('#start-at').value = nextQuarter()
onKeyTyped(() => void regionChoice.openAll().catch(showProblem))
find('#form').addEventListener('submit', (event) => {
  event.preventDefault()
  void planning.run(async (options) => {
    const choices = { region: regionChoice.name(), ...areaChoice.choices() }
    return doorwalk.makePlan(readRequest(choices), options)
  })
})
void begin().catch(showProblem)

async function begin(): Promise<void> {
  if (await findKey()) await regionChoice.openAll()
  else askForKey()
}

/** A button for each language, named in itself. */
function addLanguages(): void {
  find('.languages').replaceChildren(
    ...LANGUAGES.map((language) => {
      const button = makeButton(wordsIn(language).name, { onClick: () => speak(language) })
      button.dataset['language'] = language
      button.lang = language
      return button
    }),
  )
}

function speak(language: Language): void {
  setLanguage(language)
  keepLanguage()
  sayAgain()
}

/** What the parts of the page say by themselves, in the language now chosen. */
function sayAgain(): void {
  const { zoomIn, zoomOut } = words()
  map.nameButtons({ zoomIn, zoomOut })
  regionChoice.sayAgain()
  areaChoice.sayAgain()
  planning.sayAgain()
}
