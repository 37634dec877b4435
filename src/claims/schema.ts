import { Claims1760000004000 } from './migrations/1760000004000-claims.js';
import { Endings1760000007000 } from './migrations/1760000007000-endings.js';
import { Listed1760000008000 } from './migrations/1760000008000-listed.js';

/** The tables are read and written by plain SQL: no entities. */
export const CLAIMS_MIGRATIONS = [Claims1760000004000, Endings1760000007000, Listed1760000008000];
