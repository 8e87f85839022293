// title: Events of low confidence
// description: Events that are least certain to be as shown: where reading the sources pays most.
// family: quality
// cost: every event of the graph
// param limit: integer (100) At most so many rows.
// param known_by: moment (none) What the graph showed then, instead of now.
// column event: text Id of the event.
// column date: text When, as the sources have it (EDTF).
// column kind: text Kind of event.
// column status: text Status.
// column title: text One line about it.
// column sides: list Codes of all sides.
// column confidence: number From 0 to 1.
// column sources: integer Different texts that tell of it.
// example: limit=3

MATCH (e:Event)
WHERE coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
RETURN e.id AS event, e.date AS date, e.kind AS kind, e.status AS status, e.title AS title, e.sides AS sides,
  e.confidence AS confidence, e.sources AS sources
ORDER BY confidence, event
LIMIT $limit
