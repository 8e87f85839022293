// title: Who hosts
// description: Countries in which contacts were held: how many, and how many without the country itself as a side.
// family: places
// cost: every contact of the graph with its place
// param since: first_day (none) Only events that may have been on this day or later.
// param until: last_day (none) Only events that may have been on this day or before.
// param fuzzy: fuzzy (possible) possible: the date may fit; certain: every day it may stand for fits.
// param happened_by: last_day (none) Only events that happened by this day.
// param known_by: moment (none) What the graph showed then, instead of now.
// param status: status (held) Only events of this status; any for all.
// param kind: kind (none) Only events of this kind.
// param limit: integer (100) At most so many rows.
// column country: text Id of the country.
// column name: text Name.
// column contacts: integer Contacts there.
// column for_others: integer Those it took no part in.
// column places: integer Different places.
// example: since=2015

MATCH (p:Place)-[:IN_COUNTRY]->(c:Country)
MATCH (p)<-[:HELD_AT]-(e:Contact)
WHERE coalesce(e.status = $status, true) AND coalesce(e.kind = $kind, true)
  AND coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
  AND coalesce(e.latest >= $since, true) AND coalesce(e.earliest <= $until, true)
  AND coalesce(e.earliest <= $happened_by, true)
WITH DISTINCT c, p, e,
  CASE WHEN coalesce(e.earliest >= $since, $since IS NULL) AND coalesce(e.latest <= $until, $until IS NULL)
  AND coalesce(e.latest <= $happened_by, $happened_by IS NULL) THEN 'certain' ELSE 'possible' END AS certainty
WHERE $fuzzy = 'possible' OR certainty = 'certain'
WITH c, count(DISTINCT e) AS contacts, count(DISTINCT CASE WHEN c.iso3 IN e.sides THEN NULL ELSE e END) AS for_others,
  count(DISTINCT p) AS places
RETURN c.id AS country, c.name AS name, contacts, for_others, places
ORDER BY contacts DESC, country
LIMIT $limit
