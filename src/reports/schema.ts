import { Reports1760000005000 } from './migrations/1760000005000-reports.js';

export const REPORTS_MIGRATIONS = [Reports1760000005000];
