/** Problems of plans, areas, rankings, lists, hold-outs and settings, in French. */
import type { ProblemCode, Sentences } from '../sentence.ts'
import { figureIn } from '../figure.ts'
import type { walks } from './walks.ts'

const figure = figureIn('fr')

export const organising: Sentences<Exclude<ProblemCode, keyof typeof walks>> = {
  'area.bad_cell': 'Une cellule de cette zone n’existe pas dans la région. Redessinez la zone.',
  'area.empty': 'Cette zone n’a pas de surface. Redessinez-la.',
  'area.holds_nothing': 'Aucun immeuble ne se trouve dans cette zone. Agrandissez-la ou déplacez-la.',
  'area.needs_streets':
    'Une zone en minutes de marche demande les rues de la région ; elles ne sont pas lues ici. Dessinez-la.',
  'area.no_precincts': 'Cette région n’a pas de bureaux de vote. Dessinez la zone sur la carte.',
  'area.outside_region': 'Cette zone est hors de la région. Déplacez-la, ou changez de région.',
  'area.ring_open': 'Le contour de cette zone n’est pas fermé : son dernier point doit être le premier.',
  'area.self_crossing': 'Le contour de cette zone se croise lui-même. Redessinez-la.',
  'area.swapped': 'Latitude et longitude semblent inversées dans cette zone. Mettez la longitude d’abord.',
  'area.too_large': [
    [
      /got (\d+) km², at most (\d+) km²/,
      (size, most) =>
        `Cette zone fait ${figure(size)} km², au plus ${figure(most)} km². Faites-en plusieurs.`,
    ],
    'Cette zone est trop grande. Choisissez-en une plus petite, ou simplifiez son contour.',
  ],
  'area.too_many_parts': 'Cette zone a trop de parties. Enlevez-en.',
  'area.too_many_vertices': [
    [
      /got (\d+) vertices, at most (\d+)/,
      (count, most) =>
        `Le contour de cette zone a ${figure(count)} points, au plus ${figure(most)}. Simplifiez-le.`,
    ],
    'Le contour de cette zone a trop de points. Simplifiez-le.',
  ],
  'area.unknown': 'Cette zone n’existe plus. Choisissez-en une autre.',
  'area.unknown_precinct': [
    [
      /got "([^"]+)"/,
      (code) => `Le bureau de vote ${code} n’est pas dans la région. Choisissez-le dans la liste.`,
    ],
    'Ce bureau de vote n’est pas dans la région. Choisissez-le dans la liste.',
  ],
  'batch.nobody': 'Il n’y a personne pour ce créneau. Ajoutez des équipes.',
  'batch.pack_too_large': 'C’est trop pour un seul fichier : imprimez créneau par créneau.',
  'batch.running': 'Les plans de ce week-end sont encore en calcul. Attendez qu’ils soient prêts.',
  'batch.shift_begun': 'Ce créneau a commencé : il ne se replanifie plus. Faites l’appel dans ses plans.',
  'batch.too_many_plans': [
    [
      /got (\d+) pairs of shift and area, at most (\d+)/,
      (count, most) =>
        `Cela ferait ${count} plans, au plus ${most} en une fois : moins de créneaux, ou moins de zones.`,
    ],
    'Trop de plans en une fois : moins de créneaux, ou moins de zones.',
  ],
  'batch.unknown': 'Ce week-end n’existe plus.',
  'batch.unknown_area':
    'Une zone est nommée deux fois, ou n’est pas de ce week-end. Donnez à chacune son nom.',
  'batch.unknown_shift': 'Ce créneau n’est pas de ce week-end. Choisissez-en un qui y est.',
  'buildings.malformed': 'Cette liste ne se lit pas. Donnez un CSV avec des titres, ou un GeoJSON de points.',
  'buildings.too_many': [
    [
      /at most (\d+) are kept/,
      (most) => `La campagne garde au plus ${figure(most)} adresses à elle par région. Enlevez-en d’abord.`,
    ],
    'La campagne a déjà autant d’adresses à elle que possible. Enlevez-en d’abord.',
  ],
  'buildings.unknown_field': 'Une colonne de cette liste n’est pas connue. Enlevez-la.',
  'correction.unknown': 'Cette correction n’existe plus.',
  'delivery.unknown': 'Ce message n’a pas été envoyé à ce programme, ou il y a trop longtemps.',
  'demo.closed': 'Ce serveur ne donne pas de clé d’une campagne d’essai. Demandez une clé.',
  'edit.contradiction':
    'Ce changement en contredit un autre, ou ce qui a été demandé pour le plan. Annulez d’abord l’autre.',
  'edit.does_not_fit': [
    [
      /takes (\d+) minutes at least, and (\d+) can be planned; give it (\d+) minutes? more/,
      (takes, has, more) =>
        `Il y faut au moins ${takes} min, et cette tournée en a ${has}. Donnez-lui ${more} min de plus, ou retirez-en une adresse.`,
    ],
    [
      /has (\d+) doors, more than its limit of (\d+)/,
      (doors, most) =>
        `Cela ferait ${doors} portes, et cette tournée en a ${most} au plus. Retirez-en une adresse, ou choisissez une autre tournée.`,
    ],
    'Cela ne tient pas dans les minutes ou les portes de cette tournée. Donnez-lui plus de temps, ou retirez-en une adresse.',
  ],
  'edit.excluded': 'Cette adresse est retirée du plan. Remettez-la d’abord.',
  'edit.gone': 'Le plan d’avant a été supprimé : ce changement ne s’annule plus.',
  'edit.locked': 'Cette tournée est verrouillée. Déverrouillez-la d’abord.',
  'edit.no_effect': 'C’est déjà ainsi : rien ne changerait.',
  'edit.nobody': 'Plus personne ne marcherait. Gardez au moins une équipe, ou supprimez le plan.',
  'edit.not_free':
    'Cette adresse n’est pas libre : déjà visitée, sur la tournée de quelqu’un d’autre, réservée à la mesure de l’effet ou sans logement. Choisissez-en une autre.',
  'edit.nothing_to_redo': 'Il n’y a rien à rétablir.',
  'edit.nothing_to_undo': 'Il n’y a rien à annuler.',
  'edit.pinned': 'Cette adresse est fixée à une autre tournée. Détachez-la d’abord.',
  'edit.stairs':
    'Il y a des escaliers à cette adresse, et l’équipe de cette tournée les évite. Choisissez une autre tournée.',
  'edit.unknown_target': 'Cette adresse n’est pas dans le plan. Choisissez-en une qui y est.',
  'edit.unknown_walk':
    'Cette tournée n’est plus dans le plan, ou elle est terminée. Choisissez-en une autre.',
  'edit.unreachable': 'Aucun chemin à pied ne mène à cette adresse. Choisissez-en une autre.',
  'edit.walk_begun': 'Cette tournée a commencé : cela ne se change plus.',
  'edit.walker': 'Cette équipe est déjà dans le plan.',
  'estimate.late': 'Le serveur n’a pas le temps pour cette estimation. Redemandez dans un instant.',
  'evaluation.not_precincts':
    'Ce tirage est fait par blocs, et les résultats se donnent par bureau de vote. Tirez des bureaux pour mesurer.',
  'evaluation.results': [
    [
      /got "([^"]+)" a second time/,
      (code) => `Le bureau ${code} est donné deux fois. Gardez une seule ligne pour lui.`,
    ],
    [/last result comes/, () => 'Le résultat d’avant est donné deux fois. N’en gardez qu’un.'],
    'Un résultat en contredit un autre. Donnez des comptes partout, ou des parts partout.',
  ],
  'evaluation.too_few':
    'Trop peu de groupes ont un résultat des deux côtés pour dire quelque chose. Ajoutez les bureaux qui manquent.',
  'holdout.sealed': 'Ce tirage est scellé : ouvrez-le d’abord.',
  'holdout.size': [
    [
      /^(\d+) of (\d+) \w+ would be held out; expected (\d+) to (\d+)/,
      (drawn, of, least, most) =>
        `Cela en laisserait ${drawn} de côté sur ${of} ; il en faut de ${least} à ${most}. Choisissez une autre part.`,
    ],
    'Une si petite part de si peu de bureaux ne tire personne. Choisissez une autre part.',
  ],
  'holdout.strata': 'Ce nombre n’existe pas pour les bureaux de vote de la région. Choisissez-en un autre.',
  'holdout.unknown': 'Ce tirage n’existe plus.',
  'holdout.unsealed': 'Ce tirage a été ouvert : c’est une preuve, il reste.',
  'imports.choice': 'Un choix ne va pas avec le fichier. Relisez le fichier, puis choisissez à nouveau.',
  'imports.opt_outs_stay':
    'Qui ne veut plus de visite n’est plus jamais visité : cette liste s’ajoute, elle ne remplace rien. Décochez « Remplacer ».',
  'imports.stays':
    'Cet import ne peut pas être retiré. Importez la liste sans ses lignes, en remplacement des précédentes.',
  'imports.two_lists': 'Deux listes sont arrivées en une fois. N’en donnez qu’une.',
  'imports.unknown': 'Cet import n’existe plus. Importez le fichier à nouveau.',
  'imports.upload': 'Le fichier n’est pas arrivé. Envoyez-le à nouveau.',
  'imports.upload_expired': 'L’envoi a duré trop longtemps. Envoyez le fichier à nouveau.',
  'osrm.refused': 'Le calcul des chemins du serveur refuse. Prévenez qui tient le serveur.',
  'osrm.unreachable':
    'Le calcul des chemins du serveur ne répond pas. Réessayez, ou prévenez qui tient le serveur.',
  'plan.cancelled': 'Ce plan a été annulé avant d’être prêt. Refaites-en un.',
  'plan.commit_running': 'Quelqu’un donne les tournées de ce plan en ce moment. Réessayez dans un instant.',
  'plan.conflict': 'D’autres tournées ont pris des adresses de ce plan entre-temps. Replanifiez-le.',
  'plan.failed': 'Ce plan a échoué. Refaites-en un.',
  'plan.gave_up': 'Ce plan a échoué plusieurs fois. Refaites-en un, avec une zone plus petite.',
  'plan.gone': 'Le plan à remplacer a été supprimé entre-temps. Refaites-en un.',
  'plan.iterations': 'Cette clé ne permet pas une si longue recherche. Demandez-en moins.',
  'plan.replaced': 'Un plan plus récent a remplacé celui-ci. Ouvrez le plus récent.',
  'plan.replan_running': 'Ce plan est déjà en cours de remplacement. Attendez un instant.',
  'plan.seconds': 'Cette clé ne permet pas une si longue recherche. Demandez-en moins.',
  'plan.walking': [
    [/^1 team/, () => 'Une équipe est en route avec une tournée de ce plan. Attendez qu’elle soit revenue.'],
    [
      /^(\d+) teams/,
      (count) =>
        `${count} équipes sont en route avec des tournées de ce plan. Attendez qu’elles soient revenues.`,
    ],
    'Une équipe est en route avec une tournée de ce plan. Attendez qu’elle soit revenue.',
  ],
  'plan.unknown': 'Ce plan n’existe pas ou plus.',
  'price.late': 'Le serveur n’a pas le temps pour ces calculs. Redemandez dans un instant.',
  'price.too_many': [
    [
      /all (\d+) targets of \d+ walks at once, and at most (\d+)/,
      (count, most) =>
        `Ce plan a ${figure(count)} adresses, et ses souhaits se chiffrent jusqu’à ${figure(most)}. Planifiez une partie de la zone.`,
    ],
    'Ce plan a trop d’adresses pour chiffrer ses souhaits. Planifiez une partie de la zone.',
  ],
  'priority.no_precincts':
    'Cette région n’a pas de bureaux de vote : aucun ordre ne peut en venir. Planifiez sans ordre.',
  'priority.unknown_field':
    'Ce nombre n’existe pas pour les bureaux de vote de la région. Choisissez-en un autre.',
  'proposal.late': 'Le serveur n’a pas le temps. Redemandez, avec moins d’équipes.',
  'proposal.nothing':
    'Aucune zone classée et assez proche n’a de porte qui compte. Changez le départ ou le classement.',
  'ranking.lists': 'Il faut au moins deux listes pour dire laquelle mène. Choisissez-en deux.',
  'ranking.no_areas': 'Cette région n’a pas de bureaux de vote à classer.',
  'ranking.not_a_share': [
    [
      /got (-?[\d.]+) in "([^"]+)"/,
      (value, code) =>
        `Le bureau ${code} a ${value}, et une part va de 0 à 100. Choisissez un nombre qui est une part.`,
    ],
    'Ce nombre n’est pas une part de 0 à 100. Choisissez-en un autre.',
  ],
  'ranking.nothing':
    'Aucun bureau de vote n’a les nombres que ce classement demande. Choisissez-en un autre.',
  'ranking.order': 'Ce classement ne compte pas de personnes : rangez-le par note.',
  'ranking.other_region': 'Ce classement est celui d’une autre région. Choisissez-en un de cette région.',
  'ranking.outside': 'Rien de ce qui est à classer n’est dans la région.',
  'ranking.refused_field': [
    [
      /got "[^"]*", which by the word "([^"]+)"/,
      (word) =>
        `« ${word} » parle de personnes : personne n’est classé par origine, nationalité, religion, prénom. Choisissez un nombre de votes, de logements ou de portes.`,
    ],
    'Personne n’est classé par origine, nationalité, religion, prénom. Choisissez un autre nombre.',
  ],
  'ranking.too_many': 'Ce nom a autant de versions que possible. Supprimez-en, ou prenez un autre nom.',
  'ranking.twice': 'Un bureau de vote ou un nombre est donné deux fois. N’en gardez qu’un.',
  'ranking.unknown': 'Ce classement n’existe plus. Choisissez-en un autre.',
  'ranking.unknown_field': 'Ce nombre n’existe pas pour les bureaux de vote. Choisissez-en un autre.',
  'ranking.unknown_precinct': 'Un bureau de vote n’est pas dans la région. Enlevez-le.',
  'ranking.weights':
    'Ces poids ne font pas un classement. Donnez un poids autre que zéro à un nombre au moins.',
  'replan.commit': 'Les tournées de ce plan sont données : celles qui les remplacent doivent l’être aussi.',
  'replan.nobody': 'Personne n’est là. Cochez au moins une équipe, ou supprimez le plan.',
  'replan.too_many': 'Trop d’adresses pour tout garder en place : gardez seulement les tournées.',
  'replan.walker': 'Une équipe est nommée deux fois, ou se contredit. Corrigez l’appel.',
  'signature.expired': 'Ce message a été signé il y a plus de cinq minutes. Réglez l’horloge de qui envoie.',
  'signature.missing': 'Ce message n’est pas signé.',
  'signature.wrong': 'Ce message n’est pas signé par cette source.',
  'source.too_many': [
    [/at most (\d+) sources/, (most) => `Une campagne a au plus ${most} sources. Enlevez-en une d’abord.`],
    'La campagne a autant de sources que possible. Enlevez-en une d’abord.',
  ],
  'source.unknown': 'Cette source n’existe plus.',
  'suggest.walk': 'Cette tournée n’est plus dans le plan.',
  'suggest.walk_over': 'Cette tournée est terminée : rien ne s’y ajoute.',
  'suggest.walker': 'Cette équipe a déjà une tournée du plan. Demandez pour quelqu’un de nouveau.',
  'targets.link_expired': 'Ce fichier n’est plus là. Demandez-le à nouveau.',
  'targets.too_many_files': 'La campagne a autant de listes en fichiers que possible. Supprimez-en une.',
  'targets.unknown_file': 'Ce fichier n’est plus là. Demandez-le à nouveau.',
  'volunteers.too_many_starts': [
    [
      /got (\d+) different starts and ends, at most (\d+)/,
      (count, most) =>
        `Il y a ${count} départs différents, au plus ${most} pour un plan. Faites plusieurs zones.`,
    ],
    'Trop de départs différents pour un seul plan. Faites plusieurs zones.',
  ],
  'webhook.disabled': 'Ces messages sont arrêtés. Reprenez-les d’abord.',
  'webhook.too_many': [
    [
      /at most (\d+) webhooks/,
      (most) => `Une campagne a au plus ${most} programmes reliés. Enlevez-en un d’abord.`,
    ],
    'La campagne a autant de programmes reliés que possible. Enlevez-en un d’abord.',
  ],
  'webhook.unknown': 'Ce programme n’est plus relié.',
  'webhook.url': [
    [/more than (\d+) characters/, (most) => `Cette adresse est trop longue : au plus ${most} caractères.`],
    [/name or password/, () => 'Cette adresse porte un nom ou un mot de passe. Enlevez-les.'],
    [/fragment/, () => 'Cette adresse contient un « # ». Enlevez-le et ce qui suit.'],
    [
      /not reachable for everybody/,
      () => 'Cette adresse n’est pas publique. Donnez celle d’un serveur public.',
    ],
    'Donnez une adresse publique qui commence par https://.',
  ],
}
