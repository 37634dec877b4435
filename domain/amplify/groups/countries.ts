/** ISO 3166-1: alpha-2 and alpha-3 codes of the states in the lists beside, and of the two observers. */
const CODES = `AD AND AE ARE AF AFG AG ATG AL ALB AM ARM AO AGO AR ARG AT AUT AU AUS AZ AZE BA BIH BB BRB BD BGD BE BEL BF BFA
  BG BGR BH BHR BI BDI BJ BEN BN BRN BO BOL BR BRA BS BHS BT BTN BW BWA BY BLR BZ BLZ CA CAN CD COD CF CAF CG COG CH CHE
  CI CIV CK COK CL CHL CM CMR CN CHN CO COL CR CRI CU CUB CV CPV CY CYP CZ CZE DE DEU DJ DJI DK DNK DM DMA DO DOM DZ DZA
  EC ECU EE EST EG EGY ER ERI ES ESP ET ETH FI FIN FJ FJI FM FSM FR FRA GA GAB GB GBR GD GRD GE GEO GH GHA GM GMB GN GIN
  GQ GNQ GR GRC GT GTM GW GNB GY GUY HN HND HR HRV HT HTI HU HUN ID IDN IE IRL IL ISR IN IND IQ IRQ IR IRN IS ISL IT ITA
  JM JAM JO JOR JP JPN KE KEN KG KGZ KH KHM KI KIR KM COM KN KNA KP PRK KR KOR KW KWT KZ KAZ LA LAO LB LBN LC LCA LI LIE
  LK LKA LR LBR LS LSO LT LTU LU LUX LV LVA LY LBY MA MAR MC MCO MD MDA ME MNE MG MDG MH MHL MK MKD ML MLI MM MMR MN MNG
  MR MRT MT MLT MU MUS MV MDV MW MWI MX MEX MY MYS MZ MOZ NA NAM NE NER NG NGA NI NIC NL NLD NO NOR NP NPL NR NRU NU NIU
  NZ NZL OM OMN PA PAN PE PER PG PNG PH PHL PK PAK PL POL PS PSE PT PRT PW PLW PY PRY QA QAT RO ROU RS SRB RU RUS RW RWA
  SA SAU SB SLB SC SYC SD SDN SE SWE SG SGP SI SVN SK SVK SL SLE SM SMR SN SEN SO SOM SR SUR SS SSD ST STP SV SLV SY SYR
  SZ SWZ TD TCD TG TGO TH THA TJ TJK TL TLS TM TKM TN TUN TO TON TR TUR TT TTO TV TUV TZ TZA UA UKR UG UGA US USA UY URY
  UZ UZB VA VAT VC VCT VE VEN VN VNM VU VUT WS WSM YE YEM ZA ZAF ZM ZMB ZW ZWE`;

const LANGUAGES = ['en', 'fr', 'es', 'ru', 'kk', 'ar', 'zh'];

let known: ReadonlyMap<string, string> | null = null;

/** The alpha-2 code of what is written in a list: either code, or a name in one of the languages of the UN or in Kazakh. */
export function countryCode(written: string): string | null {
  known ??= table();
  return known.get(key(written)) ?? null;
}

export const COUNTRIES: readonly string[] = pairs().map(([two]) => two);

function table(): ReadonlyMap<string, string> {
  const byKey = new Map<string, string>();
  const names = LANGUAGES.map((language) => new Intl.DisplayNames([language], { type: 'region' }));
  for (const [two, three] of pairs()) {
    for (const name of names) byKey.set(key(name.of(two) ?? two), two);
    byKey.set(key(three), two);
    byKey.set(key(two), two);
  }
  return byKey;
}

function key(written: string): string {
  return written.trim().normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’']/g, '').toLowerCase();
}

function pairs(): readonly (readonly [two: string, three: string])[] {
  return [...CODES.matchAll(/([A-Z]{2}) ([A-Z]{3})/g)].map(([, two = '', three = '']) => [two, three]);
}
