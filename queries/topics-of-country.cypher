// title: Topics of a country
// description: What its contacts were about.
// family: topics
// cost: every contact of the side
// param country: side (required) A country or organisation by any of its names.
// param since: first_day (none) Only events that may have been on this day or later.
// param until: last_day (none) Only events that may have been on this day or before.
// param fuzzy: fuzzy (possible) possible: the date may fit; certain: every day it may stand for fits.
// param happened_by: last_day (none) Only events that happened by this day.
// param known_by: moment (none) What the graph showed then, instead of now.
// param status: status (held) Only events of this status; any for all.
// param kind: kind (none) Only events of this kind.
// column topic: text Code of the topic.
// column name: text Name.
// column contacts: integer Contacts on it.
// column counterparts: integer Different other sides.
// column last: date Last day of the latest.
// example: country=China

MATCH (c:Country|Organization {id: $country})-[:TOOK_PART]->(e:Contact)
WHERE coalesce(e.status = $status, true) AND coalesce(e.kind = $kind, true)
  AND coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
  AND coalesce(e.latest >= $since, true) AND coalesce(e.earliest <= $until, true)
  AND coalesce(e.earliest <= $happened_by, true)
WITH c, e,
  CASE WHEN coalesce(e.earliest >= $since, $since IS NULL) AND coalesce(e.latest <= $until, $until IS NULL)
  AND coalesce(e.latest <= $happened_by, $happened_by IS NULL) THEN 'certain' ELSE 'possible' END AS certainty
WHERE $fuzzy = 'possible' OR certainty = 'certain'
MATCH (e)-[:ON_TOPIC]->(t:Topic)
OPTIONAL MATCH (e)<-[:TOOK_PART]-(other)
WHERE other.id <> c.id
WITH t, count(DISTINCT e) AS contacts, count(DISTINCT other) AS counterparts, max(e.latest) AS last
RETURN t.code AS topic, t.name AS name, contacts, counterparts, last
ORDER BY contacts DESC, topic
