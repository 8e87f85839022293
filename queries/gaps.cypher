// title: Gaps between the contacts of a pair
// description: Each dated contact of two sides with the days since the one before: where the long silences were.
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
// column event: text Id of the contact.
// column date: text When, as the sources have it (EDTF).
// column title: text One line about it.
// column days: integer At least so many days since the one before; empty for the first.
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
WITH e WHERE e.earliest IS NOT NULL AND e.latest IS NOT NULL
WITH e ORDER BY e.earliest, e.latest, e.id
WITH collect(e) AS es
UNWIND range(0, size(es) - 1) AS at
WITH es[at] AS e, CASE WHEN at = 0 THEN NULL ELSE es[at - 1].latest END AS before
RETURN e.id AS event, e.date AS date, e.title AS title,
  CASE WHEN before IS NULL THEN NULL ELSE CASE WHEN e.earliest < before THEN 0 ELSE duration.inDays(before, e.earliest).days END END AS days
ORDER BY e.earliest, e.latest, e.id
