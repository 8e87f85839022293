// title: Timeline of a country
// description: Every event it took part in or hosted, by date.
// family: contacts
// cost: every event of the side
// param country: side (required) A country or organisation by any of its names.
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
// column part: text side, host, or both.
// column sides: list Codes of all sides.
// column topics: list Codes of the topics.
// column sources: integer Different texts that tell of it.
// column certainty: text Whether its date is certain or only possible within the limits.
// example: country=China status=any

MATCH (c:Country|Organization {id: $country})-[r:TOOK_PART|HOSTED]->(e:Event)
WHERE coalesce(e.status = $status, true) AND coalesce(e.kind = $kind, true)
  AND coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
  AND coalesce(e.latest >= $since, true) AND coalesce(e.earliest <= $until, true)
  AND coalesce(e.earliest <= $happened_by, true)
WITH e, r,
  CASE WHEN coalesce(e.earliest >= $since, $since IS NULL) AND coalesce(e.latest <= $until, $until IS NULL)
  AND coalesce(e.latest <= $happened_by, $happened_by IS NULL) THEN 'certain' ELSE 'possible' END AS certainty
WHERE $fuzzy = 'possible' OR certainty = 'certain'
WITH e, certainty, collect(DISTINCT type(r)) AS parts
OPTIONAL MATCH (e)-[:ON_TOPIC]->(t:Topic)
WITH e, certainty, parts, t ORDER BY t.code
WITH e, certainty, parts, collect(t.code) AS topics
RETURN e.id AS event, e.date AS date, e.kind AS kind, e.status AS status, e.title AS title, CASE WHEN size(parts) = 2 THEN 'both' WHEN any(part IN parts WHERE part ENDS WITH 'HOSTED') THEN 'host' ELSE 'side' END AS part,
  e.sides AS sides, topics, e.sources AS sources, certainty
ORDER BY e.earliest, e.latest, e.id
