// title: Pairs that talk about a topic
// description: Which two sides met about it, how often.
// family: topics
// cost: every contact on the topic
// param topic: topic (required) A topic of the closed list, by code or name.
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
// column contacts: integer Contacts on it.
// column last: date Last day of the latest.
// example: topic=ukraine

MATCH (t:Topic {id: 'topic-' + $topic})<-[:ON_TOPIC]-(e:Contact)
WHERE coalesce(e.status = $status, true) AND coalesce(e.kind = $kind, true)
  AND coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
  AND coalesce(e.latest >= $since, true) AND coalesce(e.earliest <= $until, true)
  AND coalesce(e.earliest <= $happened_by, true)
WITH e,
  CASE WHEN coalesce(e.earliest >= $since, $since IS NULL) AND coalesce(e.latest <= $until, $until IS NULL)
  AND coalesce(e.latest <= $happened_by, $happened_by IS NULL) THEN 'certain' ELSE 'possible' END AS certainty
WHERE $fuzzy = 'possible' OR certainty = 'certain'
MATCH (e)<-[:TOOK_PART]-(a)
MATCH (e)<-[:TOOK_PART]-(b)
WHERE a.id < b.id
WITH a, b, count(e) AS contacts, max(e.latest) AS last
RETURN a.id AS a, b.id AS b, contacts, last
ORDER BY contacts DESC, a, b
LIMIT $limit
