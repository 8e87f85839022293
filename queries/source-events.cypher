// title: What a publisher tells of
// description: Events that its sources report, by date.
// family: evidence
// cost: every source of the publisher
// param publisher: text (required) Who published it, as the sources have it.
// param since: first_day (none) Only events that may have been on this day or later.
// param until: last_day (none) Only events that may have been on this day or before.
// param fuzzy: fuzzy (possible) possible: the date may fit; certain: every day it may stand for fits.
// param known_by: moment (none) What the graph showed then, instead of now.
// param limit: integer (100) At most so many rows.
// column event: text Id of the event.
// column date: text When, as the sources have it (EDTF).
// column kind: text Kind of event.
// column status: text Status.
// column title: text One line about it.
// column sides: list Codes of all sides.
// column source: text Id of the source.
// example: publisher="Demo Wire" since=2025

MATCH (s:Source {publisher: $publisher})-[:REPORTS]->(e:Event)
WHERE coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
  AND coalesce(e.latest >= $since, true) AND coalesce(e.earliest <= $until, true)
  AND ($fuzzy = 'possible' OR (coalesce(e.earliest >= $since, $since IS NULL) AND coalesce(e.latest <= $until, $until IS NULL)))
RETURN e.id AS event, e.date AS date, e.kind AS kind, e.status AS status, e.title AS title, e.sides AS sides, s.id AS source
ORDER BY e.earliest, e.latest, e.id, source
LIMIT $limit
