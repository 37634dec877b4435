export const DAYS_AFTER_REPORT = 30;
/** For a panel whose report nobody publishes. */
export const DAYS_AFTER_ARCHIVE = 60;
/** For a panel that nobody archives. */
export const DAYS_AFTER_ANYTHING = 365;
/** For a panel that never opened: by then nobody prepares it any more. */
const DAYS_UNUSED = 60;

/** In all of these $1 is the time. */

export const NOTE_MOVED = `
  INSERT INTO claim_ending (panel_id, panel_seq, moved_at)
  SELECT panel_id, panel_seq, $1::timestamptz FROM panel JOIN forum_groups USING (forum_id) WHERE summary IS NOT NULL
  ON CONFLICT (panel_id) DO UPDATE SET panel_seq = excluded.panel_seq, moved_at = excluded.moved_at
    WHERE claim_ending.panel_seq IS DISTINCT FROM excluded.panel_seq`;

export const NOTE_ARCHIVED = `
  INSERT INTO claim_ending (panel_id, archived_at)
  SELECT panel_id, $1::timestamptz FROM panel WHERE summary->>'phase' = 'archived'
  ON CONFLICT (panel_id) DO UPDATE SET archived_at = excluded.archived_at WHERE claim_ending.archived_at IS NULL`;

const daysAfter = (days: number, time: string) => `${time} + make_interval(days => ${days}) <= $1::timestamptz`;

const IS_DUE = `(coalesce(${daysAfter(DAYS_AFTER_ANYTHING, 'ending.moved_at')}, false) OR (ending.archived_at IS NOT NULL
  AND coalesce(${daysAfter(DAYS_AFTER_REPORT, 'ending.published_at')}, ${daysAfter(DAYS_AFTER_ARCHIVE, 'ending.archived_at')})))`;

export const FORGET_PROFILES = `
  DELETE FROM claim_profile USING claim_ending AS ending WHERE ending.panel_id = claim_profile.panel_id AND ${IS_DUE}`;

/** Of panels that are over; $1 are their ids. */
export const UNTIL = `
  SELECT panel_id AS "panelId", round(extract(epoch FROM coalesce(
    published_at + make_interval(days => ${DAYS_AFTER_REPORT}), archived_at + make_interval(days => ${DAYS_AFTER_ARCHIVE})
  )) * 1000)::float8 AS until
  FROM claim_ending WHERE panel_id = ANY($1::uuid[]) AND forgotten_at IS NULL
    AND (published_at IS NOT NULL OR archived_at IS NOT NULL)`;

/** In the transaction of the deletion: whoever finds no profiles there finds this. */
export const NOTE_FORGOTTEN = `
  UPDATE claim_ending AS ending SET forgotten_at = $1::timestamptz WHERE forgotten_at IS NULL AND ${IS_DUE}`;

const IS_UNUSED = `(panel.summary->>'phase' IN ('draft', 'scheduled') AND ${daysAfter(DAYS_UNUSED, 'ending.moved_at')})`;
const STARTS_LATER = `(panel.summary->>'startsAt')::bigint > extract(epoch FROM $1::timestamptz) * 1000`;

/**
 * Forums none of whose panels still needs to know who counts for what: each time another of them has ended, so that what
 * organisers give afterwards, for the next one, stays until then.
 */
const OVER = `
  WITH over AS (
    SELECT forum_groups.forum_id FROM forum_groups
    LEFT JOIN panel ON panel.forum_id = forum_groups.forum_id AND panel.summary IS NOT NULL
    LEFT JOIN claim_ending AS ending ON ending.panel_id = panel.panel_id
    GROUP BY forum_groups.forum_id
    HAVING bool_and(panel.panel_id IS NULL OR coalesce(
        (${IS_DUE} OR ${IS_UNUSED}) AND NOT coalesce(${STARTS_LATER}, false), false))
      AND (coalesce(bool_or(${IS_DUE} AND NOT ending.carried_out), false)
        OR ${daysAfter(DAYS_AFTER_ANYTHING, 'forum_groups.touched_at')})
  )`;

export const FORGET_FORUMS = [
  `${OVER} DELETE FROM claim USING over WHERE claim.forum_id = over.forum_id`,
  `${OVER} DELETE FROM claim_code USING over WHERE claim_code.forum_id = over.forum_id`,
  `${OVER} DELETE FROM claim_listed USING over WHERE claim_listed.forum_id = over.forum_id`,
  `${OVER} DELETE FROM invitation_claim USING over, invitation
     WHERE invitation.forum_id = over.forum_id AND invitation.invitation_id = invitation_claim.invitation_id`,
  `${OVER} UPDATE claim_ending AS ending SET carried_out = true FROM over, panel
     WHERE panel.forum_id = over.forum_id AND ending.panel_id = panel.panel_id AND ${IS_DUE}`,
];

/** What a link would have borne goes with the link. */
export const FORGET_LINKS = `
  DELETE FROM invitation_claim USING invitation
  WHERE invitation.invitation_id = invitation_claim.invitation_id
    AND (invitation.expires_at < $1::timestamptz OR invitation.revoked_at IS NOT NULL OR invitation.uses >= invitation.max_uses)`;
