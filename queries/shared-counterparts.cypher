// title: Counterparts in common
// description: Sides that both had contact with, and how often each.
// family: networks
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
// column counterpart: text Id of the third side.
// column name: text Its name.
// column with_a: integer Contacts with the first.
// column with_b: integer Contacts with the second.
// example: a=China b=USA

UNWIND [$a, $b] AS member
WITH DISTINCT member
MATCH (m:Country|Organization {id: member})-[:TOOK_PART]->(e:Contact)<-[:TOOK_PART]-(third)
WHERE third.id <> $a AND third.id <> $b AND coalesce(e.status = $status, true) AND coalesce(e.kind = $kind, true)
  AND coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
  AND coalesce(e.latest >= $since, true) AND coalesce(e.earliest <= $until, true)
  AND coalesce(e.earliest <= $happened_by, true)
WITH member, third, e, CASE WHEN coalesce(e.earliest >= $since, $since IS NULL) AND coalesce(e.latest <= $until, $until IS NULL)
  AND coalesce(e.latest <= $happened_by, $happened_by IS NULL) THEN 'certain' ELSE 'possible' END AS certainty
WHERE $fuzzy = 'possible' OR certainty = 'certain'
WITH third, count(CASE member WHEN $a THEN e END) AS with_a, count(CASE member WHEN $b THEN e END) AS with_b
WHERE with_a > 0 AND with_b > 0
RETURN third.id AS counterpart, third.name AS name, with_a, with_b
ORDER BY with_a + with_b DESC, counterpart
