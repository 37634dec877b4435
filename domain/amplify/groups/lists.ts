/**
 * Which countries belong where, by ISO 3166-1 alpha-2 code. Encoded by hand from what the named bodies had published by the
 * named dates: states join and leave, so organisers compare with the source before they rely on a list.
 */
export interface CountryList {
  readonly codes: readonly string[];
  /** As of when, and who says so. */
  readonly source: string;
}

const REGIONS = 'UN DGACM, regional groups of Member States, list of 193 as of January 2025; verify at un.org/dgacm';

export const COUNTRY_LISTS = {
  'un-africa': list(
    REGIONS,
    `DZ AO BJ BW BF BI CV CM CF TD KM CG CI CD DJ EG GQ ER SZ ET GA GM GH GN GW KE LS LR LY MG MW ML MR MU MA MZ NA NE NG
     RW ST SN SC SL SO ZA SS SD TG TN UG TZ ZM ZW`,
  ),
  'un-asia-pacific': list(
    `${REGIONS}. Türkiye takes part here too; it is counted with Western Europe and others, as for elections`,
    `AF BH BD BT BN KH CN CY KP FJ IN ID IR IQ JP JO KZ KI KW KG LA LB MY MV MH FM MN MM NR NP OM PK PW PG PH QA KR WS SA
     SG SB LK SY TJ TH TL TO TM TV AE UZ VU VN YE`,
  ),
  'un-eastern-europe': list(REGIONS, 'AL AM AZ BY BA BG HR CZ EE GE HU LV LT ME MK PL MD RO RU RS SK SI UA'),
  'un-latin-america-caribbean': list(
    REGIONS,
    'AG AR BS BB BZ BO BR CL CO CR CU DM DO EC SV GD GT GY HT HN JM MX NI PA PY PE KN LC VC SR TT UY VE',
  ),
  'un-western-europe-others': list(
    `${REGIONS}. The United States is counted here, as for elections`,
    'AD AU AT BE CA DK FI FR DE GR IS IE IL IT LI LU MT MC NL NZ NO PT SM ES SE CH TR GB US',
  ),
  ldc: list(
    'UN Committee for Development Policy, least developed countries, 44 as of 13 December 2024; verify at un.org/ldc',
    `AF AO BD BJ BF BI KH CF TD KM CD DJ ER ET GM GN GW HT KI LA LS LR MG MW ML MR MZ MM NP NE RW SN SL SB SO SS SD TZ TL
     TG TV UG YE ZM`,
  ),
  lldc: list(
    'UN-OHRLLS, landlocked developing countries, 32 as of January 2025; verify at un.org/ohrlls',
    'AF AM AZ BT BO BW BF BI CF TD SZ ET KZ KG LA LS MW ML MN NP NE MK PY MD RW SS TJ TM UG UZ ZM ZW',
  ),
  sids: list(
    'UN-OHRLLS, small island developing States, 39 without associate members, as of January 2025 (older lists add Bahrain); verify at un.org/ohrlls',
    `AG BS BB BZ CV KM CK CU DM DO FJ GD GW GY HT JM KI MV MH FM MU NR NU PW PG WS ST SC SG SB KN LC VC SR TL TO TT TV
     VU`,
  ),
} as const satisfies Record<string, CountryList>;

function list(source: string, codes: string): CountryList {
  return { source, codes: codes.trim().split(/\s+/) };
}
