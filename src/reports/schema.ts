import { Reports1760000005000 } from './migrations/1760000005000-reports.js';
import { Pooled1760000009000 } from './migrations/1760000009000-pooled.js';

export const REPORTS_MIGRATIONS = [Reports1760000005000, Pooled1760000009000];
