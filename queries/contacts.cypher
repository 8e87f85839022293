// title: Contacts of two sides
// description: Every contact that both took part in, by date.
// family: contacts
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
// column event: text Id of the event.
// column date: text When, as the sources have it (EDTF).
// column kind: text Kind of event.
// column status: text Status.
// column title: text One line about it.
// column sides: list Codes of all sides.
// column sources: integer Different texts that tell of it.
// column certainty: text Whether its date is certain or only possible within the limits.
// example: a=Russia b="United States" since=2025

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
RETURN e.id AS event, e.date AS date, e.kind AS kind, e.status AS status, e.title AS title, e.sides AS sides, e.sources AS sources, certainty
ORDER BY e.earliest, e.latest, e.id
