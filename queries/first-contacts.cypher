// title: First and last contact with each counterpart
// description: For a side, everyone it had contact with: how often, first and last.
// family: contacts
// cost: every contact of the side
// param country: side (required) A country or organisation by any of its names.
// param since: first_day (none) Only events that may have been on this day or later.
// param until: last_day (none) Only events that may have been on this day or before.
// param fuzzy: fuzzy (possible) possible: the date may fit; certain: every day it may stand for fits.
// param happened_by: last_day (none) Only events that happened by this day.
// param known_by: moment (none) What the graph showed then, instead of now.
// param status: status (held) Only events of this status; any for all.
// param kind: kind (none) Only events of this kind.
// column counterpart: text Id of the other side.
// column name: text Its name.
// column contacts: integer Contacts in common.
// column certain: integer Those whose date is certain within the limits.
// column first: text When the earliest dated one was, as the sources have it (EDTF).
// column last: text When the latest dated one was (EDTF).
// column first_event: text Id of the earliest.
// column last_event: text Id of the latest.
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
MATCH (e)<-[:TOOK_PART]-(other)
WHERE other.id <> c.id
WITH other, e, certainty ORDER BY e.earliest, e.latest, e.id
WITH other, count(e) AS contacts, count(CASE WHEN certainty = 'certain' THEN e END) AS certain,
  collect(CASE WHEN e.earliest IS NOT NULL AND e.latest IS NOT NULL THEN e END) AS dated, max(e.latest) AS latest
WITH other, contacts, certain, head(dated) AS first, head([one IN dated WHERE one.latest = latest]) AS last
RETURN other.id AS counterpart, other.name AS name, contacts, certain, first.date AS first, last.date AS last,
  first.id AS first_event, last.id AS last_event
ORDER BY contacts DESC, counterpart
