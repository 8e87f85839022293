// title: Pairs by contacts
// description: Every two sides with contacts in common: the network of sides as a table.
// family: networks
// cost: every contact of the graph, and each pair of sides in it
// param since: first_day (none) Only events that may have been on this day or later.
// param until: last_day (none) Only events that may have been on this day or before.
// param fuzzy: fuzzy (possible) possible: the date may fit; certain: every day it may stand for fits.
// param happened_by: last_day (none) Only events that happened by this day.
// param known_by: moment (none) What the graph showed then, instead of now.
// param status: status (held) Only events of this status; any for all.
// param kind: kind (none) Only events of this kind.
// param limit: integer (100) At most so many rows.
// column a: text Id of one side.
// column b: text Id of the other.
// column contacts: integer Contacts in common.
// column certain: integer Those whose date is certain within the limits.
// column first: date First day of the earliest.
// column last: date Last day of the latest.
// example: since=2021

MATCH (s:Country|Organization)-[:TOOK_PART]->(e:Contact)
WHERE coalesce(e.status = $status, true) AND coalesce(e.kind = $kind, true)
  AND coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
  AND coalesce(e.latest >= $since, true) AND coalesce(e.earliest <= $until, true)
  AND coalesce(e.earliest <= $happened_by, true)
WITH e, collect(s.id) AS sides
WITH sides, e.earliest AS earliest, e.latest AS latest, CASE WHEN coalesce(e.earliest >= $since, $since IS NULL) AND coalesce(e.latest <= $until, $until IS NULL)
  AND coalesce(e.latest <= $happened_by, $happened_by IS NULL) THEN 'certain' ELSE 'possible' END AS certainty
WHERE $fuzzy = 'possible' OR certainty = 'certain'
UNWIND sides AS a
UNWIND sides AS b
WITH a, b, earliest, latest, certainty WHERE a < b
RETURN a, b, count(*) AS contacts, count(CASE WHEN certainty = 'certain' THEN true END) AS certain,
  min(earliest) AS first, max(latest) AS last
ORDER BY contacts DESC, a, b
LIMIT $limit
