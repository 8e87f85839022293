// title: Officials with the most contacts
// description: Who of a side attended most.
// family: people
// cost: every contact of the side with its participants
// param country: side (required) A country or organisation by any of its names.
// param since: first_day (none) Only events that may have been on this day or later.
// param until: last_day (none) Only events that may have been on this day or before.
// param fuzzy: fuzzy (possible) possible: the date may fit; certain: every day it may stand for fits.
// param happened_by: last_day (none) Only events that happened by this day.
// param known_by: moment (none) What the graph showed then, instead of now.
// param status: status (held) Only events of this status; any for all.
// param kind: kind (none) Only events of this kind.
// param limit: integer (100) At most so many rows.
// column official: text Id.
// column name: text Name.
// column contacts: integer Contacts attended for that side.
// column counterparts: integer Different other sides.
// column first: date First day of the earliest.
// column last: date Last day of the latest.
// example: country=Russia

MATCH (c:Country|Organization {id: $country})-[:TOOK_PART]->(e:Contact)
WHERE coalesce(e.status = $status, true) AND coalesce(e.kind = $kind, true)
  AND coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
  AND coalesce(e.latest >= $since, true) AND coalesce(e.earliest <= $until, true)
  AND coalesce(e.earliest <= $happened_by, true)
WITH c, e,
  CASE WHEN coalesce(e.earliest >= $since, $since IS NULL) AND coalesce(e.latest <= $until, $until IS NULL)
  AND coalesce(e.latest <= $happened_by, $happened_by IS NULL) THEN 'certain' ELSE 'possible' END AS certainty
WHERE $fuzzy = 'possible' OR certainty = 'certain'
MATCH (e)-[:HAS_PARTICIPANT]->(p:Participant)-[:IDENTIFIED_AS]->(o:Official)
WHERE EXISTS { MATCH (p)-[:REPRESENTED]->(c) }
WITH DISTINCT o, c, e
OPTIONAL MATCH (e)<-[:TOOK_PART]-(other)
WHERE other.id <> c.id
WITH o, count(DISTINCT e) AS contacts, count(DISTINCT other) AS counterparts, min(e.earliest) AS first, max(e.latest) AS last
RETURN o.id AS official, o.name AS name, contacts, counterparts, first, last
ORDER BY contacts DESC, official
LIMIT $limit
