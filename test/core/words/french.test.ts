import osrmTextInstructions from 'osrm-text-instructions'
import { describe, expect, it } from 'vitest'
import { frenchNames } from '@doorwalk/core/words/french'

const library = osrmTextInstructions('v5')
const { withArticle, withDe, arrivalPlace } = frenchNames((name, grammar) =>
  library.grammarize('fr', name, grammar),
)

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** Every kind of way that has an article, by its article. Words that keep their capital are written with it. */
const BY_ARTICLE: [article: string, de: string, kinds: string][] = [
  [
    'l’',
    'de l’',
    `abbaye accès aire allée anse arcade autopont autoroute avenue échangeur écluse écoquartier embarcadère enceinte enclave
     enclos entrée escalier espace esplanade étang hippodrome hôpital hôtel île îlot immeuble impasse ancien ancienne`,
  ],
  [
    'le ',
    'du ',
    `barrage barreau bas bastion béguinage belvédère bief bois bosquet boulevard bourg camp canal carré carreau carrefour
     centre chalet champ château chemin cheminement cloître clos col contour coteau couloir cours couvent crêt croissant
     cul-de-sac domaine faubourg fond fort forum fossé giratoire grand gué halage hameau haut jardin lac lieu-dit
     lotissement mail manoir marché mas moulin mur musée nouveau nouvel palais parc parking parvis passage patio pavillon
     périphérique péristyle petit placis plan plateau pont porche port portique pourtour pré quai quartier raccourci raidillon
     rang rempart sentier souterrain square stade terre-plein terrain tertre théâtre thier tunnel val vallon verger
     viaduc vieil vieux village`,
  ],
  [
    'la ',
    'de la ',
    `barrière basse bastide berge boucle bretelle butte cale campagne carrière caserne cavée chapelle charmille chaussée cité
     colline corniche côte coulée cour courette coursive courtine crête croisée croix dalle darse descente déviation digue
     draille drève ferme fontaine forêt fosse galerie gare garenne grand-place grande grille grimpette halle haute jetée
     levée montée nouvelle passe passerelle petite piste place place-forte placette plage plaine pointe porte poterne promenade
     rampe ravine résidence rive rivière rocade roseraie rotonde route rue ruelle ruellette ruette sente sortie station
     terrasse tour traboule traverse trémie trouée vallée venelle vieille villa voie voyette zone
     ZA ZAC ZI ZAE ZUP Cité-jardin`,
  ],
  [
    'les ',
    'des ',
    `allées arcades arènes berges chemins coteaux degrés escaliers galeries jardins marches promenades quais quinconces
     remparts rives sentiers terrasses voies
     Avenues Boulevards Canaux Champs Châteaux Cités Croisées Fontaines Forts Hameaux Hauts Places Plateaux Ponts Ports
     Portes Prés Rues Tours Vals Vallées Villas`,
  ],
]

describe.each(BY_ARTICLE)('« %s »', (article, de, kinds) => {
  it.each(kinds.split(/\s+/))('%s', (kind) => {
    const name = `${capital(kind)} de Lyon`
    const said = withArticle(name)
    expect(said).toBe(`${article}${kind} de Lyon`)
    expect(withDe(name)).toBe(`${de}${kind} de Lyon`)
    expect(arrivalPlace(name)).toBe(`${kind} de Lyon`)
    // as a French address ends, and as a Swiss one
    expect(arrivalPlace(`12 bis ${name}`)).toBe(`au 12 bis ${name}`)
    expect(arrivalPlace(`${name} 12`)).toBe(`${kind} de Lyon 12`)
  })
})

it.each([
  // roads that are called by number
  ['RD 10', 'la RD 10', 'de la RD 10'],
  ['RD10', 'la RD10', 'de la RD10'],
  ['D 10E', 'la D 10E', 'de la D 10E'],
  ['RN 3', 'la RN 3', 'de la RN 3'],
  ['N 3', 'la N 3', 'de la N 3'],
  ['RM 6', 'la RM 6', 'de la RM 6'],
  ['M 6', 'la M 6', 'de la M 6'],
  ['R 1', 'la R 1', 'de la R 1'],
  ['VC 12', 'la VC 12', 'de la VC 12'],
  ['C 12', 'la C 12', 'de la C 12'],
  ['V 3', 'la V 3', 'de la V 3'],
  ['VO 3', 'la VO 3', 'de la VO 3'],
  ['DN 7', 'la DN 7', 'de la DN 7'],
  ['A 86', 'l’A 86', 'de l’A 86'],
  ['E-15', 'l’E-15', 'de l’E-15'],
  ['CD 5', 'le CD 5', 'du CD 5'],
  ['CR 8', 'le CR 8', 'du CR 8'],
  ['CV 8', 'le CV 8', 'du CV 8'],
  ['GC 8', 'le GC 8', 'du GC 8'],
  ['IC 8', 'le IC 8', 'du IC 8'],
  ['CH 8', 'le CH 8', 'du CH 8'],
  ['GR 20', 'le GR 20', 'du GR 20'],
  ['GRP 2', 'le GRP 2', 'du GRP 2'],
  ['PR 3', 'le PR 3', 'du PR 3'],
  ['Route Départementale 10', 'la route Départementale 10', 'de la route Départementale 10'],
  // proper names
  ['Ponts Jumeaux', 'les Ponts Jumeaux', 'des Ponts Jumeaux'],
  ['Ponts-de-l’Île', 'les Ponts-de-l’Île', 'des Ponts-de-l’Île'],
  ["Ponts de l'Île", 'les Ponts de l’Île', 'des Ponts de l’Île'],
  ['Bourg-de-Four', 'le Bourg-de-Four', 'du Bourg-de-Four'],
  ['Hôtel-de-Ville', 'l’Hôtel-de-Ville', 'de l’Hôtel-de-Ville'],
  ['Grand-Pré', 'le Grand-Pré', 'du Grand-Pré'],
  // articles of their own
  ['La Canebière', 'la Canebière', 'de la Canebière'],
  ['Le Mail', 'le Mail', 'du Mail'],
  ['Les Halles', 'les Halles', 'des Halles'],
  ["L'Esplanade", 'l’Esplanade', 'de l’Esplanade'],
  // kinds of two words
  ["Grand'Rue", 'la grand’Rue', 'de la grand’Rue'],
  ['Grand-Rue de Pâquis', 'la grand-Rue de Pâquis', 'de la grand-Rue de Pâquis'],
  ['Grande Rue de la Guillotière', 'la grande Rue de la Guillotière', 'de la grande Rue de la Guillotière'],
  ['Ancienne Route de Lyon', 'l’ancienne Route de Lyon', 'de l’ancienne Route de Lyon'],
  ['Rond-Point des Champs', 'le rond-point des Champs', 'du rond-point des Champs'],
  ['Petit Chemin de Lyon', 'le petit Chemin de Lyon', 'du petit Chemin de Lyon'],
  // two names
  ['Rue A;Rue B', 'la rue A / la rue B', 'de la rue A / de la rue B'],
  ['RD 10; Avenue Foch', 'la RD 10 / l’avenue Foch', 'de la RD 10 / de l’avenue Foch'],
  // the spelling of an address
  ['Allee des Camelias', 'l’allee des Camelias', 'de l’allee des Camelias'],
  // an unknown kind
  ['Poissonnière', 'Poissonnière', 'de Poissonnière'],
  ['Auteuil', 'Auteuil', 'd’Auteuil'],
  // no French
  ['Station Road', 'Station Road', 'de Station Road'],
  ['Grand Avenue', 'Grand Avenue', 'de Grand Avenue'],
  ['Canal Street', 'Canal Street', 'de Canal Street'],
  ['Fort Dr', 'Fort Dr', 'de Fort Dr'],
  ['Portweg', 'Portweg', 'de Portweg'],
  ['Via del Corso', 'Via del Corso', 'de Via del Corso'],
  ['Oude Gracht', 'Oude Gracht', 'd’Oude Gracht'],
  ['Zwaardemakerstraat', 'Zwaardemakerstraat', 'de Zwaardemakerstraat'],
])('%s: %s, %s', (name, article, de) => {
  expect([withArticle(name), withDe(name)]).toEqual([article, de])
})

it.each([
  ['12 bis rue Condorcet', 'au 12 bis rue Condorcet'],
  ['Rue de la Servette 69', 'rue de la Servette 69'],
  ['Fizeaustraat 23', 'à l’adresse Fizeaustraat 23'],
  ['Via del Corso 288', 'à l’adresse Via del Corso 288'],
  ['269 West 11th Street', 'au 269 West 11th Street'],
  ['Bondy', 'à Bondy'],
])('one arrives at %s: %s', (address, place) => {
  expect(arrivalPlace(address)).toBe(place)
})
