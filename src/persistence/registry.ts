import { CLAIMS_MIGRATIONS } from '../claims/schema.js';
import { IDENTITY_MIGRATIONS } from '../identity/schema.js';
import { LOG_ENTITIES, LOG_MIGRATIONS } from '../log/schema.js';
import { REPORTS_MIGRATIONS } from '../reports/schema.js';
import { MetaRow } from './meta.entity.js';
import { Meta1760000000000 } from './migrations/1760000000000-meta.js';

/** What each room keeps in the database. A room adds its own arrays here; migrations run by their timestamps. */
export const ENTITIES = [MetaRow, ...LOG_ENTITIES];

export const MIGRATIONS = [
  Meta1760000000000,
  ...LOG_MIGRATIONS,
  ...IDENTITY_MIGRATIONS,
  ...CLAIMS_MIGRATIONS,
  ...REPORTS_MIGRATIONS,
];
