/** What a plan wants its reader to know, said in the language of the request. */
import type { Language } from '../request.ts'

export type Warning =
  | { code: 'area_partly_outside'; region: string }
  | { code: 'targets_ignored'; count: number; first: string }
  | { code: 'target_split'; id: string; now: readonly string[] }
  | { code: 'walkers_idle'; idle: number; of: number }
  | { code: 'too_fast'; doorsPerHour: number }
  | { code: 'nothing_to_walk' }

/** One sentence. */
export function sayWarning(warning: Warning, language: Language): string {
  const french = language === 'fr'
  switch (warning.code) {
    case 'area_partly_outside':
      return french
        ? `Une partie de la zone est hors de la région « ${warning.region} » : seule la partie intérieure est planifiée.`
        : `Part of the area lies outside region "${warning.region}"; only the part inside is planned.`
    case 'targets_ignored':
      return french
        ? `${warning.count} cibles données sont inconnues dans cette partie de la région et ont été ignorées (la première : « ${warning.first} ») ; pour en ajouter une, donnez sa position et ses portes.`
        : `${warning.count} of the targets given are not in this part of the region and were ignored (first: "${warning.first}"); to add a target give its location and doors.`
    case 'target_split':
      return french
        ? `« ${warning.id} » est devenu ${warning.now.length} cibles (${warning.now.join(', ')}) : ses portes et étages ont été ignorés, donnez-les pour chacune.`
        : `"${warning.id}" is now ${warning.now.length} targets (${warning.now.join(', ')}); its doors and floors were ignored: give them for each.`
    case 'walkers_idle':
      return french
        ? `${warning.idle} équipes sur ${warning.of} n’ont rien à faire : moins suffiraient.`
        : `${warning.idle} of ${warning.of} walkers have nothing to do; fewer would be enough.`
    case 'too_fast':
      return french
        ? `${warning.doorsPerHour} portes par heure et par équipe : c’est plus que ce qui se fait en pratique ; vérifiez les hypothèses.`
        : `${warning.doorsPerHour} doors an hour for each walker is more than teams manage in practice; check the assumptions.`
    case 'nothing_to_walk':
      return french
        ? 'Il n’y a nulle part où aller dans cette zone : voir les raisons dans leftOut.'
        : 'There is nothing to walk to in this area: see leftOut for the reasons.'
  }
}
