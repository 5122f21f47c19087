/**
 * What is no home, by the tags of OpenStreetMap: one table to read and correct. Meanings are those of the wiki's pages
 * Key:building, Key:amenity and so on (https://wiki.openstreetmap.org/wiki/Key:building).
 */
import type { NoDoorsReason } from '@doorwalk/core/building/building'

type NoHome = Extract<NoDoorsReason, 'outbuilding' | 'public' | 'commercial' | 'ruin'>

export interface NoHomeRow {
  key: string
  /** `*` stands for every value but `no`. */
  values: readonly string[]
  why: NoHome
  /** What such a thing is. */
  is: string
  /**
   * How much it takes to be believed. `always`: also of a house. `unless_flats`: also of what is tagged `house` or
   * `residential`, which often says no more than how it looks, but not of `apartments`, which have it on the ground
   * floor. Absent: where no tag says that people live here.
   */
  believed?: 'always' | 'unless_flats'
}

type Row = [key: string, why: NoHome, is: string, values: string, believed?: NoHomeRow['believed']]

/** Keys that name a kind of building as `building` does: `building=yes` + `building:use=warehouse`. */
export const KEYS_LIKE_BUILDING =
  'building building:use building:type building:function function usage use'.split(' ')

const BUILDING: Row[] = [
  [
    'building',
    'outbuilding',
    'rooms for cars and bicycles',
    'garage garages carport parking bicycle_parking garage_box',
  ],
  [
    'building',
    'outbuilding',
    'sheds and roofs',
    'shed roof hut canopy carport_roof terrace_roof porch veranda pergola balcony steps outbuilding lean_to',
  ],
  [
    'building',
    'outbuilding',
    'gardens and allotments',
    'greenhouse greenhouse_horticulture conservatory gazebo summer_house orangery allotment_house beach_hut tree_house dovecote',
  ],
  [
    'building',
    'outbuilding',
    'farms without the farmhouse',
    'barn stable cowshed sty livestock farm_auxiliary granary feedlot animal_shelter poultry_house slurry_tank digester silo hayloft agricultural',
  ],
  [
    'building',
    'outbuilding',
    'supply and machines',
    'service transformer_tower transformer substation power pumping_station pump_house heat_exchanger tech_cab technical cooling_tower chimney water_tower reservoir_cover reservoir water_tank storage_tank tank gasometer lift elevator hoist lift_shaft telephone_exchange',
  ],
  [
    'building',
    'outbuilding',
    'gates, huts of guards, bridges and walls',
    'gatehouse guardhouse gate city_gate bridge wall arch triumphal_arch tower clock_tower bell_tower campanile watchtower',
  ],
  [
    'building',
    'outbuilding',
    'small things to stand in',
    'kiosk toilets ticket_booth shelter bus_shelter bowser container tent ship boathouse bunker swimming_pool pool ice_house bakehouse',
  ],
  [
    'building',
    'outbuilding',
    'monuments and old works',
    'monument memorial mausoleum tomb crypt wayside_shrine wayside_chapel windmill watermill lighthouse pagoda obelisk',
  ],
  [
    'building',
    'public',
    'schools',
    'school kindergarten nursery college university education campus laboratory research_institute',
  ],
  ['building', 'public', 'health', 'hospital clinic healthcare medical nursing_home hospice'],
  [
    'building',
    'public',
    'religion',
    'church cathedral chapel mosque synagogue temple shrine religious monastery convent kingdom_hall parish_hall presbytery_hall basilica minster oratory',
  ],
  [
    'building',
    'public',
    'state and town',
    'public public_building civic government administration townhall courthouse court police fire_station prison post_office embassy military barracks fort fortress castle palace community_centre',
  ],
  [
    'building',
    'public',
    'travel',
    'train_station station transportation terminal ferry_terminal bus_station airport subway_entrance',
  ],
  [
    'building',
    'public',
    'culture',
    'museum library theatre gallery exhibition_hall concert_hall planetarium attraction observatory zoo',
  ],
  [
    'building',
    'public',
    'sports',
    'sports_hall sports_centre stadium grandstand stand bleachers gymnasium gym riding_hall pavilion arena ice_rink swimming_hall indoor_pool clubhouse club_house dressing_room',
  ],
  ['building', 'commercial', 'offices', 'office commercial data_center data_centre bank business'],
  [
    'building',
    'commercial',
    'shops and services',
    'retail supermarket shop store mall restaurant cafe pub bar fast_food pharmacy market market_hall marketplace car_repair car_wash fuel petrol_station gas_station',
  ],
  [
    'building',
    'commercial',
    'industry and storage',
    'industrial warehouse factory manufacture works workshop storage storage_rental depot hangar brewery winery mill sawmill quonset_hut logistics logistic',
  ],
  [
    'building',
    'commercial',
    'beds for guests',
    'hotel hostel motel guest_house holiday_cottage bed_and_breakfast resort',
  ],
  [
    'building',
    'commercial',
    'amusement',
    'cinema casino nightclub entertainment conference_centre convention_centre',
  ],
  [
    'building',
    'ruin',
    'not built yet or no more',
    'ruins ruin ruined construction proposed planned demolished destroyed collapsed abandoned razed disused damaged',
    'always',
  ],
]

const ELSEWHERE: Row[] = [
  [
    'amenity',
    'public',
    'schools',
    'school kindergarten childcare college university music_school language_school prep_school training research_institute dancing_school',
    'unless_flats',
  ],
  ['amenity', 'public', 'health and care', 'hospital clinic nursing_home social_facility', 'unless_flats'],
  ['amenity', 'public', 'religion', 'place_of_worship monastery', 'unless_flats'],
  [
    'amenity',
    'public',
    'state and town',
    'townhall courthouse police fire_station prison public_building ranger_station post_depot',
    'unless_flats',
  ],
  [
    'amenity',
    'public',
    'culture and meetings',
    'library theatre arts_centre community_centre exhibition_centre conference_centre events_venue social_centre planetarium studio concert_hall',
    'unless_flats',
  ],
  [
    'amenity',
    'public',
    'farewell, travel and baths',
    'funeral_hall crematorium mortuary bus_station ferry_terminal public_bath',
    'unless_flats',
  ],
  [
    'amenity',
    'outbuilding',
    'cars and bicycles',
    'parking parking_entrance parking_space bicycle_parking motorcycle_parking bicycle_rental charging_station fuel',
  ],
  [
    'amenity',
    'outbuilding',
    'small things',
    'shelter toilets shower balcony waste_disposal recycling waste_transfer_station parcel_locker clock fountain grave_yard hunting_stand lavoir kiosk vending_machine bbq lounger smoking_area',
  ],
  [
    'amenity',
    'commercial',
    'business that fills the house',
    'cinema nightclub casino gambling stripclub brothel love_hotel marketplace car_wash car_rental car_sharing vehicle_inspection boat_storage animal_boarding animal_shelter animal_breeding food_court warehouse',
  ],
  [
    'healthcare',
    'public',
    'health',
    'hospital clinic centre hospice rehabilitation nursing_home laboratory blood_donation dialysis birthing_centre',
  ],
  [
    'shop',
    'commercial',
    'shops that fill the house',
    'mall supermarket department_store wholesale trade doityourself hardware furniture garden_centre car car_repair car_parts truck boat caravan motorcycle building_materials storage_rental country_store agrarian',
  ],
  ['office', 'commercial', 'offices', '*'],
  ['industrial', 'commercial', 'industry', '*'],
  [
    'landuse',
    'commercial',
    'land of industry and trade, drawn on the house',
    'industrial commercial retail depot port garages greenhouse_horticulture',
  ],
  ['landuse', 'public', 'land of others, drawn on the house', 'military railway religious education'],
  [
    'tourism',
    'commercial',
    'beds for guests',
    'hotel hostel motel guest_house apartment chalet alpine_hut wilderness_hut camp_site caravan_site resort',
  ],
  [
    'tourism',
    'public',
    'sights',
    'museum gallery attraction aquarium zoo theme_park information artwork viewpoint picnic_site',
  ],
  ['attraction', 'public', 'rides', '*'],
  ['leisure', 'public', 'sports and play', '*'],
  ['sport', 'public', 'sports', '*'],
  ['club', 'public', 'clubs', '*'],
  ['military', 'public', 'army', '*', 'unless_flats'],
  ['emergency', 'public', 'rescue', '*'],
  ['public_transport', 'public', 'stations', 'station platform stop_area'],
  ['aeroway', 'public', 'airports', '*'],
  [
    'historic',
    'public',
    'sights and what is left of them',
    'castle fort fortress monument memorial archaeological_site city_gate citywalls city_wall church chapel monastery wayside_shrine wayside_cross tomb battlefield aircraft ship locomotive tower mine bunker',
  ],
  ['historic', 'ruin', 'ruins', 'ruins ruin', 'always'],
  ['bunker_type', 'outbuilding', 'bunkers', '*'],
  ['man_made', 'outbuilding', 'works and towers', '*'],
  ['power', 'outbuilding', 'electricity', '*'],
  ['telecom', 'outbuilding', 'telephone', '*'],
  ['railway', 'outbuilding', 'railways', '*'],
  ['aerialway', 'outbuilding', 'cable cars', '*'],
  ['waterway', 'outbuilding', 'locks and dams', '*'],
  ['pipeline', 'outbuilding', 'pipelines', '*'],
  ['wall', 'outbuilding', 'light constructions of the French cadastre', 'no'],
  ['location', 'outbuilding', 'under the ground or on a roof', 'underground roof rooftop'],
  ['ruins', 'ruin', 'ruins', '*', 'always'],
  ['abandoned', 'ruin', 'left for good', '*', 'always'],
  ['demolished', 'ruin', 'gone', '*', 'always'],
  ['razed', 'ruin', 'gone', '*', 'always'],
  ['disused', 'ruin', 'not in use', '*', 'always'],
  ['end_date', 'ruin', 'gone', '*', 'always'],
  [
    'construction',
    'ruin',
    'not built yet',
    'yes building residential house detached apartments commercial office retail industrial hotel school major',
    'always',
  ],
  ['proposed', 'ruin', 'not built yet', '*', 'always'],
  ['abandoned:building', 'ruin', 'left for good', '*', 'always'],
  ['disused:building', 'ruin', 'not in use', '*', 'always'],
  ['ruins:building', 'ruin', 'ruins', '*', 'always'],
  ['demolished:building', 'ruin', 'gone', '*', 'always'],
  ['razed:building', 'ruin', 'gone', '*', 'always'],
  ['disused:amenity', 'public', 'an empty school, church or office', '*'],
  ['abandoned:amenity', 'ruin', 'left for good', '*'],
  ['building:condition', 'ruin', 'ruins', 'ruin ruins ruined ruinous collapsed dilapidated', 'always'],
]

export const NO_HOMES: readonly NoHomeRow[] = [...BUILDING, ...ELSEWHERE].map(
  ([key, why, is, values, believed]) => ({
    key,
    why,
    is,
    values: values.split(' '),
    ...(believed ? { believed } : {}),
  }),
)
