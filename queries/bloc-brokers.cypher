// title: Brokers between two blocs
// description: Sides of neither bloc that had contacts with members of both, with how many members of each.
// family: networks
// cost: every contact of each member
// param one: sides (required) Members of one bloc: names with commas between them.
// param other: sides (required) Members of the other.
// param since: first_day (none) Only events that may have been on this day or later.
// param until: last_day (none) Only events that may have been on this day or before.
// param fuzzy: fuzzy (possible) possible: the date may fit; certain: every day it may stand for fits.
// param happened_by: last_day (none) Only events that happened by this day.
// param known_by: moment (none) What the graph showed then, instead of now.
// param status: status (held) Only events of this status; any for all.
// param kind: kind (none) Only events of this kind.
// param limit: integer (100) At most so many rows.
// column side: text Id of the side between them.
// column name: text Its name.
// column with_one: integer Contacts with members of the first.
// column with_other: integer Contacts with members of the second.
// column members_of_one: integer How many members of the first it met.
// column members_of_other: integer How many of the second.
// example: one="Russia, China" other="USA, France"

UNWIND [id IN $one | [id, 'one']] + [id IN $other | [id, 'other']] AS member
MATCH (a:Country|Organization {id: member[0]})-[:TOOK_PART]->(e:Contact)<-[:TOOK_PART]-(third)
WHERE NOT third.id IN $one AND NOT third.id IN $other
  AND coalesce(e.status = $status, true) AND coalesce(e.kind = $kind, true)
  AND coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
  AND coalesce(e.latest >= $since, true) AND coalesce(e.earliest <= $until, true)
  AND coalesce(e.earliest <= $happened_by, true)
WITH DISTINCT member[1] AS bloc, a, third, e,
  CASE WHEN coalesce(e.earliest >= $since, $since IS NULL) AND coalesce(e.latest <= $until, $until IS NULL)
  AND coalesce(e.latest <= $happened_by, $happened_by IS NULL) THEN 'certain' ELSE 'possible' END AS certainty
WHERE $fuzzy = 'possible' OR certainty = 'certain'
WITH third, count(DISTINCT CASE bloc WHEN 'one' THEN e END) AS with_one, count(DISTINCT CASE bloc WHEN 'one' THEN a END) AS members_of_one,
  count(DISTINCT CASE bloc WHEN 'other' THEN e END) AS with_other, count(DISTINCT CASE bloc WHEN 'other' THEN a END) AS members_of_other
WHERE with_one > 0 AND with_other > 0
RETURN third.id AS side, third.name AS name, with_one, with_other, members_of_one, members_of_other
ORDER BY CASE WHEN with_one < with_other THEN with_one ELSE with_other END DESC, with_one + with_other DESC, side
LIMIT $limit
