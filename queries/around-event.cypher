// title: Before and after an event
// description: Contacts of a pair in the days before and after: did anything change?
// family: time
// cost: every contact of both sides of the pair
// param event: event (required) Id of the event.
// param days: integer (365) So many days on each side.
// param a: side (required) One side.
// param b: side (required) The other side.
// param status: status (held) Only events of this status; any for all.
// param fuzzy: fuzzy (possible) possible: the date may be within these days; certain: it is.
// param known_by: moment (none) What the graph showed then, instead of now.
// column least: integer Days from the event, at least; negative before it.
// column most: integer Days from the event, at most; the same where both have a day.
// column event: text Id of the event.
// column date: text When, as the sources have it (EDTF).
// column kind: text Kind of event.
// column status: text Status.
// column title: text One line about it.
// column sides: list Codes of all sides.
// example: event=event-sanctions a=Russia b=USA days=1200

MATCH (middle:Event {id: $event})
WHERE coalesce(middle.recorded < $known_by, true) AND coalesce(middle.replaced >= $known_by, true)
UNWIND [$a, $b] AS id
MATCH (:Country|Organization {id: id})-[:TOOK_PART]->(e)
WITH middle, e, count(DISTINCT id) AS both
WHERE both = 2 AND e:Contact
  AND coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
  AND e.id <> $event AND coalesce(e.status = $status, true) AND e.latest >= middle.earliest - duration({days: $days})
  AND e.earliest <= middle.latest + duration({days: $days})
  AND ($fuzzy = 'possible' OR (e.earliest >= middle.latest - duration({days: $days})
  AND e.latest <= middle.earliest + duration({days: $days})))
RETURN duration.inDays(middle.latest, e.earliest).days AS least, duration.inDays(middle.earliest, e.latest).days AS most,
  e.id AS event, e.date AS date, e.kind AS kind,
  e.status AS status, e.title AS title, e.sides AS sides
ORDER BY e.earliest, e.latest, e.id
