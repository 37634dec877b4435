import { BallotEntity } from './entities/ballot.entity.js';
import { EntryBodyEntity } from './entities/entry-body.entity.js';
import { EntryEntity } from './entities/entry.entity.js';
import { ForumEntity } from './entities/forum.entity.js';
import { IntentReceiptEntity } from './entities/intent-receipt.entity.js';
import { PanelEntity } from './entities/panel.entity.js';
import { Search1760000003000 } from './migrations/1760000003000-search.js';
import { Voting1760000006000 } from './migrations/1760000006000-voting.js';
import { Journals1760000001000 } from './migrations/1760000001000-journals.js';

export const LOG_ENTITIES = [ForumEntity, PanelEntity, EntryEntity, EntryBodyEntity, IntentReceiptEntity, BallotEntity];

export const LOG_MIGRATIONS = [Journals1760000001000, Search1760000003000, Voting1760000006000];
