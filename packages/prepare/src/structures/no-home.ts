/**
 * What is no home, by the tags of OpenStreetMap: one table to read and correct. Meanings are those of the wiki's pages
 * Key:building, Key:amenity and so on (https://wiki.openstreetmap.org/wiki/Key:building).
 */
import type { NoDoorsReason } from '@doorwalk/core/building/building'
import { GROUND_FLOOR_AMENITIES, GROUND_FLOOR_HEALTH } from './tenants.ts'

type NoHome = Extract<NoDoorsReason, 'outbuilding' | 'public' | 'commercial' | 'ruin'>

export interface NoHomeRow {
  key: string
  /** `*` stands for every value but `no` and those of `but`. */
  values: readonly string[]
  /** What says nothing, or is judged elsewhere. */
  but?: ReadonlySet<string>
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

type Row = [
  key: string,
  why: NoHome,
  is: string,
  values: string,
  believed?: NoHomeRow['believed'],
  but?: Iterable<string>,
]

/** Keys that name a kind of building as `building` does: `building=yes` + `building:use=warehouse`. */
export const KEYS_LIKE_BUILDING =
  'building building:use building:type building:function function usage use'.split(' ')

const BUILDING: Row[] = [
  [
    'building',
    'outbuilding',
    'rooms for cars and bicycles',
    'garage garages carport parking bicycle_parking garage_box car_park',
  ],
  [
    'building',
    'outbuilding',
    'sheds and roofs',
    'shed woodshed toolshed bike_shed roof hut canopy carport_roof terrace_roof porch veranda pergola balcony steps outbuilding lean_to patio deck awning cellar outhouse marquee covered_walkway passage passageway undercroft stair staircase stairwell escape_stairs loading_dock lobby scaffold enclosure',
  ],
  [
    'building',
    'outbuilding',
    'gardens and allotments',
    'greenhouse greenhouse_horticulture conservatory gazebo summer_house orangery allotment_house beach_hut tree_house dovecote sunroom winter_garden hothouse polytunnel garden_house pool_house wash_house wood_house spring_house glass_house',
  ],
  [
    'building',
    'outbuilding',
    'farms without the farmhouse',
    'barn stable cowshed sty livestock farm_auxiliary farm_building granary feedlot animal_shelter poultry_house slurry_tank digester silo hayloft agricultural hen_house chicken_house coop pigsty kennel manege cow_house dairy milking_parlour apiary beehive bird_hide bird_house dog_house duck_house pigeon_loft hop_house fish_farm animal_breeding equestrian',
  ],
  [
    'building',
    'outbuilding',
    'supply and machines',
    'service transformer_tower transformer substation power pumping_station pump_house heat_exchanger tech_cab technical cooling_tower chimney water_tower reservoir_cover reservoir water_tank storage_tank tank gasometer lift elevator hoist lift_shaft telephone_exchange shaft generator switchgear boiler_house power_house plant pump well weir dam sluice boiler chiller compressor gas_holder incinerator winch wind_turbine radar radio satellite telecom telecommunication telephone electricity electrical utility water water_treatment waste biogas photovoltaic solar_panel engine_house transformer_house generator_house weighbridge',
  ],
  [
    'building',
    'outbuilding',
    'gates, huts of guards, bridges and walls',
    'gatehouse guardhouse gate city_gate bridge wall arch triumphal_arch tower clock_tower bell_tower campanile watchtower minaret security pier wharf quay jetty dock dry_dock slipway rampart casemate tunnel viaduct spire bell_house lookout fire_lookout traffic_control air_traffic_control',
  ],
  [
    'building',
    'outbuilding',
    'small things to stand in',
    'kiosk toilets ticket_booth shelter bus_shelter bowser container tent ship boathouse bunker swimming_pool pool ice_house bakehouse bath_house toilet shower box booth stall room vault train railway_car wagon aircraft boat privy pit_latrine restroom atm locker billboard advertising locomotive cable_car lifeguard hide',
  ],
  [
    'building',
    'outbuilding',
    'monuments and old works',
    'monument memorial mausoleum tomb crypt wayside_shrine wayside_chapel windmill watermill lighthouse pagoda obelisk statue fountain columbarium crematorium morgue mortuary grave chapel_of_rest calvary folly pyramid cave kiln lime_kiln oven',
  ],
  [
    'building',
    'public',
    'schools',
    'school kindergarten nursery college university education campus laboratory research_institute preschool daycare creche childcare lab auditorium lecture_hall classroom canteen cafeteria kindergarden anganwadi refectory',
  ],
  [
    'building',
    'public',
    'health',
    'hospital clinic healthcare medical nursing_home hospice care_home retirement_home medical_centre doctor doctors dentist veterinary health_post infirmary sanatorium rehab psychiatry dispensary hospital_wing',
  ],
  [
    'building',
    'public',
    'religion',
    'church cathedral chapel mosque synagogue temple shrine religious monastery convent kingdom_hall parish_hall presbytery_hall basilica minster oratory abbey gurdwara place_of_worship house_of_worship house_of_prayer meeting_house masjid musholla tabernacle sanctuary sacristy vestry baptistery priory',
  ],
  [
    'building',
    'public',
    'state and town',
    'public public_building civic government administration townhall courthouse court police fire_station prison post_office embassy military barracks fort fortress castle palace community_centre centre center hall club fire_house jail detention customs customs_house border_control ministry archive citadel base scouts',
  ],
  [
    'building',
    'public',
    'travel',
    'train_station station transportation terminal ferry_terminal bus_station airport subway_entrance railway transport transit aerodrome helipad marina',
  ],
  [
    'building',
    'public',
    'culture',
    'museum library theatre gallery exhibition_hall concert_hall planetarium attraction observatory telescope zoo arts_centre bandstand stage opera exhibition amphitheatre music_venue circus ballroom playhouse vivarium safari recreation',
  ],
  [
    'building',
    'public',
    'sports',
    'sports_hall sports_centre stadium grandstand stand bleachers gymnasium gym riding_hall pavilion arena ice_rink swimming_hall indoor_pool clubhouse dressing_room bowling_alley spa sauna sports judo rink racecourse skate_park shooting_range driving_range swimming_bath pavillion',
  ],
  [
    'building',
    'commercial',
    'offices',
    'office commercial data_center data_centre bank business coworking_space headquarters conference insurance travel_agency trade',
  ],
  [
    'building',
    'commercial',
    'shops and services',
    'retail supermarket shop store mall restaurant cafe pub bar fast_food pharmacy market market_hall marketplace car_repair car_wash fuel petrol_station gas_station bakery butcher convenience car_dealer dealership showroom retail_park arcade takeaway tea_house laundry laundromat salon auction_house drive_through wholesale catering',
  ],
  [
    'building',
    'commercial',
    'industry and storage',
    'industrial warehouse factory manufacture works workshop storage storage_rental depot hangar brewery winery mill sawmill quonset_hut logistics logistic manufacturing refinery slaughterhouse tannery distillery smithy forge smokehouse storehouse storage_unit packing_house maintenance lumber freight recycling collector quarry mine printing printworks crypto_mine roundhouse wheelhouse',
  ],
  [
    'building',
    'commercial',
    'beds for guests',
    'hotel hostel motel guest_house holiday_cottage holiday_home bed_and_breakfast apartment_hotel aparthotel inn resort pension rest_house road_house bunk_house hunting_lodge hotel_annex',
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
    'ruins ruin ruined construction under_construction proposed planned demolished destroyed collapsed abandoned razed removed disused damaged foundation',
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
    'amenity',
    'public',
    'whatever else has a building',
    '*',
    undefined,
    [
      ...GROUND_FLOOR_AMENITIES,
      ...'student_accommodation dormitory refugee_site refugee_housing yes'.split(' '),
    ],
  ],
  [
    'healthcare',
    'public',
    'health',
    'hospital clinic centre hospice rehabilitation nursing_home laboratory blood_donation dialysis birthing_centre',
  ],
  ['healthcare', 'public', 'other health', '*', undefined, [...GROUND_FLOOR_HEALTH, 'yes']],
  [
    'shop',
    'commercial',
    'shops that fill the house',
    'mall supermarket department_store wholesale trade doityourself hardware furniture garden_centre car car_repair car_parts truck boat caravan motorcycle building_materials storage_rental country_store agrarian',
  ],
  ['office', 'commercial', 'offices', '*'],
  ['industrial', 'commercial', 'industry', '*'],
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
  ['tourism', 'public', 'whatever else guests see', '*', undefined, ['yes']],
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
    'castle fort fortress fortification monument memorial archaeological_site city_gate citywalls city_wall church chapel monastery temple shrine wayside_shrine wayside_chapel wayside_cross tomb mausoleum battlefield aircraft ship wreck boat locomotive railway_car tank vehicle tower mine mine_shaft bunker aqueduct bridge pillory gallows lime_kiln kiln charcoal_pile millstone milestone boundary_stone stone rune_stone cannon technical_monument tumulus megalith water_well ice_house',
  ],
  ['historic', 'ruin', 'ruins', 'ruins ruin', 'always'],
  ['bunker_type', 'outbuilding', 'bunkers', '*'],
  ['man_made', 'outbuilding', 'works and towers', '*'],
  ['power', 'outbuilding', 'electricity', '*'],
  ['telecom', 'outbuilding', 'telephone', '*'],
  ['utility', 'outbuilding', 'supply', '*'],
  ['parking', 'outbuilding', 'cars', 'multi-storey underground garage_boxes carports sheds'],
  ['shelter_type', 'outbuilding', 'shelters', '*'],
  ['tower:type', 'outbuilding', 'towers', '*'],
  ['building:part', 'outbuilding', 'shafts and stairs by themselves', 'verticalpassage elevator stairs'],
  ['religion', 'public', 'religion', '*'],
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
  ['destroyed:building', 'ruin', 'gone', '*', 'always'],
  ['razed:building', 'ruin', 'gone', '*', 'always'],
  ['removed:building', 'ruin', 'gone', '*', 'always'],
  ['construction:building', 'ruin', 'not built yet', '*', 'always'],
  ['disused:amenity', 'public', 'an empty school, church or office', '*'],
  ['abandoned:amenity', 'ruin', 'left for good', '*'],
  ['building:condition', 'ruin', 'ruins', 'ruin ruins ruined ruinous collapsed dilapidated', 'always'],
]

export const NO_HOMES: readonly NoHomeRow[] = [...BUILDING, ...ELSEWHERE].map(
  ([key, why, is, values, believed, but]) => ({
    key,
    why,
    is,
    values: values.split(' '),
    ...(believed ? { believed } : {}),
    ...(but ? { but: new Set(but) } : {}),
  }),
)
