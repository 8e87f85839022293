// title: Topics of a pair by quarter
// description: What two sides talked about, quarter by quarter; contacts whose date spans quarters stand under an empty one.
// family: topics
// cost: every contact of both sides
// param a: side (required) One side: a country or organisation by any of its names.
// param b: side (required) The other side.
// param since: first_day (none) Only events that may have been on this day or later.
// param until: last_day (none) Only events that may have been on this day or before.
// param fuzzy: fuzzy (possible) possible: the date may fit; certain: every day it may stand for fits.
// param happened_by: last_day (none) Only events that happened by this day.
// param known_by: moment (none) What the graph showed then, instead of now.
// param kind: kind (none) Only events of this kind.
// param status: status (held) Only events of this status; any for all.
// column quarter: text Year and quarter; empty where the date is not that exact.
// column topic: text Code of the topic.
// column contacts: integer Contacts on it.
// example: a=Russia b=USA

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
MATCH (e)-[:ON_TOPIC]->(t:Topic)
WITH t, e, 4 * e.earliest.year + (e.earliest.month - 1) / 3 AS first, 4 * e.latest.year + (e.latest.month - 1) / 3 AS last
WITH t.code AS topic, CASE WHEN first = last THEN first ELSE -1 END AS at, count(DISTINCT e) AS contacts
RETURN CASE at WHEN -1 THEN '' ELSE toString(at / 4) + '-Q' + toString(at % 4 + 1) END AS quarter, topic, contacts
ORDER BY CASE at WHEN -1 THEN 1 ELSE 0 END, at, contacts DESC, topic
