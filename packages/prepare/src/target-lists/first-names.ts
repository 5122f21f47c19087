/**
 * First names that many people in France and in English-speaking countries bear, to tell a column of persons from one
 * of streets or towns. Of the commonest given since 1940 those that are no usual name of a town or a thing.
 * Source: INSEE, Fichier des prénoms, https://www.insee.fr/fr/statistiques/8595130; US Social Security Administration,
 * https://www.ssa.gov/oact/babynames/decades/century.html
 */

const NAMES = new Set(
  `adam adele adrien agathe agnes ahmed aicha alain albert alex alexandra alexandre alexis ali alice aline amandine amina
amelie ana anais andre andrea andree angela angelique anita ann anna anne annick annie anthony antoine antonio ariane
arnaud arthur arthur astrid aude audrey aurelie aurelien axel barbara baptiste beatrice benedicte benjamin benoit
bernadette bernard bertrand betty bilal boris brian brigitte bruno camille carine carla carlos carmen carole caroline
catherine cecile cedric celia celine chantal charles charlotte chloe christelle christian christiane christine
christophe christopher claire clara claude claudia claudine clement clemence colette corinne cyril daniel daniele
danielle david deborah delphine denis denise deborah diane didier dominique dorothee dylan edith edouard edward
elena eliane elias elisabeth elise elizabeth elodie emeline emilie emily emma emmanuel emmanuelle enzo eric erwan
estelle ethan etienne eugene eva evelyne fabien fabienne fabrice farid fatiha fatima fatou fernand fernando flavie
florence florent florian franck francis francisco francois francoise frank frederic frederique gabriel gabrielle
gael gaelle genevieve georges gerald gerard germaine ghislaine gilbert gilles ginette gregory guillaume gustave guy
hassan helene henri henriette herve hugo hugues ibrahim ines isabelle ismael jacqueline jacques james jane jean
jeanne jeannine jennifer jeremy jerome jessica joan joel joelle john jonathan jordan jorge jose joseph josephine
josette josiane juan judith julia julie julien juliette justine karim karine karima kelly kevin khadija laetitia
laila laura laure laurence laurent lea leila leo leon liam liliane linda lisa loic lola louis louise luc lucas lucie
lucien lucienne ludovic lydia lydie madeleine magali malika manon manuel marc marcel marcelle margaret margaux
margot marguerite maria mariam marie marine marion marjorie marthe martine mary maryse mateo mathias mathieu
mathilde matthew matthieu maurice maxime mehdi melanie melissa michael michel michele micheline michelle mickael
mireille mohamed mohammed monique morgane mourad moussa mustapha muriel myriam nadege nadia nadine nancy natacha
nathalie nathan nicolas nicole nina noah noemie noel nora odette odile olivia olivier oscar pamela pascal pascale
patrice patricia patrick paul paule paulette pauline pedro philippe pierre pierrette quentin rachel rachid raoul
raphael raymond raymonde rebecca regine regis remi renaud rene renee richard robert roberto robin rodolphe roger
roland romain rosalie rose ruben ruth ryan sabine sabrina said salim sally sam samia samir samuel sandra sandrine
sara sarah sebastien serge sharon simon simone sofia sofiane solange sonia sophie stephane stephanie stephen steve
steven suzanne sylvain sylvie tania tarik theo therese thibault thibaut thierry thomas timothee tom tony ursula
valentin valentine valerie vanessa veronique victoire vincent virginie viviane walid william willy xavier yacine
yann yannick yasmina yasmine yohan yolande youssef yves yvette yvon yvonne zoe zineb`
    .split(/\s+/)
    .filter((name) => name !== ''),
)

/** @param word in plain letters */
export function isFirstName(word: string): boolean {
  return NAMES.has(word)
}
