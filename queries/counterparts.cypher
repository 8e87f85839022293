// title: Who of one side meets whom of the other
// description: Pairs of officials of two sides by contacts in common.
// family: people
// cost: every contact of one of the two sides
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

MATCH (a:Country|Organization {id: $a})-[:TOOK_PART]->(e:Contact)<-[:TOOK_PART]-(b:Country|Organization {id: $b})
WHERE coalesce(e.status = $status, true) AND coalesce(e.kind = $kind, true)
  AND coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
  AND coalesce(e.latest >= $since, true) AND coalesce(e.earliest <= $until, true)
  AND coalesce(e.earliest <= $happened_by, true)
WITH DISTINCT a, b, e,
  CASE WHEN coalesce(e.earliest >= $since, $since IS NULL) AND coalesce(e.latest <= $until, $until IS NULL)
  AND coalesce(e.latest <= $happened_by, $happened_by IS NULL) THEN 'certain' ELSE 'possible' END AS certainty
WHERE $fuzzy = 'possible' OR certainty = 'certain'
MATCH (e)-[:HAS_PARTICIPANT]->(p:Participant)-[:IDENTIFIED_AS]->(one:Official)
WHERE EXISTS { MATCH (p)-[:REPRESENTED]->(a) }
MATCH (e)-[:HAS_PARTICIPANT]->(q:Participant)-[:IDENTIFIED_AS]->(other:Official)
WHERE EXISTS { MATCH (q)-[:REPRESENTED]->(b) }
WITH one, other, count(DISTINCT e) AS contacts, min(e.earliest) AS first, max(e.latest) AS last
RETURN one.name AS one, other.name AS other, contacts, first, last, one.id AS one_id, other.id AS other_id
ORDER BY contacts DESC, one_id, other_id
LIMIT $limit
