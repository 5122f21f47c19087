/** The page that imports a campaign's list: shows what would be taken first, and stores it when told to. */
import { render } from 'preact'
import { App } from './views/app.tsx'
import { chooseLanguage } from '../words/language.ts'

chooseLanguage()
render(<App />, document.querySelector('#app')!)
