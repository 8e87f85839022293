// title: Rank of the counterparts
// description: In which offices the two sides met: how often each pair of offices.
// family: offices
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
// column one: text Office of the first side, as the table of titles names it; the words of the source where it does not.
// column other: text Office of the second.
// column contacts: integer Contacts in which both were there.
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
WITH e, side.id AS side, coalesce(p.office, p.capacity, '') AS rank
WITH e, collect(CASE side WHEN $a THEN rank END) AS ones, collect(CASE side WHEN $b THEN rank END) AS others
UNWIND ones AS one
UNWIND others AS other
RETURN one, other, count(DISTINCT e) AS contacts
ORDER BY contacts DESC, one, other
