// Coverage in plain SQL over the tables as they are: what is asked and met by area and domain as at a day, in windows over the whole
// history. The other way to the same numbers; only what one framework version and the headline need.

/** Asked and met, in pairs of person and competency, of each area of a kind and each domain. */
export function plainCoverage(db, kind, day) {
  const at = `'${day}'`;
  const holds = (from, to) => `(${from} IS NULL OR ${from} <= ${at}) AND (${to} IS NULL OR ${to} >= ${at})`;
  const last = (name, kinds) => `${name} AS (
    SELECT person_id, competency_id, kind, level, made_on, original_on FROM (
      SELECT j.*, row_number() OVER (PARTITION BY person_id, competency_id ORDER BY made_on DESC, sequence DESC) AS nth
      FROM judgement j WHERE made_on <= ${at} AND kind IN (${kinds.map((one) => `'${one}'`).join(", ")})) AS said WHERE nth = 1)`;
  const months = `CASE w.kind WHEN 'recognised' THEN ${db.least("c.refresh_months", 12)} ELSE c.refresh_months END`;
  const made = "CASE WHEN w.kind = 'accepted' AND w.original_on IS NOT NULL THEN w.original_on ELSE w.made_on END";
  return `${db.beforeQuery}
  WITH RECURSIVE terms AS (
    SELECT post_id, team_id, role_id, category, status FROM (
      SELECT t.*, row_number() OVER (PARTITION BY post_id ORDER BY holds_from DESC NULLS LAST, id DESC) AS nth
      FROM post_terms t WHERE holds_from IS NULL OR holds_from <= ${at}) AS held WHERE nth = 1),
  network AS (
    SELECT organisation_id, network_id FROM (
      SELECT m.*, row_number() OVER (PARTITION BY organisation_id ORDER BY starts_on DESC NULLS LAST) AS nth
      FROM network_membership m WHERE ${holds("starts_on", "ends_on")}) AS held WHERE nth = 1),
  above AS (
    SELECT id AS below, id, parent_id FROM area
    UNION ALL SELECT above.below, area.id, area.parent_id FROM above JOIN area ON area.id = above.parent_id),
  seat AS (
    SELECT p.person_id, t.role_id, area.code AS area
    FROM terms t JOIN post p ON p.id = t.post_id JOIN team ON team.id = t.team_id
      LEFT JOIN network ON network.organisation_id = team.organisation_id
      JOIN above ON above.below = coalesce(team.area_id, network.network_id) JOIN area ON area.id = above.id AND area.kind = '${kind}'
    WHERE t.status = 'active' AND t.category NOT IN ('bank', 'locum')
      AND ${holds("p.starts_on", "p.leaves_on")} AND ${holds("team.opened_on", "team.closed_on")}),
  asked AS (
    SELECT s.area, s.person_id, r.competency_id, max(r.required_level) AS level
    FROM seat s JOIN requirement r ON r.role_id = s.role_id
    WHERE r.necessity = 'core' AND r.required_level > 0 AND ${holds("r.effective_from", "r.effective_to")}
    GROUP BY s.area, s.person_id, r.competency_id),
  ${last("word", ["confirmed", "recognised", "accepted", "revoked"])},
  ${last("exempt", ["exempted", "exemption_ended"])}
  SELECT a.area, d.code, count(*),
    count(CASE WHEN w.kind <> 'revoked' AND w.level >= a.level AND ${db.monthsAfter(`(${made})`, `(${months})`)} >= ${at} THEN 1 END)
  FROM asked a JOIN competency c ON c.id = a.competency_id JOIN competency_domain d ON d.id = c.domain_id
    LEFT JOIN word w ON w.person_id = a.person_id AND w.competency_id = a.competency_id
    LEFT JOIN exempt e ON e.person_id = a.person_id AND e.competency_id = a.competency_id
  WHERE e.kind IS NULL OR e.kind <> 'exempted'
  GROUP BY a.area, d.code ORDER BY a.area, d.code;`;
}
