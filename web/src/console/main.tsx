/** The console of organisers: plans, weekends and what became of them. */
import { render } from 'preact'
import { App } from './views/app.tsx'
import { chooseLanguage } from '../words/language.ts'

chooseLanguage()
render(<App />, document.querySelector('#app')!)
