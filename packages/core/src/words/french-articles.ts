/** Articles of French streets, by the beginning of their names. Tables only; french.ts reads them. */

type Article = 'le ' | 'la ' | 'l’' | 'les '

/**
 * Kinds of way that osrm-text-instructions 0.15 has no article for, or a wrong one (« la ancienne route »), and words
 * that names begin with. They lose their capital, as the kinds that the library knows do. Whole words, without regard
 * to case and accents.
 */
const KINDS: [Article, string][] = [
  [
    'l’',
    'abbaye ancien ancienne arcade autopont autoroute échangeur écluse écoquartier embarcadère enceinte enclave enclos ' +
      'escalier espace étang hippodrome hôpital hôtel île îlot immeuble',
  ],
  [
    'les ',
    'allées arcades arènes berges chemins coteaux degrés escaliers galeries jardins marches promenades quais ' +
      'quinconces remparts rives sentiers terrasses voies',
  ],
  [
    'le ',
    'barrage bas bastion béguinage belvédère bief bois bosquet bourg camp canal carré carreau carrefour centre chalet champ ' +
      'château cheminement cloître col contour coteau couloir cours couvent crêt croissant cul-de-sac domaine faubourg ' +
      'fond fort forum fossé giratoire grand gué halage hameau haut jardin lac lieu-dit mail manoir marché mas moulin ' +
      'mur musée nouveau nouvel palais parking patio pavillon périphérique péristyle petit placis plan plateau porche ' +
      'port portique pourtour pré quartier raccourci raidillon rang rempart stade terre-plein terrain tertre théâtre ' +
      'thier val vallon verger vieil vieux',
  ],
  [
    'la ',
    'barrière basse bastide berge boucle bretelle butte cale campagne carrière caserne cavée chapelle charmille colline ' +
      'côte coulée courette coursive courtine crête croisée croix dalle darse descente digue draille drève ferme ' +
      'fontaine forêt fosse gare garenne grand-place grande grille grimpette halle haute jetée levée nouvelle ' +
      'passe passerelle petite piste place-forte placette plage plaine pointe porte poterne rampe ravine résidence rive ' +
      'rivière roseraie rotonde ruelle ruellette ruette station tour traboule trémie trouée vallée venelle vieille ' +
      'voyette zone',
  ],
]

/** Kinds that the library knows: here for their plurals. */
const KNOWN =
  'accès aire allée anse avenue barreau boulevard chemin cité chaussée clos corniche cour déviation entrée esplanade galerie ' +
  'impasse lotissement montée parc passage place pont promenade quai rocade route rue sente sentier sortie souterrain ' +
  'square terrasse traverse tunnel viaduc villa village voie'

/** Plurals that are as their singulars. */
const SAME_IN_PLURAL = /[szx]$/

/**
 * Roads that are called by number: « la RD 10 », « l’A 3 », « le CR 12 ». They keep their capitals.
 */
const NUMBERED: [Article, string][] = [
  // routes: départementale, nationale, métropolitaine, européenne, communale; voies
  ['la ', 'd rd dn n rn m rm r c vc v vo'],
  ['l’', 'a e'],
  // chemins: départemental, rural, vicinal, de grande communication; sentiers
  ['le ', 'cd cr cv gc ic ch gr grp pr'],
]

/** Zones that are called by letters. */
const LETTERED: [Article, string][] = [['la ', 'za zac zi zae zup cité-jardin']]

interface KnownArticle {
  article: Article
  /** A proper name, « les Ponts Jumeaux »; a kind of way is said small. */
  keepsCapital: boolean
}

const ARTICLE_OF = new Map<string, KnownArticle>([
  ...[...KINDS.flatMap(([, kinds]) => kinds.split(' ')), ...KNOWN.split(' ')]
    .filter((kind) => !SAME_IN_PLURAL.test(kind))
    .map((kind) => [plural(plain(kind)), { article: 'les ', keepsCapital: true }] as const),
  ...rows(LETTERED, true),
  ...rows(KINDS, false),
])

const NUMBERED_ARTICLE_OF = new Map(rows(NUMBERED, true))

/**
 * Article of the name that begins so; undefined where the tables do not know it.
 *
 * A first word with hyphens is a kind of its own (« cul-de-sac »), or a proper name whose first part tells the article
 * (« les Ponts-de-l’Île »).
 */
export function articleOf(name: string): KnownArticle | undefined {
  const numbered = /^(\p{L}{1,3})[ -]?\d/u.exec(name)
  const road = numbered && NUMBERED_ARTICLE_OF.get(plain(numbered[1]!))
  if (road) return road
  const first = /^\S+/.exec(name)?.[0] ?? ''
  const whole = articleOfWord(first)
  if (whole || !first.includes('-')) return whole
  const part = articleOfWord(first.split('-')[0]!)
  return part && { ...part, keepsCapital: true }
}

/** « fossé » is no « fosse ». */
function articleOfWord(word: string): KnownArticle | undefined {
  return ARTICLE_OF.get(word.normalize('NFC').toLowerCase()) ?? ARTICLE_OF.get(plain(word))
}

/** By word, and by the word without its accents where no other word is that. */
function rows(table: [Article, string][], keepsCapital: boolean): (readonly [string, KnownArticle])[] {
  const all = table.flatMap(([article, words]) =>
    words.split(' ').map((word) => [word, { article, keepsCapital }] as const),
  )
  return [...all.map(([word, known]) => [plain(word), known] as const), ...all]
}

/** Of a word without accents. */
function plural(word: string): string {
  if (/(eau|eu)$/.test(word)) return `${word}x`
  return /al$/.test(word) && word !== 'val' ? `${word.slice(0, -1)}ux` : `${word}s`
}

function plain(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
}
