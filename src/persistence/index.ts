export { Database } from './database.js';
export { FolderInUse, FolderNotWritable } from './lock/errors.js';
export { lockFolder, readLock } from './lock/folder-lock.js';
export { openDatabase } from './open.js';
export { isOutage } from './outage.js';
