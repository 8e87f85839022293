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
MATCH (a:Country|Organization {id: member[0]})-[:TOOK_PART]->(e:Contact)
WHERE coalesce(e.status = $status, true) AND coalesce(e.kind = $kind, true)
  AND coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
  AND coalesce(e.latest >= $since, true) AND coalesce(e.earliest <= $until, true)
  AND coalesce(e.earliest <= $happened_by, true)
WITH member[1] AS bloc, e, a,
  CASE WHEN coalesce(e.earliest >= $since, $since IS NULL) AND coalesce(e.latest <= $until, $until IS NULL)
  AND coalesce(e.latest <= $happened_by, $happened_by IS NULL) THEN 'certain' ELSE 'possible' END AS certainty
WHERE $fuzzy = 'possible' OR certainty = 'certain'
WITH bloc, e, collect(DISTINCT a.id) AS members
MATCH (e)<-[:TOOK_PART]-(third)
WHERE NOT third.id IN $one AND NOT third.id IN $other
WITH third, bloc, members, count(e) AS contacts
WITH third, bloc, sum(contacts) AS contacts, collect(members) AS several
WITH third, bloc, contacts, reduce(met = [], members IN several | met + [one IN members WHERE NOT one IN met]) AS met
WITH third, sum(CASE bloc WHEN 'one' THEN contacts ELSE 0 END) AS with_one, sum(CASE bloc WHEN 'one' THEN size(met) ELSE 0 END) AS members_of_one,
  sum(CASE bloc WHEN 'other' THEN contacts ELSE 0 END) AS with_other, sum(CASE bloc WHEN 'other' THEN size(met) ELSE 0 END) AS members_of_other
WHERE with_one > 0 AND with_other > 0
RETURN third.id AS side, third.name AS name, with_one, with_other, members_of_one, members_of_other
ORDER BY CASE WHEN with_one < with_other THEN with_one ELSE with_other END DESC, with_one + with_other DESC, side
LIMIT $limit
