// title: Who of one side meets whom of the other
// description: Pairs of officials of two sides by contacts in common.
// family: people
// cost: every contact of both sides
// param a: side (required) One side: a country or organisation by any of its names.
// param b: side (required) The other side.
// param since: first_day (none) Only events that may have been on this day or later.
// param until: last_day (none) Only events that may have been on this day or before.
// param fuzzy: fuzzy (possible) possible: the date may fit; certain: every day it may stand for fits.
// param happened_by: last_day (none) Only events that happened by this day.
// param known_by: moment (none) What the graph showed then, instead of now.
// param status: status (held) Only events of this status; any for all.
// param kind: kind (none) Only events of this kind.
// param limit: integer (100) At most so many rows.
// column one: text Official of the first side.
// column other: text Official of the second.
// column contacts: integer Contacts in common.
// column first: date First day of the earliest.
// column last: date Last day of the latest.
// column one_id: text Id of the first.
// column other_id: text Id of the second.
// example: a=Russia b=USA

UNWIND [$a, $b] AS id
MATCH (:Country|Organization {id: id})-[:TOOK_PART]->(e)
WITH e, count(DISTINCT id) AS both
WHERE both = 2 AND e:Contact AND coalesce(e.status = $status, true) AND coalesce(e.kind = $kind, true)
  AND coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
  AND coalesce(e.latest >= $since, true) AND coalesce(e.earliest <= $until, true)
  AND coalesce(e.earliest <= $happened_by, true)
WITH e,
  CASE WHEN coalesce(e.earliest >= $since, $since IS NULL) AND coalesce(e.latest <= $until, $until IS NULL)
  AND coalesce(e.latest <= $happened_by, $happened_by IS NULL) THEN 'certain' ELSE 'possible' END AS certainty
WHERE $fuzzy = 'possible' OR certainty = 'certain'
MATCH (e)-[:HAS_PARTICIPANT]->(p:Participant)-[:REPRESENTED]->(side)
WHERE side.id = $a OR side.id = $b
MATCH (p)-[:IDENTIFIED_AS]->(o:Official)
WITH e, collect(CASE side.id WHEN $a THEN o END) AS ones, collect(CASE side.id WHEN $b THEN o END) AS others
UNWIND ones AS one
UNWIND others AS other
WITH one, other, count(DISTINCT e) AS contacts, min(e.earliest) AS first, max(e.latest) AS last
RETURN one.name AS one, other.name AS other, contacts, first, last, one.id AS one_id, other.id AS other_id
ORDER BY contacts DESC, one_id, other_id
LIMIT $limit
