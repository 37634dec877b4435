import { Identity1760000002000 } from './migrations/1760000002000-identity.js';

/** The tables are read and written by plain SQL and by better-auth: no entities. */
export const IDENTITY_MIGRATIONS = [Identity1760000002000];
