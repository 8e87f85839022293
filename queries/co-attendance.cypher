// title: Officials in the same room
// description: Who attended the same contacts as the official, how often, first and last.
// family: people
// param official: official (required) A name as any source spells it, or an id.
// param since: first_day (none) Only events that may have been on this day or later.
// param until: last_day (none) Only events that may have been on this day or before.
// param fuzzy: fuzzy (possible) possible: the date may fit; certain: every day it may stand for fits.
// param happened_by: last_day (none) Only events that happened by this day.
// param known_by: moment (none) What the graph showed then, instead of now.
// param status: status (held) Only events of this status; any for all.
// param kind: kind (none) Only events of this kind.
// param limit: integer (100) At most so many rows.
// column official: text Id of the other official.
// column name: text Name.
// column side: text Code of the side most often stood for.
// column contacts: integer Contacts in common.
// column certain: integer Those whose date is certain within the limits.
// column first: date First day of the earliest one.
// column last: date Last day of the latest one.
// example: official=Lavrov

MATCH (o:Official {id: $official})-[:ATTENDED]->(e:Contact)
WHERE coalesce(e.status = $status, true) AND coalesce(e.kind = $kind, true)
  AND coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
  AND coalesce(e.latest >= $since, true) AND coalesce(e.earliest <= $until, true)
  AND coalesce(e.earliest <= $happened_by, true)
WITH DISTINCT o, e,
  CASE WHEN coalesce(e.earliest >= $since, $since IS NULL) AND coalesce(e.latest <= $until, $until IS NULL)
  AND coalesce(e.latest <= $happened_by, $happened_by IS NULL) THEN 'certain' ELSE 'possible' END AS certainty
WHERE $fuzzy = 'possible' OR certainty = 'certain'
MATCH (e)<-[:ATTENDED]-(other:Official)
WHERE other.id <> o.id
WITH other, count(DISTINCT e) AS contacts, count(DISTINCT CASE WHEN certainty = 'certain' THEN e END) AS certain,
  min(e.earliest) AS first, max(e.latest) AS last
RETURN other.id AS official, other.name AS name, coalesce(other.side, '') AS side, contacts, certain, first, last
ORDER BY contacts DESC, official
LIMIT $limit
